/** What the engine read from a file: forms, figures, register lines, each with its cell. */
@org.jspecify.annotations.NullMarked
package xinglin.schemas.reading;
