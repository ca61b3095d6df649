@org.jspecify.annotations.NullMarked
package xinglin.schemas.check;
