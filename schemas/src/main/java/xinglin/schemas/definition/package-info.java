/** Definition files, built in and overlaid by a home, with file and line of every mistake. */
@org.jspecify.annotations.NullMarked
package xinglin.schemas.definition;
