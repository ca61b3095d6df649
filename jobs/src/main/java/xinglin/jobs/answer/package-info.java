/**
 * What a sender gets back: a receipt, and a copy of the sender's own file with the problems marked.
 */
@NullMarked
package xinglin.jobs.answer;

import org.jspecify.annotations.NullMarked;
