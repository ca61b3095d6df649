/** What partner regions send about packages of ours, and what is sent again because of it. */
@NullMarked
package xinglin.warehouse.ledger.returned;

import org.jspecify.annotations.NullMarked;
