/** Answers by mail. */
@NullMarked
package xinglin.routes.smtp;

import org.jspecify.annotations.NullMarked;
