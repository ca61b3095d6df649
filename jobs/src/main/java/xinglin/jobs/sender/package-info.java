/** Whether a message is from whom it says: what the receiving server found out about it. */
@NullMarked
package xinglin.jobs.sender;

import org.jspecify.annotations.NullMarked;
