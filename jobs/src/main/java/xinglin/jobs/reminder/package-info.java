/**
 * Reminders of deadlines to those who have not delivered, and lists of them for the office above.
 */
@NullMarked
package xinglin.jobs.reminder;

import org.jspecify.annotations.NullMarked;
