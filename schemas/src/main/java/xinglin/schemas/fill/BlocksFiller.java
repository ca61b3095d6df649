package xinglin.schemas.fill;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import xinglin.schemas.codelist.CodeItem;
import xinglin.schemas.fill.cell.CellValues;
import xinglin.schemas.fill.cell.Issues;
import xinglin.schemas.fill.cell.Place;
import xinglin.schemas.fill.cell.Vocabulary;
import xinglin.schemas.form.BlockField;
import xinglin.schemas.recognise.FoundTable;
import xinglin.schemas.sheet.Cell;
import xinglin.schemas.value.Labels;
import xinglin.schemas.value.State;
import xinglin.schemas.value.Value;

/**
 * Reads labelled blocks inside one cell ({@code 被处罚对象：… 地 址：… 案 由：…}), one register line for each
 * block.
 */
final class BlocksFiller {
  private final FoundTable table;
  private static final Pattern NEXT_NUMBER =
      Pattern.compile("(?<=[；;。，,、\\n])\\s*[（(]?(?:\\d{1,2}|[一二三四五六七八九十]{1,3})[）)、.．]\\s*$");
  private static final Pattern STOP = Pattern.compile("[\\s；;。，,、]+$");
  private static final Set<String> NOTHING = Set.of("无", "/", "—", "－", "-", "没有", "0");
  private final Vocabulary vocabulary;
  private final Issues issues;
  private final Content content;

  BlocksFiller(FoundTable table, Vocabulary vocabulary, Issues issues, Content content) {
    this.issues = issues;
    this.table = table;
    this.vocabulary = vocabulary;
    this.content = content;
  }

  void fill(Place place) {
    int number =
        (int)
            content.lines().stream()
                .filter(line -> line.table().equals(table.layout().blocksTable()))
                .count();
    List<Map<String, String>> blocks = blocks(place.sent());
    if (blocks.isEmpty() && saysSomething(place.sent())) {
      issues.add(
          CellValues.issue("UNREADABLE_OPTIONAL", unlabelled(place), table.layout().blocksTable())
              .with("kind", labels("、"))
              .with("kind_en", labels(", ")));
    }
    for (Map<String, String> block : blocks) {
      if (block.values().stream().allMatch(String::isBlank)) {
        continue;
      }
      Map<String, Value> values = new HashMap<>();
      Map<String, String> cells = new HashMap<>();
      for (BlockField field : table.layout().blocks()) {
        values.put(field.column(), value(field, block));
        cells.put(field.column(), place.address());
      }
      number++;
      values.put("case_no", Value.ofText(Integer.toString(number), Integer.toString(number)));
      cells.put("case_no", place.address());
      String text = String.join("|", block.values());
      content.line(
          table.layout().blocksTable(),
          vocabulary.pseudonym().apply(Labels.normalise(text)),
          place.sheet(),
          place.address(),
          values,
          cells);
    }
  }

  private static boolean saysSomething(String text) {
    return !text.isBlank() && !NOTHING.contains(text.strip());
  }

  /** What stands there may be a name. */
  private static Place unlabelled(Place place) {
    return new Place(
        place.sheet(),
        place.address(),
        place.label(),
        Optional.of(Cell.ofText(0, 0, CellValues.mask(place.sent()))));
  }

  private String labels(String joined) {
    return table.layout().blocks().stream()
        .filter(field -> field.from().isEmpty())
        .map(field -> "“" + field.labels().get(0) + "：”")
        .collect(Collectors.joining(joined));
  }

  private Value value(BlockField field, Map<String, String> block) {
    if (field.from().isEmpty()) {
      String text = block.getOrDefault(field.column(), "");
      return text.isBlank() ? Value.missing(text, State.BLANK) : Value.ofText(text, text.strip());
    }
    String text = block.getOrDefault(field.from(), "");
    Optional<CodeItem> named =
        vocabulary.codeLists().get(field.list()).items().stream()
            .filter(
                item ->
                    text.contains(item.zh()) || item.synonyms().stream().anyMatch(text::contains))
            .findFirst();
    return named
        .map(item -> Value.ofText(text, item.code()))
        .orElseGet(() -> Value.missing("", State.BLANK));
  }

  /** A block starts where its first label stands again. */
  private List<Map<String, String>> blocks(String text) {
    List<BlockField> fields =
        table.layout().blocks().stream().filter(field -> field.from().isEmpty()).toList();
    Pattern labels = labels(fields);
    List<Map<String, String>> blocks = new ArrayList<>();
    Map<String, String> current = new LinkedHashMap<>();
    Matcher matcher = labels.matcher(text);
    int start = -1;
    BlockField field = fields.get(0);
    while (matcher.find()) {
      if (start >= 0) {
        current.put(field.column(), value(text.substring(start, matcher.start())));
      }
      field = fieldOf(fields, matcher);
      if (current.containsKey(field.column())) {
        blocks.add(current);
        current = new LinkedHashMap<>();
      }
      start = matcher.end();
    }
    if (start >= 0) {
      current.put(field.column(), value(text.substring(start)));
      blocks.add(current);
    }
    return blocks;
  }

  /** Without what parts it from the next label: a stop, the number of the next case. */
  private static String value(String text) {
    return STOP.matcher(NEXT_NUMBER.matcher(text).replaceFirst("")).replaceFirst("").strip();
  }

  private static Pattern labels(List<BlockField> fields) {
    List<String> groups = new ArrayList<>();
    for (BlockField field : fields) {
      List<String> spellings = new ArrayList<>();
      for (String label : field.labels()) {
        StringBuilder spaced = new StringBuilder();
        label
            .codePoints()
            .forEach(
                point -> spaced.append(Pattern.quote(Character.toString(point))).append("\\s*"));
        spellings.add(spaced.toString());
      }
      groups.add("(" + String.join("|", spellings) + ")");
    }
    return Pattern.compile("(?:" + String.join("|", groups) + ")[：:]");
  }

  private static BlockField fieldOf(List<BlockField> fields, Matcher matcher) {
    for (int group = 1; group <= matcher.groupCount(); group++) {
      if (matcher.group(group) != null) {
        return fields.get(group - 1);
      }
    }
    throw new IllegalStateException("Cannot tell which label was found: " + matcher.group());
  }
}
