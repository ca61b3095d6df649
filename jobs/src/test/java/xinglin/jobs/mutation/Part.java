package xinglin.jobs.mutation;

/** A piece of a draft: a sheet, or a paragraph of a Word file. */
sealed interface Part permits Sheet, Line {}
