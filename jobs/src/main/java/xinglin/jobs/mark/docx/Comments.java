package xinglin.jobs.mark.docx;

import java.io.IOException;
import java.io.StringReader;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import xinglin.jobs.mark.page.Mark;
import xinglin.jobs.mark.part.Markup;
import xinglin.jobs.mark.part.XmlText;
import xinglin.jobs.open.own.OwnAnswer;

/** The comments part: the sender's stay, those of an earlier answer go, ours come. */
final class Comments {
  private static final String AUTHOR = "审核";

  private final Set<String> gone = new HashSet<>();
  private final StringBuilder kept = new StringBuilder();
  private int last = -1;
  private int first;

  /**
   * @param before the part as it is, empty if there is none
   */
  Comments(String before, String namespace) throws IOException {
    String xml =
        before.isEmpty() ? "<w:comments xmlns:w=\"" + namespace + "\"></w:comments>" : before;
    Markup markup = new Markup(new StringReader(xml));
    StringBuilder comment = new StringBuilder();
    StringBuilder text = new StringBuilder();
    String id = "";
    while (markup.next()) {
      if (markup.starts("comment")) {
        id = markup.tag().text("id");
        last = Math.max(last, markup.tag().number("id", 0));
        text.setLength(0);
      }
      boolean inside = !id.isEmpty();
      if (markup.starts("comments") && markup.isEmpty()) {
        kept.append(markup.tag().opened().raw()).append(markup.tag().end());
      } else {
        (inside ? comment : kept).append(markup.raw());
      }
      if (inside && markup.kind() == Markup.Kind.OTHER) {
        text.append(XmlText.plain(markup.raw()));
      }
      if (markup.ends("comment")) {
        if (OwnAnswer.COMMENTS.stream().anyMatch(text.toString().strip()::startsWith)) {
          gone.add(id);
        } else {
          kept.append(comment);
        }
        comment.setLength(0);
        id = "";
      }
    }
    first = last + 1;
  }

  /** Identities of comments that were ours. */
  Set<String> gone() {
    return gone;
  }

  /** Identity of the comment of the n-th mark. */
  int id(int mark) {
    return first + mark;
  }

  String xml(List<Mark> marks) {
    StringBuilder ours = new StringBuilder();
    for (int i = 0; i < marks.size(); i++) {
      ours.append(
          "<w:comment w:id=\""
              + id(i)
              + "\" w:author=\""
              + AUTHOR
              + "\" w:initials=\""
              + AUTHOR
              + "\">");
      for (String line : marks.get(i).text().split("\n", -1)) {
        ours.append(
            "<w:p><w:r><w:t xml:space=\"preserve\">"
                + XmlText.escaped(line)
                + "</w:t></w:r></w:p>");
      }
      ours.append("</w:comment>");
    }
    int end = kept.lastIndexOf("</");
    return new StringBuilder(kept).insert(end, ours).toString();
  }
}
