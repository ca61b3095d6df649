package xinglin.jobs.mark.xlsx;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import xinglin.jobs.mark.page.Mark;
import xinglin.jobs.mark.part.Markup;
import xinglin.jobs.mark.part.Tag;
import xinglin.jobs.mark.part.XmlText;
import xinglin.jobs.open.own.OwnAnswer;

/**
 * The comments of one sheet: the sender's stay, those of an earlier answer go, ours come; where the
 * sender has one already, ours is written below it.
 */
final class Comments {
  static final String EMPTY =
      "<comments xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><authors/><commentList/></comments>";
  private static final String AUTHOR = "审核";

  private final Map<String, Mark> waiting = new LinkedHashMap<>();
  private final Set<String> gone = new HashSet<>();
  private final List<Mark> boxes = new ArrayList<>();
  private final String xml;

  /**
   * @param before the part as it is, {@link #EMPTY} if there is none
   */
  Comments(String before, List<Mark> marks) throws IOException {
    marks.forEach(mark -> waiting.put(mark.spot().address().a1(), mark));
    this.xml = rewrite(before);
  }

  /** The part with our comments. */
  String xml() {
    return xml;
  }

  /** Cells whose comment was wholly ours and is taken away. */
  Set<String> gone() {
    return gone;
  }

  /** Marks that need a box of their own. */
  List<Mark> boxes() {
    return boxes;
  }

  private String rewrite(String before) throws IOException {
    StringBuilder out = new StringBuilder(before.length() + waiting.size() * 400);
    Markup markup = new Markup(new StringReader(before));
    StringBuilder comment = new StringBuilder();
    String prefix = "";
    int authors = 0;
    while (markup.next()) {
      if (markup.starts("comments")) {
        prefix = markup.tag().prefix();
        out.append(markup.raw());
      } else if (markup.starts("author")) {
        authors++;
        out.append(markup.raw());
      } else if (markup.starts("authors") && markup.isEmpty()) {
        out.append(markup.tag().opened().raw() + author(prefix) + markup.tag().end());
      } else if (markup.ends("authors")) {
        out.append(author(prefix)).append(markup.raw());
      } else if (markup.starts("commentList") && markup.isEmpty()) {
        out.append(markup.tag().opened().raw() + rest(prefix, authors) + markup.tag().end());
      } else if (markup.ends("commentList")) {
        out.append(rest(prefix, authors)).append(markup.raw());
      } else if (markup.starts("comment") && !markup.isEmpty()) {
        comment.append(markup.raw());
      } else if (markup.ends("comment")) {
        out.append(kept(comment.append(markup.raw()).toString(), prefix));
        comment.setLength(0);
      } else {
        (comment.isEmpty() ? out : comment).append(markup.raw());
      }
    }
    return out.toString();
  }

  private static String author(String prefix) {
    return "<" + prefix + "author>" + AUTHOR + "</" + prefix + "author>";
  }

  /** One comment that is there already: without our former words, with our new ones. */
  private String kept(String comment, String prefix) throws IOException {
    Tag head = new Tag(comment.substring(0, comment.indexOf('>') + 1));
    String address = head.text("ref");
    String text = text(comment);
    String senders = OwnAnswer.withoutComment(text);
    if (senders.isBlank() && !senders.equals(text)) {
      gone.add(address);
      return "";
    }
    Mark mark = waiting.remove(address);
    if (mark == null && senders.equals(text)) {
      return comment;
    }
    String ours = mark == null ? "" : run(prefix, "\n" + mark.text());
    if (!senders.equals(text)) {
      String plain = run(prefix, senders) + ours;
      return head.raw() + element(prefix, "text", plain) + "</" + prefix + "comment>";
    }
    int end = comment.lastIndexOf("</" + prefix + "text>");
    if (end < 0) {
      return head.raw() + element(prefix, "text", ours) + "</" + prefix + "comment>";
    }
    String body = comment.substring(0, end);
    // Text without runs may not stand beside runs.
    boolean runs = body.contains("<" + prefix + "r>") || body.contains("<" + prefix + "r ");
    int inner = body.indexOf("<" + prefix + "t");
    int from = runs ? -1 : body.indexOf('>', inner) + 1;
    String run =
        from <= 0 ? body : body.substring(0, from) + element(prefix, "r", body.substring(from));
    return run + ours + comment.substring(end);
  }

  private static String text(String comment) throws IOException {
    StringBuilder text = new StringBuilder();
    Markup markup = new Markup(new StringReader(comment));
    boolean inside = false;
    while (markup.next()) {
      if (markup.starts("t")) {
        inside = !markup.isEmpty();
      } else if (markup.ends("t")) {
        inside = false;
      } else if (inside) {
        text.append(XmlText.plain(markup.raw()));
      }
    }
    return text.toString();
  }

  private String rest(String prefix, int author) {
    StringBuilder out = new StringBuilder();
    for (Map.Entry<String, Mark> entry : waiting.entrySet()) {
      boxes.add(entry.getValue());
      out.append(
              "<" + prefix + "comment ref=\"" + entry.getKey() + "\" authorId=\"" + author + "\">")
          .append(element(prefix, "text", run(prefix, entry.getValue().text())))
          .append("</" + prefix + "comment>");
    }
    return out.toString();
  }

  private static String run(String prefix, String text) {
    String look =
        "<p:rPr><p:sz val=\"10\"/><p:color indexed=\"81\"/><p:rFont val=\"宋体\"/><p:family val=\"3\"/><p:charset val=\"134\"/></p:rPr>"
            .replace("<p:", "<" + prefix)
            .replace("</p:", "</" + prefix);
    return element(
        prefix,
        "r",
        look
            + "<"
            + prefix
            + "t xml:space=\"preserve\">"
            + XmlText.escaped(text)
            + "</"
            + prefix
            + "t>");
  }

  private static String element(String prefix, String name, String content) {
    return "<" + prefix + name + ">" + content + "</" + prefix + name + ">";
  }
}
