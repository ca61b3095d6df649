package xinglin.jobs.mark.xlsx;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import xinglin.jobs.mark.page.Mark;
import xinglin.jobs.mark.page.TextLines;
import xinglin.schemas.sheet.CellAddress;

/** The boxes of comments, without which Excel shows none. */
final class CommentBoxes {
  static final String EMPTY =
      "<xml xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:o=\"urn:schemas-microsoft-com:office:office\" xmlns:x=\"urn:schemas-microsoft-com:office:excel\">"
          + "<o:shapelayout v:ext=\"edit\"><o:idmap v:ext=\"edit\" data=\"1\"/></o:shapelayout>"
          + "<v:shapetype id=\"_x0000_t202\" coordsize=\"21600,21600\" o:spt=\"202\" path=\"m,l,21600r21600,l21600,xe\"><v:stroke joinstyle=\"miter\"/><v:path gradientshapeok=\"t\" o:connecttype=\"rect\"/></v:shapetype></xml>";
  private static final Pattern SHAPE =
      Pattern.compile("<(\\w+:)?shape\\s.*?</\\1shape>", Pattern.DOTALL);
  private static final Pattern ROW = Pattern.compile("<(?:\\w+:)?Row>\\s*(\\d+)\\s*<");
  private static final Pattern COLUMN = Pattern.compile("<(?:\\w+:)?Column>\\s*(\\d+)\\s*<");
  private static final Pattern ID = Pattern.compile("_x0000_s(\\d+)");
  private static final int LATIN_A_LINE = 36;

  private CommentBoxes() {}

  /**
   * @param before the drawing as it is, {@link #EMPTY} if there is none
   * @param gone cells whose box goes
   */
  static String with(String before, Set<String> gone, List<Mark> marks, Widths widths) {
    StringBuilder kept = new StringBuilder();
    Matcher shapes = SHAPE.matcher(before);
    int from = 0;
    while (shapes.find()) {
      kept.append(before, from, shapes.start());
      if (!gone.contains(cell(shapes.group()))) {
        kept.append(shapes.group());
      }
      from = shapes.end();
    }
    kept.append(before.substring(from));
    int last = 1_024;
    for (Matcher ids = ID.matcher(kept); ids.find(); ) {
      last = Math.max(last, (int) Math.min(1_000_000, Long.parseLong(ids.group(1))));
    }
    int end = kept.lastIndexOf("</xml>");
    StringBuilder ours = new StringBuilder();
    for (Mark mark : marks) {
      ours.append(box(mark, ++last, widths));
    }
    return end < 0 ? before : kept.insert(end, ours).toString();
  }

  private static String cell(String shape) {
    Matcher row = ROW.matcher(shape);
    Matcher column = COLUMN.matcher(shape);
    return row.find() && column.find()
        ? new CellAddress(Integer.parseInt(row.group(1)), Integer.parseInt(column.group(1))).a1()
        : "";
  }

  private static String box(Mark mark, int id, Widths widths) {
    int row = mark.spot().row();
    int column = mark.spot().column();
    int left = Math.min(column + mark.spot().columns(), 16_370);
    int right = widths.right(left);
    int bottom = widths.bottom(row, TextLines.count(mark.text(), LATIN_A_LINE) + 1);
    int top = Math.min(row, 1_048_500);
    return "<v:shape xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:o=\"urn:schemas-microsoft-com:office:office\" xmlns:x=\"urn:schemas-microsoft-com:office:excel\" id=\"_x0000_s"
        + id
        + "\" type=\"#_x0000_t202\" style=\"position:absolute;visibility:hidden\" fillcolor=\"#ffffe1\" o:insetmode=\"auto\">"
        + "<v:fill color2=\"#ffffe1\"/><v:shadow on=\"t\" color=\"black\" obscured=\"t\"/><v:path o:connecttype=\"none\"/>"
        + "<v:textbox style=\"mso-direction-alt:auto\"><div style=\"text-align:left\"></div></v:textbox>"
        + "<x:ClientData ObjectType=\"Note\"><x:MoveWithCells/><x:SizeWithCells/>"
        + "<x:Anchor>"
        + left
        + ", 8, "
        + top
        + ", 2, "
        + right
        + ", 8, "
        + Math.max(bottom, top + 1)
        + ", 4</x:Anchor>"
        + "<x:AutoFill>False</x:AutoFill><x:Row>"
        + row
        + "</x:Row><x:Column>"
        + column
        + "</x:Column></x:ClientData></v:shape>";
  }
}
