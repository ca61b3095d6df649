/** Forms as their definition files declare them. */
@org.jspecify.annotations.NullMarked
package xinglin.schemas.form;
