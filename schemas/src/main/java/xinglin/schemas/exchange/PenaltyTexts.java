package xinglin.schemas.exchange;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import xinglin.schemas.codelist.CodeLists;
import xinglin.schemas.codelist.CountingUnit;
import xinglin.schemas.codelist.Division;
import xinglin.schemas.codelist.Divisions;
import xinglin.schemas.notation.DateReader;
import xinglin.schemas.notation.Doubt;
import xinglin.schemas.notation.NumberReader;
import xinglin.schemas.notation.Reading;
import xinglin.schemas.sheet.Cell;
import xinglin.schemas.value.Labels;

/**
 * Reads what sets cannot: each distinct odd text once. What the columns of a million records say in
 * the usual ways never comes here.
 */
public final class PenaltyTexts {
  private static final CountingUnit YUAN = new CountingUnit("元", Set.of());
  private static final Pattern BETWEEN = Pattern.compile("[;；|,，/\\s]+");
  private static final Pattern OFFICE =
      Pattern.compile("(卫生健康|卫生和计划生育|卫生计生|卫生|卫计|卫健|疾病预防控制).*$|(综合行政执法).*$");
  private final CodeLists lists;
  private final Divisions divisions;
  private final FoundLayout found;

  public PenaltyTexts(CodeLists lists, Divisions divisions, FoundLayout found) {
    this.lists = lists;
    this.divisions = divisions;
    this.found = found;
  }

  /** Kinds of texts that are read one by one, as {@code sql/exchange/odd_text.sql} names them. */
  public enum Kind {
    /** A cell of an amount column; its header says 万元 or 元 where the cell does not. */
    AMOUNT,
    /** The result in words. */
    RESULT,
    DAY,
    /** Kinds of penalty, one or several. */
    KINDS,
    PARTY_KIND,
    PRACTICE,
    /** State of a record, as the layout codes it. */
    STATE,
    /** Name of an authority, for its division. */
    AUTHORITY
  }

  /** What the text stands for. */
  public TextReading read(Kind kind, String text) {
    return switch (kind) {
      case AMOUNT -> amount(text, found.unit()).map(TextReading::ofAmount).orElse(TextReading.NONE);
      case RESULT -> ResultText.read(text, numeral -> amount(numeral, "元"));
      case DAY ->
          DateReader.read(Cell.ofText(0, 0, text), Optional.empty())
              .value()
              .date()
              .map(TextReading::ofDay)
              .orElse(TextReading.NONE);
      case KINDS -> kinds(text);
      case PARTY_KIND -> code("party_kind", text);
      case PRACTICE -> code("practice_type", text);
      case STATE -> state(text);
      case AUTHORITY -> division(text);
    };
  }

  private static Optional<BigDecimal> amount(String text, String unit) {
    Reading reading = NumberReader.read(Cell.ofText(0, 0, text), YUAN, Optional.of(unit));
    return reading.has(Doubt.APPROXIMATE) ? Optional.empty() : reading.value().number();
  }

  private TextReading code(String list, String text) {
    return lists
        .get(list)
        .find(text)
        .map(item -> TextReading.ofCode(item.code()))
        .orElse(TextReading.NONE);
  }

  private TextReading kinds(String text) {
    Set<String> codes = new TreeSet<>();
    for (String part : BETWEEN.split(text.strip())) {
      List<String> words = new ArrayList<>(List.of(part));
      if (lists.get("penalty_kind").find(part).isEmpty()) {
        words = List.of(part.split("、"));
      }
      for (String word : words) {
        if (!word.isBlank()) {
          codes.add(lists.get("penalty_kind").find(word).map(item -> item.code()).orElse("other"));
        }
      }
    }
    return codes.isEmpty() ? TextReading.NONE : TextReading.ofCode(String.join(" ", codes));
  }

  private TextReading state(String text) {
    Map<String, String> states = new HashMap<>();
    found
        .layout()
        .states()
        .forEach((sent, state) -> states.put(Labels.normalise(sent), state.code()));
    return Optional.ofNullable(states.get(Labels.normalise(text)))
        .map(TextReading::ofCode)
        .orElse(TextReading.NONE);
  }

  /** The division in front of the office: 徐州市鼓楼区 of 徐州市鼓楼区卫生健康委员会. */
  private TextReading division(String text) {
    String place = OFFICE.matcher(text.strip()).replaceFirst("");
    List<Division> known =
        place.isEmpty() ? List.of() : divisions.lookup(place, Divisions.CHINA, Optional.empty());
    return known.size() == 1 ? TextReading.ofCode(known.get(0).code()) : TextReading.NONE;
  }
}
