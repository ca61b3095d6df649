@org.jspecify.annotations.NullMarked
package xinglin.routes.folder;
