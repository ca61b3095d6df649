@org.jspecify.annotations.NullMarked
package xinglin.schemas.authoring;
