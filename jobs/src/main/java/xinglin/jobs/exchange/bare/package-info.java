/** Workbooks and CSV from regions without tooling: they get numbers, manifests and answers, too. */
@NullMarked
package xinglin.jobs.exchange.bare;

import org.jspecify.annotations.NullMarked;
