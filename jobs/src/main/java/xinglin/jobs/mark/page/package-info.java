/**
 * What an answer says, free of any file format: verdict, what to do until when, findings, marks.
 */
@NullMarked
package xinglin.jobs.mark.page;

import org.jspecify.annotations.NullMarked;
