/**
 * What a file is, and whether it may be opened at all: kinds by bytes, containers inflated under
 * control, limits.
 */
@NullMarked
package xinglin.jobs.open.guard;

import org.jspecify.annotations.NullMarked;
