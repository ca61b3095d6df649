/** What the operator is told. */
@NullMarked
package xinglin.app.doctor;

import org.jspecify.annotations.NullMarked;
