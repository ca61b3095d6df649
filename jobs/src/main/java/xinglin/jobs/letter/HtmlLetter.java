package xinglin.jobs.letter;

import java.util.List;
import xinglin.jobs.mark.page.Tone;
import xinglin.schemas.finding.Language;
import xinglin.schemas.finding.Severity;

/**
 * A letter as HTML that every mail program shows alike: tables and inline styles, nothing fetched
 * from anywhere, readable in black and white.
 */
public final class HtmlLetter {
  private static final String FONT =
      "font-family:'Microsoft YaHei','PingFang SC','Noto Sans CJK SC','WenQuanYi Zen Hei',SimSun,sans-serif;";
  private static final String CELL =
      "padding:6px 8px;border:1px solid #c9ced6;vertical-align:top;font-size:14px;line-height:1.6;";
  private static final List<String> WIDTHS = List.of("44", "100", "", "92", "92");
  private final StringBuilder html = new StringBuilder();
  private final Letter letter;

  private HtmlLetter(Letter letter) {
    this.letter = letter;
  }

  public static String of(Letter letter) {
    return new HtmlLetter(letter).write();
  }

  private String write() {
    String language = letter.language() == Language.EN ? "en" : "zh-CN";
    html.append("<!DOCTYPE html>\n<html lang=\"").append(language).append("\">\n<head>\n");
    html.append("<meta http-equiv=\"Content-Type\" content=\"text/html; charset=utf-8\">\n");
    html.append(
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>");
    text(letter.subject());
    html.append("</title>\n</head>\n<body style=\"margin:0;padding:0;background:#ffffff;\">\n");
    html.append("<div style=\"max-width:760px;padding:16px;color:#1f2329;font-size:15px;");
    html.append("line-height:1.7;").append(FONT).append("\">\n");
    paragraph(letter.greeting(), "margin:0 0 4px 0;");
    paragraph(letter.lead(), "margin:0 0 12px 0;");
    html.append("<table role=\"presentation\" cellpadding=\"0\" cellspacing=\"0\" width=\"100%\" ");
    html.append("style=\"border-collapse:collapse;\"><tr><td bgcolor=\"#");
    html.append(letter.tone().rgb()).append("\" style=\"background:#").append(letter.tone().rgb());
    html.append(";color:#ffffff;font-size:18px;font-weight:bold;padding:10px 14px;\">");
    text(letter.headline());
    html.append("</td></tr><tr><td bgcolor=\"#f6f7f9\" style=\"background:#f6f7f9;");
    html.append("border:1px solid #c9ced6;border-top:0;padding:10px 14px;\">");
    listed(letter.todo());
    html.append("</td></tr></table>\n");
    letter.parts().forEach(this::part);
    html.append("<div style=\"margin:18px 0 0 0;font-size:14px;\">");
    listed(letter.enclosed());
    html.append("</div>\n<div style=\"margin:18px 0 0 0;padding:10px 0 0 0;");
    html.append("border-top:1px solid #c9ced6;color:#5b6270;font-size:13px;\">\n");
    letter.closing().forEach(line -> paragraph(line, "margin:0;"));
    html.append("</div>\n</div>\n</body>\n</html>\n");
    return html.toString();
  }

  private void part(Letter.Part part) {
    html.append("<div style=\"margin:18px 0 0 0;\">\n");
    if (!part.title().isEmpty()) {
      paragraph(part.title(), "margin:0 0 4px 0;font-weight:bold;font-size:16px;");
    }
    if (!part.verdict().isEmpty()) {
      html.append("<p style=\"margin:0 0 6px 0;\"><span style=\"color:#");
      html.append(part.tone().rgb()).append(";font-weight:bold;\">");
      text(part.verdict());
      html.append("</span>");
      if (!part.meaning().isEmpty()) {
        html.append("　");
        text(part.meaning());
      }
      html.append("</p>\n");
    }
    facts(part.facts());
    if (!part.lines().isEmpty()) {
      problems(part);
    }
    html.append("</div>\n");
  }

  private void facts(List<Letter.Fact> facts) {
    html.append("<table role=\"presentation\" cellpadding=\"0\" cellspacing=\"0\" ");
    html.append("style=\"border-collapse:collapse;margin:0 0 8px 0;\">\n");
    for (Letter.Fact fact : facts) {
      html.append("<tr><td style=\"padding:1px 14px 1px 0;color:#5b6270;font-size:14px;");
      html.append("vertical-align:top;white-space:nowrap;\">");
      text(fact.name());
      html.append("</td><td style=\"padding:1px 0;font-size:14px;word-break:break-word;\">");
      text(fact.text());
      html.append("</td></tr>\n");
    }
    html.append("</table>\n");
  }

  private void problems(Letter.Part part) {
    html.append("<table cellpadding=\"0\" cellspacing=\"0\" width=\"100%\" ");
    html.append("style=\"border-collapse:collapse;\">\n<tr>");
    for (int column = 0; column < WIDTHS.size(); column++) {
      String width = WIDTHS.get(column);
      html.append("<th align=\"left\"");
      html.append(width.isEmpty() ? "" : " width=\"" + width + "\"");
      html.append(" bgcolor=\"#eceff3\" style=\"background:#eceff3;").append(CELL).append("\">");
      text(letter.heads().get(column));
      html.append("</th>");
    }
    html.append("</tr>\n");
    for (Letter.Line line : part.lines()) {
      boolean error = line.severity() == Severity.ERROR;
      html.append("<tr>");
      cell(
          line.weight(),
          error
              ? "background:#fdeceb;font-weight:bold;white-space:nowrap;color:#" + Tone.BAD.rgb()
              : "background:#fff6e5;white-space:nowrap;color:#" + Tone.DOUBTFUL.rgb());
      cell(line.place(), "word-break:break-word");
      cell(line.message(), "word-break:break-word");
      cell(line.sent(), "word-break:break-all");
      cell(line.expected(), "word-break:break-all");
      html.append("</tr>\n");
    }
    html.append("</table>\n");
    if (!part.more().isEmpty()) {
      paragraph(part.more(), "margin:4px 0 0 0;font-size:14px;");
    }
  }

  private void cell(String content, String style) {
    html.append("<td style=\"").append(CELL).append(style).append(";\">");
    text(content);
    html.append("</td>");
  }

  private void listed(Letter.Listed listed) {
    if (listed.lines().isEmpty()) {
      return;
    }
    paragraph(listed.title(), "margin:0;font-weight:bold;");
    if (listed.lines().size() == 1) {
      paragraph(listed.lines().get(0), "margin:0;");
      return;
    }
    html.append("<ol style=\"margin:0;padding:0 0 0 22px;\">\n");
    for (String line : listed.lines()) {
      html.append("<li style=\"margin:0;word-break:break-word;\">");
      text(line);
      html.append("</li>\n");
    }
    html.append("</ol>\n");
  }

  private void paragraph(String content, String style) {
    html.append("<p style=\"").append(style).append("\">");
    text(content);
    html.append("</p>\n");
  }

  /** What others wrote is text, never markup. */
  private void text(String content) {
    for (int i = 0; i < content.length(); i++) {
      char letterOrSign = content.charAt(i);
      switch (letterOrSign) {
        case '&' -> html.append("&amp;");
        case '<' -> html.append("&lt;");
        case '>' -> html.append("&gt;");
        case '"' -> html.append("&quot;");
        case '\n' -> html.append("<br>");
        default -> {
          if (letterOrSign >= ' ') {
            html.append(letterOrSign);
          }
        }
      }
    }
  }
}
