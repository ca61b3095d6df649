package xinglin.jobs.open.workbook;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.apache.poi.hssf.usermodel.HSSFName;
import org.apache.poi.hssf.usermodel.HSSFRichTextString;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import xinglin.jobs.open.formula.FormulaBook;
import xinglin.jobs.open.guard.Budget;
import xinglin.jobs.open.guard.RefusalException;
import xinglin.jobs.open.workbook.CellTyping.Typed;
import xinglin.schemas.sheet.Block;
import xinglin.schemas.sheet.Cell;
import xinglin.schemas.sheet.Cell.Content;
import xinglin.schemas.sheet.Document;
import xinglin.schemas.sheet.Document.Trait;

/** Reads an .xls (BIFF8, also what WPS calls .et) through POI. */
public final class XlsReader {
  /** Other files stand by their names: {@code [total.xls]Sheet1!A1}. */
  private static final Pattern OTHER_FILE = Pattern.compile("\\[[^\\[\\]]+\\][^\\[\\],;]*!");

  private final HSSFWorkbook workbook;
  private final boolean from1904;
  private final Budget budget;
  private final XlsLooks looks;
  private final List<SheetDraft> drafts = new ArrayList<>();
  private final Map<Short, Boolean> dateStyles = new HashMap<>();
  private final Map<Short, Optional<ShownFormat>> scales = new HashMap<>();

  private XlsReader(HSSFWorkbook workbook, Budget budget) {
    this.workbook = workbook;
    this.from1904 = workbook.getInternalWorkbook().isUsing1904DateWindowing();
    this.budget = budget;
    this.looks = new XlsLooks(workbook);
  }

  public static Document read(DirectoryNode root, boolean macros, Budget budget)
      throws IOException, RefusalException {
    BiffGuard.inspect(root, budget);
    try (HSSFWorkbook workbook = new HSSFWorkbook(root, false)) {
      Set<Trait> traits = macros ? EnumSet.of(Trait.MACROS) : EnumSet.noneOf(Trait.class);
      XlsReader reader = new XlsReader(workbook, budget);
      List<Block> blocks = reader.blocks();
      return new Document(
          Document.Format.XLS,
          blocks,
          traits,
          Optional.empty(),
          Optional.empty(),
          SheetNotes.of(reader.drafts));
    }
  }

  private List<Block> blocks() throws RefusalException {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < workbook.getNumberOfSheets(); i++) {
      boolean hidden = workbook.isSheetHidden(i) || workbook.isSheetVeryHidden(i);
      SheetDraft draft = new SheetDraft(workbook.getSheetName(i), hidden, budget);
      names.add(draft.name());
      drafts.add(draft);
      read(workbook.getSheetAt(i), draft);
    }
    return Grids.of(drafts, new FormulaBook(names, definedNames()), from1904, budget);
  }

  private List<WorkbookXml.Name> definedNames() {
    List<WorkbookXml.Name> names = new ArrayList<>();
    for (HSSFName name : workbook.getAllNames()) {
      if (!name.isDeleted() && !name.isFunctionName()) {
        names.add(
            new WorkbookXml.Name(
                name.getNameName(), name.getSheetIndex(), expression(name::getRefersToFormula)));
      }
    }
    return names;
  }

  private void read(HSSFSheet sheet, SheetDraft draft) throws RefusalException {
    for (CellRangeAddress area : sheet.getMergedRegions()) {
      draft.merge(
          area.getFirstRow(), area.getFirstColumn(), area.getLastRow(), area.getLastColumn());
    }
    int columns = 0;
    for (Row row : sheet) {
      columns = Math.max(columns, row.getLastCellNum());
    }
    BitSet hiddenColumns = new BitSet();
    for (int column = 0; column < columns; column++) {
      hiddenColumns.set(column, sheet.isColumnHidden(column));
    }
    for (Row row : sheet) {
      boolean rowHidden = row.getZeroHeight();
      if (rowHidden) {
        draft.hideRow(row.getRowNum());
      }
      for (org.apache.poi.ss.usermodel.Cell cell : row) {
        add(cell, draft, draft.hidden() || rowHidden || hiddenColumns.get(cell.getColumnIndex()));
      }
    }
  }

  private void add(org.apache.poi.ss.usermodel.Cell cell, SheetDraft draft, boolean hidden)
      throws RefusalException {
    boolean computed = cell.getCellType() == CellType.FORMULA;
    CellType type = computed ? cell.getCachedFormulaResultType() : cell.getCellType();
    Typed typed = typed(cell, type);
    if (looks.isStruck(cell, type)) {
      typed = typed.struck();
    }
    if (computed || !typed.text().isEmpty()) {
      Optional<Cell.Formula> formula =
          computed
              ? Optional.of(new Cell.Formula(expression(cell), Optional.empty()))
              : Optional.empty();
      Cell read =
          new Cell(
              cell.getRowIndex(),
              cell.getColumnIndex(),
              1,
              1,
              typed.text(),
              typed.content(),
              formula,
              hidden);
      draft.add(read);
      typed.stored().ifPresent(stored -> draft.notes().scaled(read, stored));
      if (formula.isPresent() && OTHER_FILE.matcher(formula.get().expression()).find()) {
        draft.notes().link(read);
      }
    }
  }

  private Typed typed(org.apache.poi.ss.usermodel.Cell cell, CellType type)
      throws RefusalException {
    return switch (type) {
      case NUMERIC -> number(cell);
      case STRING -> {
        String text = looks.shown((HSSFRichTextString) cell.getRichStringCellValue());
        budget.characters(text.length());
        yield new Typed(text, text.isBlank() ? Content.BLANK : Content.TEXT);
      }
      case BOOLEAN -> CellTyping.bool(cell.getBooleanCellValue());
      case ERROR -> {
        byte code = cell.getErrorCellValue();
        String text =
            FormulaError.isValidCode(code) ? FormulaError.forInt(code).getString() : "#ERR";
        yield new Typed(text, new Cell.Fault(text));
      }
      default -> Typed.BLANK;
    };
  }

  private Typed number(org.apache.poi.ss.usermodel.Cell cell) {
    double stored = cell.getNumericCellValue();
    if (isPercent(cell.getCellStyle())) {
      return Numerals.find(stored)
          .map(Percents::typed)
          .orElseGet(() -> new Typed(Double.toString(stored), Content.TEXT));
    }
    boolean date =
        dateStyles.computeIfAbsent(
            cell.getCellStyle().getIndex(), style -> isDate(cell.getCellStyle()));
    return Numerals.find(stored)
        .map(
            number ->
                (date ? SerialDates.find(number, from1904) : Optional.<LocalDate>empty())
                    .map(Typed::of)
                    .or(() -> scale(cell.getCellStyle(), number).map(scale -> scale.typed(number)))
                    .orElseGet(() -> Typed.of(number)))
        .orElseGet(() -> new Typed(Double.toString(stored), Content.TEXT));
  }

  private Optional<ShownScale> scale(CellStyle style, BigDecimal number) {
    return scales
        .computeIfAbsent(
            style.getIndex(),
            index -> Optional.ofNullable(style.getDataFormatString()).flatMap(ShownFormat::of))
        .flatMap(format -> format.find(number));
  }

  private static boolean isPercent(CellStyle style) {
    String code = style.getDataFormatString();
    return Percents.isPercent(style.getDataFormat(), code == null ? "" : code);
  }

  private static boolean isDate(CellStyle style) {
    // POI answers "General" for the built-in formats of Chinese editions, which have no code in the
    // file.
    String code = style.getDataFormatString();
    return SerialDates.isDate(
        style.getDataFormat(),
        code == null || code.equals("General") || code.startsWith("reserved") ? "" : code);
  }

  private static String expression(org.apache.poi.ss.usermodel.Cell cell) {
    String formula = expression(cell::getCellFormula);
    return cell.isPartOfArrayFormulaGroup() ? "{" + formula + "}" : formula;
  }

  /**
   * References into lost workbooks and the like cannot be written out; the cached result remains.
   */
  private static String expression(Supplier<String> formula) {
    try {
      return formula.get();
    } catch (RuntimeException e) {
      return "";
    }
  }
}
