/** Deciding whether two parties of penalties are one. */
@org.jspecify.annotations.NullMarked
package xinglin.app.command.review;
