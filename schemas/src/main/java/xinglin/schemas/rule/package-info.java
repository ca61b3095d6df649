/** Law by date: rules with their source and validity, and what plausibility allows. */
@org.jspecify.annotations.NullMarked
package xinglin.schemas.rule;
