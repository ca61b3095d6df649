/** The home folder: paths, who owns it, the lock of the one run at a time. */
@org.jspecify.annotations.NullMarked
package xinglin.warehouse.home;
