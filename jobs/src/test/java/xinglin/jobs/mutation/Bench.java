package xinglin.jobs.mutation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import xinglin.jobs.mutation.draft.Draft;
import xinglin.jobs.mutation.draft.DraftFile;
import xinglin.jobs.open.FileOpener;
import xinglin.jobs.open.Limits;
import xinglin.jobs.open.Opened;
import xinglin.jobs.open.OpenedDocument;
import xinglin.jobs.open.Refused;
import xinglin.schemas.engine.Definitions;
import xinglin.schemas.engine.FormEngine;
import xinglin.schemas.engine.ReadingContext;
import xinglin.schemas.finding.Finding;
import xinglin.schemas.reading.FileReading;
import xinglin.schemas.recognise.FormFinder;
import xinglin.schemas.recognise.Recognition;
import xinglin.schemas.sheet.Document;

/** Writes drafts to disk and has them read as any sent file is. */
final class Bench {
  static final Definitions DEFINITIONS = Definitions.load(Optional.empty());
  private static final FormEngine ENGINE = new FormEngine(DEFINITIONS);
  private static final FormFinder FINDER = new FormFinder(DEFINITIONS.forms());
  private final Path folder;

  Bench(Path folder) {
    this.folder = folder;
  }

  static Document open(Path file) throws IOException {
    if (FileOpener.open(file, Limits.standard()) instanceof OpenedDocument opened) {
      return opened.document();
    }
    throw new IOException("Cannot open " + file);
  }

  static FileReading read(Document document) {
    return ENGINE.read(document, ReadingContext.unsent());
  }

  static Recognition recognise(Document document) {
    return FINDER.find(document);
  }

  Path write(Draft draft) throws IOException {
    Path file = Files.createTempFile(folder, "draft", "." + DraftFile.extension(draft));
    return Files.write(file, DraftFile.bytes(draft));
  }

  /** The document that a program finds in the written draft. */
  Document reopened(Draft draft) throws IOException {
    return open(write(draft));
  }

  FileReading read(Draft draft) throws IOException {
    Path file = write(draft);
    Opened opened = FileOpener.open(file, Limits.standard());
    Files.delete(file);
    if (opened instanceof OpenedDocument document) {
      return read(document.document());
    }
    Refused refused = (Refused) opened;
    List<Finding> findings = refused.issues().stream().map(DEFINITIONS.checks()::finding).toList();
    return new FileReading(refused.verdict(), List.of(), findings);
  }
}
