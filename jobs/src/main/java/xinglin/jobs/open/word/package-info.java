/** Paragraphs and tables of .docx. */
@NullMarked
package xinglin.jobs.open.word;

import org.jspecify.annotations.NullMarked;
