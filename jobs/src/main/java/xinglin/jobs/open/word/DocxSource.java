package xinglin.jobs.open.word;

import xinglin.jobs.open.guard.Budget;
import xinglin.jobs.open.xml.Xml;

/** What all readers of one part of a .docx share. */
record DocxSource(Xml xml, Budget budget, WordNotes notes, ListNumbers numbers) {}
