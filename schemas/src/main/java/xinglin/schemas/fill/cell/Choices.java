package xinglin.schemas.fill.cell;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import xinglin.schemas.codelist.CodeItem;
import xinglin.schemas.codelist.CodeList;
import xinglin.schemas.definition.Problems;
import xinglin.schemas.finding.Issue;
import xinglin.schemas.form.Item;
import xinglin.schemas.notation.Ticked;
import xinglin.schemas.sheet.Cell;
import xinglin.schemas.value.State;
import xinglin.schemas.value.Value;

/** Reads what is ticked in a cell with boxes, and cells that hold several codes. */
public final class Choices {
  private static final int CHOICES_SHOWN = 10;
  private static final String SEPARATOR = ";";
  private final Vocabulary vocabulary;
  private final Issues issues;

  public Choices(Vocabulary vocabulary, Issues issues) {
    this.vocabulary = vocabulary;
    this.issues = issues;
  }

  /** Whether the cell holds boxes, and not one word alone. */
  public static boolean hasBoxes(Place place) {
    return Ticked.read(place.sent()).isPresent();
  }

  /**
   * The same place holding nothing but the one ticked option, or nothing if none is ticked. Empty,
   * with an issue, where several are ticked or nothing tells which.
   */
  public Optional<Place> ticked(Item item, Place place) {
    Ticked ticked = Ticked.read(place.sent()).orElseThrow();
    if (!ticked.clear()) {
      unclear(item, place, "看不出勾选的是哪一项", "does not tell which one is ticked");
      return Optional.empty();
    }
    int count = ticked.chosen().size();
    if (count > 1) {
      unclear(
          item,
          place,
          "勾选了 " + count + " 项，这里只能选一项",
          "has " + count + " ticks, where one is asked for");
      return Optional.empty();
    }
    return Optional.of(holding(place, count == 0 ? "" : ticked.chosen().get(0)));
  }

  private void unclear(Item item, Place place, String reason, String reasonEn) {
    issues.add(
        CellValues.issue("CHOICE_UNCLEAR", place, item.name())
            .with("reason", reason)
            .with("reason_en", reasonEn));
  }

  private static Place holding(Place place, String option) {
    Cell cell = place.content();
    return new Place(
        place.sheet(),
        place.address(),
        place.label(),
        Optional.of(Cell.ofText(cell.row(), cell.column(), option)));
  }

  /** Codes of everything that is ticked, or written one behind the other, in their order. */
  public Value several(Item item, Place place) {
    CodeList list = vocabulary.codeLists().get(item.list().orElseThrow());
    String sent = place.sent();
    if (sent.isBlank()) {
      return item.ifBlank().isEmpty()
          ? Value.missing(sent, State.BLANK)
          : Value.ofText(sent, item.ifBlank());
    }
    Optional<Ticked> ticked = Ticked.read(sent);
    if (ticked.isPresent() && !ticked.get().clear()) {
      unclear(item, place, "看不出勾选的是哪一项", "does not tell which one is ticked");
      return Value.missing(sent, State.UNREADABLE);
    }
    List<String> words = ticked.map(Ticked::chosen).orElseGet(() -> words(list, sent));
    if (words.isEmpty()) {
      return Value.missing(sent, State.BLANK);
    }
    List<String> codes = new ArrayList<>();
    for (String word : words) {
      Optional<CodeItem> known = list.find(word);
      if (known.isEmpty()) {
        issues.add(unknown(list, place, item.name(), word));
        return Value.missing(sent, State.UNREADABLE);
      }
      codes.add(known.get().code());
    }
    return Value.ofText(sent, String.join(SEPARATOR, codes));
  }

  private static List<String> words(CodeList list, String sent) {
    return list.find(sent).isPresent()
        ? List.of(sent)
        : Arrays.stream(sent.split("[、，,；;/\\s]+")).filter(word -> !word.isBlank()).toList();
  }

  /** The words are not in the list. */
  public Issue unknown(CodeList list, Place place, String name, String words) {
    List<String> known = list.items().stream().map(CodeItem::zh).toList();
    String choices =
        known.stream().limit(CHOICES_SHOWN).collect(Collectors.joining("、"))
            + (known.size() > CHOICES_SHOWN ? "等" : "");
    Issue issue = CellValues.issue("CODE_UNKNOWN", place, name).with("choices", choices);
    return Problems.nearest(words.strip(), known)
        .map(nearest -> issue.with("nearest", nearest))
        .orElse(issue);
  }
}
