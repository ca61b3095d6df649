/** Every delivery's bytes by SHA-256, durable before anything counts. */
@org.jspecify.annotations.NullMarked
package xinglin.warehouse.raw;
