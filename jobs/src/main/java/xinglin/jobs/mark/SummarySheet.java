package xinglin.jobs.mark;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.common.usermodel.HyperlinkType;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Hyperlink;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import xinglin.schemas.finding.Finding;
import xinglin.schemas.finding.Severity;
import xinglin.schemas.sheet.CellAddress;

/**
 * The first sheet of a marked copy: the verdict in plain words, what to do, and every finding with
 * a link to its cell.
 */
final class SummarySheet {
  static final String NAME = "审核结果";

  private static final String HEADLINE = "审核结果：";
  private static final int MOST = 500;
  private static final int[] WIDTHS = {6, 11, 22, 58, 16, 15, 27};
  private static final String[] HEADERS = {"序号", "程度", "位置（点击跳转）", "问题和改法", "您填的", "应为或读作", "代码"};
  private static final int LAST = WIDTHS.length - 1;

  private final Sheet sheet;
  private final SummaryStyles styles;
  private final PlainText plain;
  private final Workbook workbook;
  private int next;

  SummarySheet(Workbook workbook) {
    this.workbook = workbook;
    removeEarlier(workbook);
    this.sheet = workbook.createSheet(freeName(workbook));
    this.styles = new SummaryStyles(workbook);
    this.plain = new PlainText(workbook);
    for (int i = 0; i < WIDTHS.length; i++) {
      sheet.setColumnWidth(i, WIDTHS[i] * 256);
    }
  }

  /** A marked copy that was corrected and sent back holds the summary of its first round. */
  private static void removeEarlier(Workbook workbook) {
    Sheet earlier = workbook.getSheet(NAME);
    Row first = earlier == null ? null : earlier.getRow(0);
    Cell corner = first == null ? null : first.getCell(0);
    if (corner != null
        && workbook.getNumberOfSheets() > 1
        && corner.toString().startsWith(HEADLINE)) {
      workbook.removeSheetAt(workbook.getSheetIndex(earlier));
    }
  }

  private static String freeName(Workbook workbook) {
    String name = NAME;
    for (int i = 2; workbook.getSheet(name) != null; i++) {
      name = NAME + i;
    }
    return name;
  }

  void write(Summary summary, List<Finding> findings, Addresses addresses, boolean marked) {
    VerdictWords words = VerdictWords.of(summary.verdict(), summary.dueOn());
    wide(HEADLINE + words.headline(), styles.headline(words.tone()), 40);
    wide(words.meaning() + counts(findings), styles.lead(), 26);
    facts(summary, words);
    if (!findings.isEmpty()) {
      next++;
      table(findings, addresses, marked);
      guide(marked, addresses);
    }
    page();
  }

  private static String counts(List<Finding> findings) {
    long errors = Marking.count(findings, Severity.ERROR);
    long warnings = Marking.count(findings, Severity.WARNING);
    String text = errors > 0 ? "错误 " + errors + " 处" : "";
    if (warnings > 0) {
      text += (text.isEmpty() ? "" : "，") + "提醒 " + warnings + " 处";
    }
    return text.isEmpty() ? "" : "共有" + text + "。";
  }

  private void facts(Summary summary, VerdictWords words) {
    CellStyle label = styles.label();
    CellStyle value = styles.value();
    fact("现在怎么办", words.todo(), label, styles.todo());
    fact("文件", summary.fileName(), label, value);
    fact("表格", summary.form(), label, value);
    fact("填报单位", summary.reporter(), label, value);
    fact("统计期间", summary.period().map(ChineseDates::of).orElse(""), label, value);
    fact("重报截止", summary.dueOn().map(ChineseDates::of).orElse(""), label, value);
    fact("审核日期", ChineseDates.of(summary.checkedOn()), label, value);
  }

  private void fact(String name, String text, CellStyle label, CellStyle value) {
    if (text.isEmpty()) {
      return;
    }
    Row row = sheet.createRow(next);
    plain.put(row.createCell(0), name, label);
    row.createCell(1).setCellStyle(label);
    for (int i = 2; i <= LAST; i++) {
      row.createCell(i).setCellStyle(value);
    }
    plain.put(row.getCell(2), text, value);
    sheet.addMergedRegion(new CellRangeAddress(next, next, 0, 1));
    sheet.addMergedRegion(new CellRangeAddress(next, next, 2, LAST));
    row.setHeightInPoints(Math.max(22, 18 * TextLines.count(text, width(2, LAST) - 10) + 6));
    next++;
  }

  private void table(List<Finding> findings, Addresses addresses, boolean marked) {
    Row header = sheet.createRow(next++);
    header.setHeightInPoints(22);
    CellStyle headerStyle = styles.header();
    for (int i = 0; i <= LAST; i++) {
      plain.put(header.createCell(i), HEADERS[i], headerStyle);
    }
    CellStyle value = styles.value();
    CellStyle centred = styles.centred();
    CellStyle link = styles.link();
    Map<Severity, CellStyle> severities = new EnumMap<>(Severity.class);
    int number = 0;
    for (Finding finding : Marking.byWeight(findings)) {
      if (++number > MOST) {
        wide("……另有 " + (findings.size() - MOST) + " 处没有在此列出，请先改正以上各处。", styles.lead(), 22);
        return;
      }
      Row row = sheet.createRow(next++);
      row.createCell(0).setCellValue(number);
      row.getCell(0).setCellStyle(centred);
      CellStyle severity = severities.computeIfAbsent(finding.severity(), styles::severity);
      plain.put(
          row.createCell(1),
          Marking.word(finding.severity()) + "\n" + Marking.demand(finding.severity()),
          severity);
      place(row.createCell(2), finding, addresses, marked, link, value);
      plain.put(row.createCell(3), finding.message(), value);
      plain.put(row.createCell(4), finding.verbatim(), value);
      plain.put(row.createCell(5), finding.expected(), value);
      plain.put(row.createCell(6), finding.code(), value);
      int lines = Math.max(2, TextLines.count(finding.message(), WIDTHS[3] - 8));
      lines = Math.max(lines, Math.min(8, TextLines.count(finding.verbatim(), WIDTHS[4] - 3)));
      row.setHeightInPoints(Math.min(400, 17 * lines + 8));
    }
  }

  private void place(
      Cell cell,
      Finding finding,
      Addresses addresses,
      boolean marked,
      CellStyle link,
      CellStyle value) {
    String name = addresses.sheet(finding);
    CellAddress address = addresses.cell(finding).orElse(null);
    boolean reachable = marked && address != null && workbook.getSheet(name) != null;
    plain.put(cell, Addresses.shown(finding), reachable ? link : value);
    if (reachable && address != null) {
      Hyperlink hyperlink = workbook.getCreationHelper().createHyperlink(HyperlinkType.DOCUMENT);
      hyperlink.setAddress("'" + name.replace("'", "''") + "'!" + address.a1());
      cell.setHyperlink(hyperlink);
    }
  }

  private void guide(boolean marked, Addresses addresses) {
    next++;
    if (marked) {
      wide("点击“位置”可以跳到有问题的单元格：红色是错误，必须改正；黄色是提醒，请核对。鼠标停在单元格右上角可以看到批注。", styles.small(), 18);
      if (addresses.original()) {
        wide("可以直接在这份文件里改正，改好后报送这份文件（本页不影响读取，不用删）；也可以改您自己的原表再报送。", styles.small(), 18);
      }
    } else {
      wide("文件较大，没有在其中着色，请按“位置”在您自己的文件中查找。", styles.small(), 18);
    }
  }

  private void wide(String text, CellStyle style, int height) {
    Row row = sheet.createRow(next);
    for (int i = 0; i <= LAST; i++) {
      row.createCell(i).setCellStyle(style);
    }
    plain.put(row.getCell(0), text, style);
    row.setHeightInPoints(height);
    sheet.addMergedRegion(new CellRangeAddress(next, next, 0, LAST));
    next++;
  }

  private static int width(int from, int to) {
    int sum = 0;
    for (int i = from; i <= to; i++) {
      sum += WIDTHS[i];
    }
    return sum;
  }

  /** On paper it is one page wide; opened, it is what one sees first. */
  private void page() {
    PrintSetup print = sheet.getPrintSetup();
    print.setLandscape(true);
    print.setPaperSize(PrintSetup.A4_PAPERSIZE);
    sheet.setFitToPage(true);
    sheet.setAutobreaks(true);
    print.setFitWidth((short) 1);
    print.setFitHeight((short) 0);
    sheet.setDisplayGridlines(false);
    String name = sheet.getSheetName();
    workbook.setSheetOrder(name, 0);
    for (int i = 0; i < workbook.getNumberOfSheets(); i++) {
      workbook.getSheetAt(i).setSelected(i == 0);
    }
    workbook.setActiveSheet(0);
    workbook.setFirstVisibleTab(0);
  }
}
