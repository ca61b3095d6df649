@NullMarked
package xinglin.jobs.rollup;

import org.jspecify.annotations.NullMarked;
