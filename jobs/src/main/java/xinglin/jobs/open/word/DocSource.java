package xinglin.jobs.open.word;

import xinglin.jobs.open.guard.Budget;

/**
 * What all readers of one .doc share.
 *
 * @param data the stream that holds what fields and pictures are made of
 */
record DocSource(byte[] data, Budget budget, WordNotes notes) {}
