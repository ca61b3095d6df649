package xinglin.jobs.template;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import xinglin.schemas.blank.Area;
import xinglin.schemas.blank.BlankForm;
import xinglin.schemas.blank.Slot;
import xinglin.schemas.value.State;

/** Fills the places of a form with random valid values. */
final class Fillings {
  private static final String IDEOGRAPHS = "东西南北街道村居诊所药房美容中心牙科针灸推拿反映无证行医处理核查完毕依法";
  private static final String OTHERS = "（）〔〕“”、·-0123456789AZaz ";
  private static final LocalDate FIRST_DAY = LocalDate.of(2018, 1, 1);
  private static final int DAYS = 2500;
  private final Random random;
  private final BlankForm form;
  private final Map<Place, Filled> filled = new HashMap<>();
  private final Map<Integer, Map<Area, Filled>> cells = new HashMap<>();
  private final Map<String, Integer> linesFilled = new HashMap<>();
  private final Map<String, String> units = new HashMap<>();
  private final Map<String, LocalDate> starts = new HashMap<>();

  Fillings(BlankForm form, Random random) {
    this.form = form;
    this.random = random;
  }

  Map<Place, Filled> fill(List<Place> places) {
    for (Place place : places) {
      if (place.isCell() && place.slot().name().equals("unit")) {
        units.put(place.sheet() + place.slot().row(), unit(place.slot()));
      }
    }
    for (Place place : places) {
      if (!place.isCell() || !place.cell().isSum()) {
        put(place, value(place));
      }
    }
    for (Place place : places) {
      if (place.isCell() && place.cell().isSum()) {
        put(place, sum(place));
      }
    }
    return filled;
  }

  private void put(Place place, Filled value) {
    filled.put(place, value);
    if (place.isCell()) {
      cells.computeIfAbsent(place.sheet(), any -> new HashMap<>()).put(place.cell().area(), value);
    }
  }

  private String unit(Slot slot) {
    return slot.choices().isEmpty()
        ? slot.preset()
        : slot.choices().get(random.nextInt(slot.choices().size()));
  }

  private Filled value(Place place) {
    Slot slot = place.slot();
    if (slot.row().startsWith("#") && isRegister(place) && !isFilledLine(place)) {
      return Filled.NOTHING;
    }
    if (slot.name().equals(Slot.REPORTER)) {
      return Filled.text(slot.preset().isEmpty() ? place(slot) : slot.preset());
    }
    if (slot.name().equals("unit") && place.isCell()) {
      return Filled.text(units.getOrDefault(place.sheet() + slot.row(), slot.preset()));
    }
    if (slot.preset().contains("：")) {
      return blocks(slot);
    }
    if (slot.preset().contains("□")) {
      return Filled.text(slot.preset().replaceFirst("□", "☑"));
    }
    boolean must =
        form.isLetter() || slot.note().startsWith("必填") || slot.name().equals("division");
    if (!must && random.nextInt(8) == 0) {
      return Filled.NOTHING;
    }
    return switch (slot.kind()) {
      case COUNT -> count(slot);
      case MONEY -> money(place);
      case PERCENT -> percent();
      case DATE -> date(place);
      case CHOICE -> Filled.text(place(slot));
      case TEXT, LONG_TEXT -> word(place);
    };
  }

  /** Where no campaign limits the choice, a name with its city is clear anywhere. */
  private String place(Slot slot) {
    return slot.choices().isEmpty() ? "徐州市" : pick(slot.choices());
  }

  private boolean isRegister(Place place) {
    return place.isCell() && form.sheets().get(place.sheet()).table().grows();
  }

  /** Lines are filled from the first on, as people do. */
  private boolean isFilledLine(Place place) {
    int rows = form.sheets().get(place.sheet()).table().rows();
    int lines =
        linesFilled.computeIfAbsent(
            "sheet" + place.sheet(), any -> random.nextInt(3) == 0 ? random.nextInt(rows) : 2);
    return Integer.parseInt(place.slot().row().substring(1)) <= lines;
  }

  private Filled count(Slot slot) {
    int kind = random.nextInt(20);
    if (kind == 0 && !form.isLetter()) {
      return Filled.of("/", State.NOT_APPLICABLE);
    }
    long number = kind < 4 ? 0 : kind < 16 ? random.nextInt(1000) : random.nextInt(100_000_000);
    BigDecimal value = BigDecimal.valueOf(number);
    if (kind == 19 && number >= 1000 && !form.isLetter()) {
      return Filled.written(String.format("%,d", number), value);
    }
    return Filled.number(value, value);
  }

  private Filled money(Place place) {
    Slot slot = place.slot();
    int kind = random.nextInt(20);
    if (kind == 0 && !form.isLetter()) {
      return Filled.of("/", State.NOT_APPLICABLE);
    }
    String unit =
        slot.name().equals("unit")
            ? slot.unit()
            : units.getOrDefault(place.sheet() + slot.row(), slot.unit());
    int decimals = unit.equals("元") ? 2 : unit.equals("亿元") ? 8 : 6;
    int places = decimals == 8 ? 8 : random.nextInt(decimals + 1);
    long digits = kind < 4 ? 0 : kind < 16 ? random.nextInt(100_000) : random.nextInt(100_000_000);
    BigDecimal number = BigDecimal.valueOf(digits, places);
    BigDecimal scale =
        switch (unit) {
          case "万元" -> new BigDecimal("10000");
          case "亿元" -> new BigDecimal("100000000");
          default -> BigDecimal.ONE;
        };
    return Filled.number(number, number.multiply(scale));
  }

  private Filled percent() {
    BigDecimal number = BigDecimal.valueOf(random.nextInt(10_001), 2);
    return Filled.written(number.toPlainString() + "%", number);
  }

  private Filled date(Place place) {
    Slot slot = place.slot();
    String row = place.sheet() + slot.row();
    LocalDate start = starts.getOrDefault(row, FIRST_DAY.plusDays(random.nextInt(DAYS)));
    LocalDate day = slot.name().equals("to") ? start.plusDays(random.nextInt(700)) : start;
    if (slot.name().equals("from")) {
      starts.put(row, start);
    } else if (!slot.name().equals("to")) {
      day = FIRST_DAY.plusDays(random.nextInt(DAYS));
    }
    return Filled.date(day);
  }

  /** Texts as clerks write them; in the sentence of a letter a text ends at the next mark. */
  private Filled word(Place place) {
    boolean cell = place.isCell();
    StringBuilder text = new StringBuilder(cell ? "某" : "测试");
    int length = 1 + random.nextInt(cell ? 18 : 3);
    for (int at = 0; at < length; at++) {
      boolean other = cell && random.nextInt(4) == 0;
      String from = other ? OTHERS : IDEOGRAPHS;
      text.append(from.charAt(random.nextInt(from.length())));
      if (cell && place.slot().kind() == Slot.Kind.LONG_TEXT && random.nextInt(9) == 0) {
        text.append("\n乙");
      }
    }
    return Filled.text(text.append(cell ? "号" : "").toString());
  }

  private Filled blocks(Slot slot) {
    int count = random.nextInt(4);
    if (count == 0) {
      return Filled.of(slot.preset(), State.BLANK);
    }
    List<String> blocks = new ArrayList<>();
    for (int block = 0; block < count; block++) {
      StringBuilder text = new StringBuilder();
      for (String label : slot.preset().split("\n")) {
        text.append(text.isEmpty() ? "" : "\n").append(label);
        text.append(' ').append("某").append(block).append(pick(List.of("诊所", "街道3号", "无证行医")));
      }
      blocks.add(text.toString());
    }
    return Filled.text(String.join("\n", blocks));
  }

  private Filled sum(Place place) {
    Optional<BigDecimal> number = Optional.empty();
    Optional<BigDecimal> value = Optional.empty();
    for (Area area : new LinkedHashSet<>(place.cell().sumOf())) {
      Filled part = cells.getOrDefault(place.sheet(), Map.of()).getOrDefault(area, Filled.NOTHING);
      if (part.number().isPresent()) {
        number = Optional.of(number.orElse(BigDecimal.ZERO).add(part.number().orElseThrow()));
        value = Optional.of(value.orElse(BigDecimal.ZERO).add(part.value().orElseThrow()));
      }
    }
    return number.isEmpty()
        ? Filled.NOTHING
        : Filled.number(number.get(), value.orElse(BigDecimal.ZERO));
  }

  private String pick(List<String> words) {
    return words.get(random.nextInt(words.size()));
  }
}
