/** What {@code doctor} looks at: each sign is well, or says what to do. */
@NullMarked
package xinglin.app.doctor;

import org.jspecify.annotations.NullMarked;
