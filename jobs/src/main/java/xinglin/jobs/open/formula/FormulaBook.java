package xinglin.jobs.open.formula;

import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.formula.EvaluationCell;
import org.apache.poi.ss.formula.EvaluationName;
import org.apache.poi.ss.formula.EvaluationSheet;
import org.apache.poi.ss.formula.EvaluationWorkbook;
import org.apache.poi.ss.formula.FormulaParser;
import org.apache.poi.ss.formula.FormulaParsingWorkbook;
import org.apache.poi.ss.formula.FormulaRenderingWorkbook;
import org.apache.poi.ss.formula.FormulaType;
import org.apache.poi.ss.formula.SheetIdentifier;
import org.apache.poi.ss.formula.ptg.Area3DPxg;
import org.apache.poi.ss.formula.ptg.AreaPtgBase;
import org.apache.poi.ss.formula.ptg.NamePtg;
import org.apache.poi.ss.formula.ptg.NameXPtg;
import org.apache.poi.ss.formula.ptg.Ptg;
import org.apache.poi.ss.formula.ptg.Ref3DPxg;
import org.apache.poi.ss.formula.udf.AggregatingUDFFinder;
import org.apache.poi.ss.formula.udf.UDFFinder;
import org.apache.poi.ss.usermodel.Name;
import org.apache.poi.ss.usermodel.Table;
import org.apache.poi.ss.util.AreaReference;
import org.apache.poi.ss.util.CellReference;
import org.jspecify.annotations.Nullable;
import xinglin.jobs.open.workbook.WorkbookXml;

/**
 * A workbook that was read, as POI's formula engine wants to see it: formulas are computed anew
 * without POI's user model, which costs several times as much as reading the file. Formulas that
 * leave the file, name tables or use functions unknown to POI cannot be computed.
 */
public final class FormulaBook
    implements EvaluationWorkbook, FormulaParsingWorkbook, FormulaRenderingWorkbook {
  /**
   * Cells that all formulas together may look at; POI visits each place of an area, filled or not.
   */
  private static final long MOST_AREA_CELLS = 50_000_000;

  private final List<String> sheetNames;
  private final List<WorkbookXml.Name> names;
  private final List<FormulaSheet> sheets = new ArrayList<>();
  private long areaCells;

  public FormulaBook(List<String> sheetNames, List<WorkbookXml.Name> names) {
    this.sheetNames = List.copyOf(sheetNames);
    this.names = List.copyOf(names);
  }

  void add(FormulaSheet sheet) {
    sheets.add(sheet);
  }

  Ptg[] parse(String expression, FormulaType type, int sheet, int row) {
    Ptg[] tokens = FormulaParser.parse(expression, this, type, sheet, row);
    for (Ptg token : tokens) {
      if (token instanceof AreaPtgBase area) {
        areaCells +=
            (area.getLastRow() - area.getFirstRow() + 1L)
                * (area.getLastColumn() - area.getFirstColumn() + 1L);
      }
    }
    if (areaCells > MOST_AREA_CELLS) {
      throw outside("areas of this size");
    }
    return tokens;
  }

  @Override
  public Ptg[] getFormulaTokens(EvaluationCell cell) {
    return parse(
        ((FormulaCell) cell).expression(),
        FormulaType.CELL,
        getSheetIndex(cell.getSheet()),
        cell.getRowIndex());
  }

  @Override
  public String getSheetName(int index) {
    return sheetNames.get(index);
  }

  @Override
  public int getSheetIndex(EvaluationSheet sheet) {
    return sheets.indexOf(sheet);
  }

  @Override
  public int getSheetIndex(String name) {
    for (int i = 0; i < sheetNames.size(); i++) {
      if (sheetNames.get(i).equalsIgnoreCase(name)) {
        return i;
      }
    }
    return -1;
  }

  @Override
  public EvaluationSheet getSheet(int index) {
    return sheets.get(index);
  }

  @Override
  public ExternalSheet getExternalSheet(String first, @Nullable String last, int workbook) {
    if (workbook > 0) {
      throw outside("other workbooks");
    }
    return last == null || last.equals(first)
        ? new ExternalSheet(null, first)
        : new ExternalSheetRange(null, first, last);
  }

  @Override
  public Ptg get3DReferencePtg(CellReference cell, SheetIdentifier sheet) {
    if (sheet.getBookName() != null) {
      throw outside("other workbooks");
    }
    return new Ref3DPxg(sheet, cell);
  }

  @Override
  public Ptg get3DReferencePtg(AreaReference area, SheetIdentifier sheet) {
    if (sheet.getBookName() != null) {
      throw outside("other workbooks");
    }
    return new Area3DPxg(sheet, area);
  }

  @Override
  public @Nullable EvaluationName getName(String name, int sheet) {
    int found = -1;
    for (int i = 0; i < names.size(); i++) {
      WorkbookXml.Name candidate = names.get(i);
      if (candidate.name().equalsIgnoreCase(name)
          && (candidate.sheet() == sheet || (candidate.sheet() < 0 && found < 0))) {
        found = i;
      }
    }
    return found < 0 ? null : new FormulaName(this, names.get(found), found);
  }

  @Override
  public EvaluationName getName(NamePtg name) {
    return new FormulaName(this, names.get(name.getIndex()), name.getIndex());
  }

  @Override
  public @Nullable Ptg getNameXPtg(String name, @Nullable SheetIdentifier sheet) {
    return null;
  }

  @Override
  public @Nullable Table getTable(@Nullable String name) {
    return null;
  }

  @Override
  public UDFFinder getUDFFinder() {
    // Asked for once, by the evaluator; forms without formulas load none of it.
    return new AggregatingUDFFinder(AggregatingUDFFinder.DEFAULT);
  }

  @Override
  public SpreadsheetVersion getSpreadsheetVersion() {
    return SpreadsheetVersion.EXCEL2007;
  }

  @Override
  public void clearAllCachedResultValues() {
    // Cells do not change while a file is opened.
  }

  @Override
  public int getExternalSheetIndex(String sheet) {
    return getSheetIndex(sheet);
  }

  @Override
  public int getExternalSheetIndex(String workbook, String sheet) {
    throw outside("other workbooks");
  }

  @Override
  public int convertFromExternSheetIndex(int index) {
    return index;
  }

  @Override
  public ExternalSheet getExternalSheet(int index) {
    throw outside("other workbooks");
  }

  @Override
  public ExternalName getExternalName(int sheet, int name) {
    throw outside("other workbooks");
  }

  @Override
  public ExternalName getExternalName(String name, String sheet, int workbook) {
    throw outside("other workbooks");
  }

  @Override
  public String resolveNameXText(NameXPtg name) {
    throw outside("other workbooks");
  }

  @Override
  public String getNameText(NamePtg name) {
    return names.get(name.getIndex()).name();
  }

  @Override
  public String getSheetFirstNameByExternSheet(int index) {
    return getSheetName(index);
  }

  @Override
  public String getSheetLastNameByExternSheet(int index) {
    return getSheetName(index);
  }

  @Override
  public Name createName() {
    throw outside("unknown functions");
  }

  private static UnsupportedOperationException outside(String what) {
    return new UnsupportedOperationException("Cannot compute with " + what);
  }
}
