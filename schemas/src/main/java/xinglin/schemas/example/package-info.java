/** Examples of forms as text that a reader can compare line by line. */
@org.jspecify.annotations.NullMarked
package xinglin.schemas.example;
