/** What a submission is worth once history is asked: duplicates, revisions, checks on history. */
@org.jspecify.annotations.NullMarked
package xinglin.warehouse.decide;
