/** What goes wrong outside of us: disk, network, partner. Says whether a retry is safe. */
@org.jspecify.annotations.NullMarked
package xinglin.warehouse.failure;
