/** The process that goes on all day. */
@NullMarked
package xinglin.app.serve;

import org.jspecify.annotations.NullMarked;
