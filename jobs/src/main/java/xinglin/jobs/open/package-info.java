/**
 * From the bytes of one file to a {@link xinglin.schemas.sheet.Document}, or to the reason why not.
 */
@NullMarked
package xinglin.jobs.open;

import org.jspecify.annotations.NullMarked;
