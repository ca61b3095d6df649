/** What was published when: facts that no rebuild can compute again. */
@org.jspecify.annotations.NullMarked
package xinglin.warehouse.ledger.publication;
