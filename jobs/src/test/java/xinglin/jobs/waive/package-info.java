/** Tests of what senders are told of waivers. */
@org.jspecify.annotations.NullMarked
package xinglin.jobs.waive;
