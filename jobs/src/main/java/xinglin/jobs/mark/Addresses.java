package xinglin.jobs.mark;

import java.util.Optional;
import xinglin.schemas.finding.Finding;
import xinglin.schemas.sheet.CellAddress;
import xinglin.schemas.sheet.Document;
import xinglin.schemas.sheet.Paragraph;

/** Where the address of a finding lies in the marked copy. */
record Addresses(Document.Format format) {
  /** Sheet of the copy that holds what a CSV held. */
  static final String CSV_SHEET = "报送内容";

  /** Whether the copy is the sender's own workbook and not only what was read. */
  boolean original() {
    return format == Document.Format.XLSX || format == Document.Format.XLS;
  }

  /** Empty for findings about the file as a whole. */
  String sheet(Finding finding) {
    return format == Document.Format.CSV && !finding.cell().isEmpty() ? CSV_SHEET : finding.sheet();
  }

  /** Paragraph P3 of a Word file stands in row 3. */
  Optional<CellAddress> cell(Finding finding) {
    String cell = finding.cell();
    boolean paragraph =
        format.isText() && finding.sheet().equals(Paragraph.SHEET) && cell.startsWith("P");
    String a1 = (paragraph ? "A" + cell.substring(1) : cell).split(":", 2)[0];
    if (!a1.matches("[A-Z]{1,3}[1-9][0-9]{0,6}")) {
      return Optional.empty();
    }
    CellAddress address = CellAddress.parse(a1);
    return address.column() < 16_384 && address.row() < 1_048_576
        ? Optional.of(address)
        : Optional.empty();
  }

  /** As the sender reads it. */
  static String shown(Finding finding) {
    if (finding.cell().isEmpty()) {
      return finding.sheet().isEmpty() ? "整个文件" : finding.sheet();
    }
    return finding.sheet().isEmpty()
        ? finding.cell()
        : finding.cell() + "（" + finding.sheet() + "）";
  }
}
