package xinglin.jobs.mark.docx;

import java.io.IOException;
import xinglin.jobs.mark.part.Markup;
import xinglin.jobs.mark.part.Tag;
import xinglin.jobs.mark.part.XmlText;
import xinglin.jobs.open.own.OwnAnswer;

/**
 * What has to be known of a document before it is copied.
 *
 * @param namespace to which {@code w:} is bound, empty if it is not
 * @param pageEnd number of the piece that ends the page of an earlier answer, -1 if there is none
 * @param continuous whether the sender's first section would begin on our page
 */
record DocumentScan(String namespace, long pageEnd, boolean continuous) {

  static DocumentScan of(Markup in) throws IOException {
    String namespace = "";
    long piece = 0;
    long end = -1;
    boolean answered = false;
    boolean seen = false;
    String section = "";
    boolean inSection = false;
    int depth = 0;
    StringBuilder text = new StringBuilder();
    while (in.next()) {
      piece++;
      if (in.starts("document")) {
        namespace = namespace(in.tag());
      } else if (in.starts("p") && !in.isEmpty()) {
        depth++;
        if (depth == 1) {
          text.setLength(0);
        }
      } else if (in.ends("p")) {
        depth--;
        if (depth == 0 && !text.toString().isBlank()) {
          answered |= !seen && OwnAnswer.isHeadline(text.toString());
          seen = true;
          if (answered && end < 0 && OwnAnswer.isLastLine(text.toString())) {
            end = piece;
            section = "";
          }
        }
      } else if (in.starts("sectPr")) {
        inSection = section.isEmpty();
        section = section.isEmpty() ? "nextPage" : section;
      } else if (in.ends("sectPr")) {
        inSection = false;
      } else if (inSection && in.starts("type")) {
        section = in.tag().text("val");
      } else if (in.kind() == Markup.Kind.OTHER && depth > 0) {
        text.append(XmlText.plain(in.raw()));
      }
    }
    return new DocumentScan(namespace, end, section.equals("continuous"));
  }

  private static String namespace(Tag root) {
    int at = root.raw().indexOf("xmlns:w=");
    if (at < 0) {
      return "";
    }
    char quote = root.raw().charAt(at + 8);
    return root.raw().substring(at + 9, root.raw().indexOf(quote, at + 9));
  }
}
