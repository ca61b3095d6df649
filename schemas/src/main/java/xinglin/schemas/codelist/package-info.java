/** Words with codes: divisions, measures and their counting units, code lists, working days. */
@org.jspecify.annotations.NullMarked
package xinglin.schemas.codelist;
