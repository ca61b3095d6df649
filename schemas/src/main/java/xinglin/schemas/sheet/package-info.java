/** Opened files as grids of cells and paragraphs, whatever program wrote them. */
@org.jspecify.annotations.NullMarked
package xinglin.schemas.sheet;
