/** Which records of ours a partner region is told, and as what: decided in sets. */
@NullMarked
package xinglin.warehouse.send;

import org.jspecify.annotations.NullMarked;
