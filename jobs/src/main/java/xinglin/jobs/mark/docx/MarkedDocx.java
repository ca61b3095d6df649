package xinglin.jobs.mark.docx;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import xinglin.jobs.mark.page.AnswerPage;
import xinglin.jobs.mark.page.Mark;
import xinglin.jobs.mark.page.Spot;
import xinglin.jobs.mark.part.Markup;
import xinglin.jobs.mark.part.OfficePackage;
import xinglin.jobs.mark.part.Relations;

/** Writes the marked copy of a .docx. */
public final class MarkedDocx {
  private static final String TYPE =
      "application/vnd.openxmlformats-officedocument.wordprocessingml.";
  private static final String STRICT = "http://purl.oclc.org/";

  private MarkedDocx() {}

  /**
   * Writes the copy.
   *
   * @throws IOException if the disk fails, or if this document cannot be marked in place
   */
  public static void write(Path original, AnswerPage page, List<Mark> marks, Path target)
      throws IOException {
    try (OfficePackage file = OfficePackage.open(original)) {
      String document =
          file.relations("")
              .findKind("officeDocument")
              .map(Relations.Relation::part)
              .orElseThrow(() -> new IOException("Cannot find the document part"));
      write(file, document, page, marks);
      file.save(target);
    }
  }

  /** Writes the first page alone, for a document that cannot be marked in place. */
  public static void alone(AnswerPage page, Path target) throws IOException {
    String body =
        "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>"
            + new FrontPage(page, Map.of()).xml(false)
            + "<w:p/></w:body></w:document>";
    OfficePackage.write(
        target,
        Map.of(
            "[Content_Types].xml",
            "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Override PartName=\"/word/document.xml\" ContentType=\""
                + TYPE
                + "document.main+xml\"/></Types>",
            "_rels/.rels",
            "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"word/document.xml\"/></Relationships>",
            "word/document.xml",
            body));
  }

  private static void write(OfficePackage file, String document, AnswerPage page, List<Mark> marks)
      throws IOException {
    DocumentScan scan;
    try (Reader in = file.reader(document)) {
      scan = DocumentScan.of(new Markup(in));
    }
    if (scan.namespace().isEmpty()) {
      throw new IOException("Cannot mark a document with unusual prefixes");
    }
    withoutMacros(file, document);
    Relations relations = file.relations(document);
    Optional<String> commented = relations.findKind("comments").map(Relations.Relation::part);
    Comments comments =
        new Comments(
            commented.isPresent() && file.has(commented.get()) ? file.text(commented.get()) : "",
            scan.namespace());
    if (!marks.isEmpty() || !comments.gone().isEmpty()) {
      String part = commented.orElse("word/comments.xml");
      if (commented.isEmpty()) {
        String kinds =
            (scan.namespace().startsWith(STRICT)
                    ? STRICT + "ooxml/officeDocument"
                    : "http://schemas.openxmlformats.org/officeDocument/2006")
                + "/relationships";
        relations.add(kinds + "/comments", part);
        file.types().part(part, TYPE + "comments+xml");
      }
      file.write(part, () -> comments.xml(marks));
    }
    Map<Spot, String> anchors = new HashMap<>();
    for (int i = 0; i < marks.size(); i++) {
      anchors.put(marks.get(i).spot(), DocumentCopy.BOOKMARK + i);
    }
    String first = new FrontPage(page, anchors).xml(scan.continuous());
    file.change(document, new DocumentCopy(scan, first, marks, comments));
  }

  private static void withoutMacros(OfficePackage file, String document) throws IOException {
    for (Relations.Relation relation : file.relations(document).list()) {
      if (relation.kind().equals("vbaProject")) {
        file.remove(relation.part());
        file.relations(document).remove(relation.id());
      }
    }
    file.types().part(document, TYPE + "document.main+xml");
  }
}
