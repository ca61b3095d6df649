/** Names of persons and organisations taken apart: characters, readings, masks, parts. */
@org.jspecify.annotations.NullMarked
package xinglin.schemas.match.name;
