/** Examples of forms, read and compared with what their author expects. */
@org.jspecify.annotations.NullMarked
package xinglin.jobs.example;
