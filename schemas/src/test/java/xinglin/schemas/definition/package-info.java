@org.jspecify.annotations.NullMarked
package xinglin.schemas.definition;
