/**
 * How lower levels are assessed; what happened is found out in {@code warehouse/sql/assessments}.
 */
@org.jspecify.annotations.NullMarked
package xinglin.schemas.assessment;
