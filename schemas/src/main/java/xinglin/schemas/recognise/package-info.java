/**
 * Finds the forms in an opened file by the words of their titles and headers, never by file name or
 * fixed coordinates.
 */
@org.jspecify.annotations.NullMarked
package xinglin.schemas.recognise;
