/** Reads single cells: numbers, dates, codes, choices, and says what is doubtful about them. */
@org.jspecify.annotations.NullMarked
package xinglin.schemas.fill.cell;
