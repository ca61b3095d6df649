/** State of deliveries, runs, answers and decisions in the embedded database. */
@org.jspecify.annotations.NullMarked
package xinglin.warehouse.ledger;
