/** What is wrong with data that somebody sent: code, severity, place, message, what to do. */
@org.jspecify.annotations.NullMarked
package xinglin.schemas.finding;
