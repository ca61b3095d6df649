/** Pulling through the XML of office files. */
@NullMarked
package xinglin.jobs.open.xml;

import org.jspecify.annotations.NullMarked;
