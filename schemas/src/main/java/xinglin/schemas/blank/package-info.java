/** Printed forms to fill in, made from form definitions, free of any file format. */
@org.jspecify.annotations.NullMarked
package xinglin.schemas.blank;
