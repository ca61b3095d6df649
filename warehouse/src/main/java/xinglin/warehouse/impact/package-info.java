/** What a changed definition would do to everything that is stored, found out without storing. */
@org.jspecify.annotations.NullMarked
package xinglin.warehouse.impact;
