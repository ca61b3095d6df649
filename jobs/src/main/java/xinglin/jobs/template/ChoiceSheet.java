package xinglin.jobs.template;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import xinglin.schemas.sheet.CellAddress;

/** A hidden sheet for lists that are too long to stand in a validation rule; made when needed. */
final class ChoiceSheet {
  private static final String NAME = "选项";
  private final XSSFWorkbook workbook;
  private final Map<List<String>, String> references = new HashMap<>();

  ChoiceSheet(XSSFWorkbook workbook) {
    this.workbook = workbook;
  }

  /** Where the list stands. */
  String reference(List<String> choices) {
    return references.computeIfAbsent(choices, this::write);
  }

  private String write(List<String> choices) {
    XSSFSheet known = workbook.getSheet(NAME);
    XSSFSheet sheet = known == null ? workbook.createSheet(NAME) : known;
    workbook.setSheetVisibility(workbook.getSheetIndex(sheet), SheetVisibility.HIDDEN);
    int column = references.size();
    for (int row = 0; row < choices.size(); row++) {
      XSSFRow there = sheet.getRow(row);
      (there == null ? sheet.createRow(row) : there)
          .createCell(column)
          .setCellValue(choices.get(row));
    }
    String letters = CellAddress.columnName(column);
    return NAME + "!$" + letters + "$1:$" + letters + "$" + choices.size();
  }
}
