/** From a value to the cells it was made of, and from a cell to the values it is in. */
@org.jspecify.annotations.NullMarked
package xinglin.app.command.trace;
