/** What indicators mean; how they are computed stands in {@code warehouse/sql/indicators}. */
@org.jspecify.annotations.NullMarked
package xinglin.schemas.indicator;
