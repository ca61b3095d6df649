/**
 * Whether two parties of penalties are the same one, where no number says so. No SQL, no workbooks:
 * parties come in, links with their reasons go out. What weighs how much is data: {@code
 * exchange/matching.yaml}.
 */
@org.jspecify.annotations.NullMarked
package xinglin.schemas.match;
