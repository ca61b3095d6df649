package xinglin.jobs.open;

import xinglin.schemas.sheet.Document;

/** The file was read in full. */
public record OpenedDocument(Document document) implements Opened {}
