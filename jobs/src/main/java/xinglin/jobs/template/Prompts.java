package xinglin.jobs.template;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationConstraint;
import org.apache.poi.ss.usermodel.DataValidationConstraint.OperatorType;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import xinglin.schemas.blank.Slot;
import xinglin.schemas.sheet.CellAddress;

/**
 * Notes on what to fill in, lists to choose from and limits of the cells of a sheet. Nothing is
 * forced: what a form does not foresee (约 5, /) can be written after a warning, since a clerk who
 * cannot write it writes something else.
 */
final class Prompts {
  private static final int LONGEST_TITLE = 32;
  private static final int LONGEST_TEXT = 255;
  private static final int LONGEST_LIST = 250;
  private final XSSFSheet sheet;
  private final ChoiceSheet choices;
  private final Map<Key, List<CellRangeAddress>> places = new LinkedHashMap<>();
  private final Map<Key, Slot> slots = new LinkedHashMap<>();

  Prompts(XSSFSheet sheet, ChoiceSheet choices) {
    this.sheet = sheet;
    this.choices = choices;
  }

  private record Key(Slot.Kind kind, String label, String note, List<String> choices) {}

  void add(Slot slot, CellRangeAddress place) {
    Key key = new Key(slot.kind(), slot.label(), slot.note(), slot.choices());
    slots.putIfAbsent(key, slot);
    List<CellRangeAddress> known = places.computeIfAbsent(key, any -> new ArrayList<>());
    if (!known.isEmpty() && continues(known.get(known.size() - 1), place)) {
      CellRangeAddress last = known.remove(known.size() - 1);
      known.add(
          new CellRangeAddress(
              last.getFirstRow(),
              place.getLastRow(),
              place.getFirstColumn(),
              place.getLastColumn()));
    } else {
      known.add(place);
    }
  }

  private static boolean continues(CellRangeAddress above, CellRangeAddress below) {
    return above.getFirstColumn() == below.getFirstColumn()
        && above.getLastColumn() == below.getLastColumn()
        && above.getLastRow() + 1 == below.getFirstRow();
  }

  void write() {
    DataValidationHelper helper = sheet.getDataValidationHelper();
    places.forEach(
        (key, areas) -> {
          CellRangeAddressList list = new CellRangeAddressList();
          areas.forEach(list::addCellRangeAddress);
          Slot slot = slots.getOrDefault(key, Slot.free(key.label(), key.note()));
          DataValidation validation =
              helper.createValidation(constraint(slot, helper, areas.get(0)), list);
          validation.setEmptyCellAllowed(true);
          validation.setErrorStyle(DataValidation.ErrorStyle.WARNING);
          validation.setShowErrorBox(isLimited(slot));
          validation.createErrorBox("请核对", cut("应填" + slot.note(), LONGEST_TEXT));
          validation.setShowPromptBox(true);
          validation.createPromptBox(
              cut(slot.label(), LONGEST_TITLE), cut(slot.note(), LONGEST_TEXT));
          validation.setSuppressDropDownArrow(true);
          sheet.addValidationData(validation);
        });
  }

  private static boolean isLimited(Slot slot) {
    return switch (slot.kind()) {
      case COUNT, MONEY, DATE -> true;
      case CHOICE -> !slot.name().equals(Slot.REPORTER);
      case PERCENT, TEXT, LONG_TEXT -> false;
    };
  }

  private DataValidationConstraint constraint(
      Slot slot, DataValidationHelper helper, CellRangeAddress first) {
    if (!slot.choices().isEmpty()) {
      String joined = String.join(",", slot.choices());
      boolean fits =
          joined.length() <= LONGEST_LIST
              && slot.choices().stream().noneMatch(choice -> choice.contains(","));
      return fits
          ? helper.createExplicitListConstraint(slot.choices().toArray(new String[0]))
          : helper.createFormulaListConstraint(choices.reference(slot.choices()));
    }
    return switch (slot.kind()) {
      case COUNT -> helper.createIntegerConstraint(OperatorType.GREATER_OR_EQUAL, "0", null);
      case MONEY -> helper.createDecimalConstraint(OperatorType.GREATER_OR_EQUAL, "0", null);
      case DATE ->
          helper.createDateConstraint(
              OperatorType.BETWEEN, "DATE(2000,1,1)", "DATE(2099,12,31)", "yyyy-mm-dd");
      case PERCENT, CHOICE, TEXT, LONG_TEXT ->
          helper.createCustomConstraint(
              "LEN("
                  + new CellAddress(first.getFirstRow(), first.getFirstColumn()).a1()
                  + ")<32768");
    };
  }

  private static String cut(String text, int length) {
    String line = text.replace("\n", "");
    return line.length() <= length ? line : line.substring(0, length - 1) + "…";
  }
}
