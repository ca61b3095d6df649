/** An answer in words: what a clerk reads in a mail or in a page beside the marked copy. */
@NullMarked
package xinglin.jobs.letter;

import org.jspecify.annotations.NullMarked;
