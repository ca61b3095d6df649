/**
 * Formulas computed anew over cells that were read, with POI's formula engine and without its user
 * model.
 */
@NullMarked
package xinglin.jobs.open.formula;

import org.jspecify.annotations.NullMarked;
