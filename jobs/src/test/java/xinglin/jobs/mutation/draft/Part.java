package xinglin.jobs.mutation.draft;

/** A piece of a draft: a sheet, or a paragraph of a Word file. */
public sealed interface Part permits Sheet, Line {}
