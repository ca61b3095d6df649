/** Writes printed forms to fill in, as workbooks and Word files. */
@NullMarked
package xinglin.jobs.template;

import org.jspecify.annotations.NullMarked;
