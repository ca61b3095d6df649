/** What people see on a terminal: texts in two languages, tables, a progress line. */
@org.jspecify.annotations.NullMarked
package xinglin.app.terminal;
