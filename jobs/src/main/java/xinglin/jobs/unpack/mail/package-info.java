/** Mail messages: who wrote them, what is attached, what only looks attached. */
@NullMarked
package xinglin.jobs.unpack.mail;

import org.jspecify.annotations.NullMarked;
