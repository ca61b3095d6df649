/** Forms and registers that only a home declares. */
@org.jspecify.annotations.NullMarked
package xinglin.app.night.form;
