/** The way in: all definitions of a home, and the engine that applies them to an opened file. */
@org.jspecify.annotations.NullMarked
package xinglin.schemas.engine;
