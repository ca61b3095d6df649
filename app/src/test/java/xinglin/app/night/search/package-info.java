/** The search of a whole home for what is personal. */
@org.jspecify.annotations.NullMarked
package xinglin.app.night.search;
