/** Reading personal columns: only for whoever is entitled to, every read logged. */
@org.jspecify.annotations.NullMarked
package xinglin.warehouse.restricted;
