/** What data must look like, and the engine that applies it to cells. */
@org.jspecify.annotations.NullMarked
package xinglin.schemas;
