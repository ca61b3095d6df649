package xinglin.schemas.blank;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import xinglin.schemas.codelist.Division;
import xinglin.schemas.form.FormDefinition;
import xinglin.schemas.form.FormPrint;
import xinglin.schemas.form.FormVocabulary;
import xinglin.schemas.form.Item;
import xinglin.schemas.form.LetterBlank;
import xinglin.schemas.form.RowKey;
import xinglin.schemas.form.TableLayout;
import xinglin.schemas.sheet.FormMark;
import xinglin.schemas.value.Labels;

/** Makes a form to fill in of a definition; whatever the definition does not say is made up. */
public final class BlankForms {
  /** Half-width characters that fit a page of A4 on its short side. */
  private static final int PORTRAIT = 92;

  private static final int LONGEST_SHEET_NAME = 28;

  /** Words that stand behind the name of a place: ＿＿＿县（区）. */
  private static final Set<String> KINDS =
      Set.of("省", "市", "县", "区", "县区", "区县", "市县", "乡镇", "街道", "乡镇街道", "街道镇", "街道乡镇");

  private final FormDefinition form;
  private final FormPrint print;
  private final Optional<Division> reporter;
  private final Slots slots;

  private BlankForms(FormDefinition form, FormVocabulary vocabulary, Optional<Division> reporter) {
    this.form = form;
    this.print = form.print();
    this.reporter = reporter;
    this.slots = new Slots(form, vocabulary, reporter);
  }

  /**
   * @param reporter who is to fill it in, if that is known
   */
  public static BlankForm of(
      FormDefinition form, FormVocabulary vocabulary, Optional<Division> reporter) {
    return new BlankForms(form, vocabulary, reporter).blank();
  }

  /** For a level above those who report: a table of divisions has a line for each below it. */
  public static BlankForm above(FormDefinition form, FormVocabulary vocabulary, Division division) {
    return new BlankForms(
            form.printing(FormPrint.RowsOf.CHILDREN), vocabulary, Optional.of(division))
        .blank();
  }

  private BlankForm blank() {
    List<BlankSheet> sheets = new ArrayList<>();
    for (int index = 0; index < form.tables().size(); index++) {
      if (form.tables().get(index).shape() != TableLayout.Shape.TEXT) {
        sheets.add(sheet(index, sheets));
      }
    }
    boolean wide = sheets.stream().anyMatch(sheet -> sheet.table().width() > PORTRAIT);
    return new BlankForm(
        new FormMark(form.formId(), form.edition()),
        title().text(slot -> ""),
        reporter.map(Division::name).orElse(""),
        print.landscape().orElse(wide),
        sheets,
        sheets.isEmpty() ? letter() : List.of());
  }

  private BlankSheet sheet(int index, List<BlankSheet> before) {
    TableLayout layout = form.tables().get(index);
    BlankTable table = table(layout);
    List<Line> above = new ArrayList<>();
    List<Line> below = new ArrayList<>();
    if (index == 0) {
      if (!print.attachment().isEmpty()) {
        above.add(Line.of(Line.Look.ATTACHMENT, print.attachment()));
      }
      above.add(title());
      reporterLine().ifPresent(above::add);
      signature().ifPresent(print.signatureAbove() ? above::add : below::add);
      List<Line> notes = print.notes().stream().map(note -> Line.of(Line.Look.NOTE, note)).toList();
      below.addAll(0, notes);
    } else if (index < print.sheets().size()) {
      above.add(Line.of(Line.Look.TITLE, print.sheets().get(index)));
    } else {
      above.add(Line.of(Line.Look.TITLE, title().text(slot -> "")));
    }
    return new BlankSheet(name(index, before), above, table, below);
  }

  private BlankTable table(TableLayout layout) {
    if (layout.shape() == TableLayout.Shape.LIST) {
      return new ListBlank(form, layout, slots).print();
    }
    RowKey.Kind kind = layout.rows().kind();
    if (kind == RowKey.Kind.LINES) {
      return new LinesBlank(form, layout, slots).register();
    }
    boolean valueColumn = layout.columns().stream().anyMatch(item -> item.name().equals("value"));
    return kind == RowKey.Kind.MEASURE && valueColumn
        ? new LinesBlank(form, layout, slots).measures()
        : new TableBlank(form, layout, slots).print();
  }

  private String name(int index, List<BlankSheet> before) {
    String wanted =
        index < print.sheets().size()
            ? print.sheets().get(index)
            : index == 0 && !print.attachment().isEmpty()
                ? print.attachment()
                : title().text(slot -> "") + (index == 0 ? "" : index + 1);
    String plain = wanted.replaceAll("[\\[\\]\\\\/*?:：'\\s]+", "");
    String cut = plain.substring(0, Math.min(plain.length(), LONGEST_SHEET_NAME));
    boolean taken = before.stream().anyMatch(sheet -> sheet.name().equals(cut));
    return taken || cut.isEmpty() ? cut + (index + 1) : cut;
  }

  private Line title() {
    return Line.parse(Line.Look.TITLE, titleText(), this::around);
  }

  /** A kept document is known by the word that ends its title: 工作总结. */
  private String titleText() {
    if (!print.title().isEmpty() || form.kinds().isEmpty()) {
      String known = form.titles().isEmpty() ? form.zh() : form.titles().get(0);
      return print.title().isEmpty() ? known : print.title();
    }
    FormDefinition.DocumentKind kind =
        form.kinds().stream()
            .filter(one -> one.kind().equals("summary"))
            .findFirst()
            .orElse(form.kinds().get(0));
    return "{" + Slot.REPORTER + "}" + kind.words().get(0);
  }

  private Slot around(String name) {
    return name.equals(Slot.REPORTER) ? slots.reporter("填报单位") : Slot.around(name);
  }

  private Optional<Line> reporterLine() {
    boolean inTitle = title().hasBlanks();
    if (!print.reporter().isEmpty()) {
      return Optional.of(Line.parse(Line.Look.REPORTER, print.reporter(), this::around));
    }
    if (inTitle || form.reporterLabels().isEmpty()) {
      return Optional.empty();
    }
    String label = form.reporterLabels().get(0);
    String text =
        KINDS.contains(Labels.normalise(label))
            ? "{" + Slot.REPORTER + "}" + label
            : label + "：{" + Slot.REPORTER + "}";
    return Optional.of(Line.parse(Line.Look.REPORTER, text, this::around));
  }

  private Optional<Line> signature() {
    if (!print.signature().isEmpty()) {
      return Optional.of(Line.parse(Line.Look.SIGNATURE, print.signature(), this::around));
    }
    Set<String> labels = new LinkedHashSet<>();
    for (String label : form.signature()) {
      if (!labels.contains(label.replace("填报", "填表"))
          && !labels.contains(label.replace("填表", "填报"))) {
        labels.add(label);
      }
    }
    String text =
        String.join("  ", labels.stream().map(label -> label + "：{" + label + "}").toList());
    return labels.isEmpty()
        ? Optional.empty()
        : Optional.of(Line.parse(Line.Look.SIGNATURE, text, this::around));
  }

  private List<Line> letter() {
    Map<String, Slot> blanks = new HashMap<>();
    for (LetterBlank sentence : form.letter()) {
      for (Item item : sentence.items()) {
        blanks.put(item.name(), blank(item));
      }
    }
    if (!form.tables().isEmpty()) {
      return text();
    }
    List<FormPrint.LetterLine> lines = new ArrayList<>(print.letter());
    if (lines.isEmpty()) {
      lines.add(new FormPrint.LetterLine(FormPrint.Place.TITLE, titleText()));
      for (LetterBlank sentence : form.letter()) {
        lines.add(new FormPrint.LetterLine(FormPrint.Place.BODY, plain(sentence.fragment())));
      }
    }
    return lines.stream()
        .map(
            line ->
                Line.parse(
                    look(line.place()),
                    line.text(),
                    name -> blanks.getOrDefault(name, around(name))))
        .toList();
  }

  /** The first of several ways to say it, with nothing left open between. */
  private static String plain(String fragment) {
    return fragment.replaceAll("\\[([^\\]|]*)(?:\\|[^\\]]*)?]", "$1").replaceAll("[\\^$…]", "");
  }

  /** A list written as text: each label with a blank behind its colon. */
  private List<Line> text() {
    List<Line> lines = new ArrayList<>();
    lines.add(title());
    reporterLine().ifPresent(line -> lines.add(new Line(Line.Look.LEFT, line.pieces())));
    for (TableLayout layout : form.tables()) {
      for (Item item : layout.columns()) {
        Slot slot = blank(item);
        lines.add(
            Line.parse(
                Line.Look.BODY, HeaderRows.label(item, print) + "：{}" + slot.unit(), name -> slot));
      }
    }
    signature().ifPresent(line -> lines.add(new Line(Line.Look.LEFT, line.pieces())));
    return lines;
  }

  private Slot blank(Item item) {
    Slot slot =
        slots.column(item, "", item.labels().isEmpty() ? item.name() : item.labels().get(0));
    if (item.type() == Item.Type.DIVISION) {
      return slot.presetting(reporter.map(Division::name).orElse(""));
    }
    return slot;
  }

  private static Line.Look look(FormPrint.Place place) {
    return switch (place) {
      case TITLE -> Line.Look.TITLE;
      case LEFT -> Line.Look.LEFT;
      case BODY -> Line.Look.BODY;
      case RIGHT -> Line.Look.RIGHT;
    };
  }
}
