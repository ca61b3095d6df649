/** Leads between regions in sets: records of packages judged row by row and stored by SQL. */
@org.jspecify.annotations.NullMarked
package xinglin.warehouse.lead;
