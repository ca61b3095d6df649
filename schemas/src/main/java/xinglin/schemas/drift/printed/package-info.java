/**
 * What a file prints: header labels with their groups, row labels, texts around, wherever they
 * stand.
 */
@org.jspecify.annotations.NullMarked
package xinglin.schemas.drift.printed;
