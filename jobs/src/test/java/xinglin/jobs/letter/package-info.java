@NullMarked
package xinglin.jobs.letter;

import org.jspecify.annotations.NullMarked;
