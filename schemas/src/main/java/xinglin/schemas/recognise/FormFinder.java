package xinglin.schemas.recognise;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import xinglin.schemas.form.EditionOrder;
import xinglin.schemas.form.FormDefinition;
import xinglin.schemas.form.Forms;
import xinglin.schemas.form.LetterBlank;
import xinglin.schemas.sheet.Block;
import xinglin.schemas.sheet.Cell;
import xinglin.schemas.sheet.Document;
import xinglin.schemas.sheet.Grid;
import xinglin.schemas.sheet.Paragraph;
import xinglin.schemas.value.Labels;

/** Recognises the forms of a file. Built once for all definitions; thread safe. */
public final class FormFinder {
  private static final int LONGEST_TITLE = 80;
  private final List<TableFinder> finders = new ArrayList<>();
  private final Map<String, Set<TableFinder>> byLabel = new HashMap<>();
  private final List<TableFinder> textFinders = new ArrayList<>();
  private final List<FormDefinition> letters;
  private final List<FormDefinition> documents;
  private final KeptFiles keptFiles;

  public FormFinder(Forms forms) {
    RowEnds rowEnds = new RowEnds(forms.list());
    for (FormDefinition form : forms.list()) {
      for (int layout = 0; layout < form.tables().size(); layout++) {
        TableFinder finder = new TableFinder(form, layout, rowEnds);
        if (finder.text().isPresent()) {
          textFinders.add(finder);
          continue;
        }
        finders.add(finder);
        finder
            .labels()
            .labels()
            .forEach(
                label -> byLabel.computeIfAbsent(label, key -> new LinkedHashSet<>()).add(finder));
      }
    }
    letters =
        forms.list().stream()
            .filter(
                form ->
                    !form.letter().isEmpty() && form.tables().isEmpty() && form.kinds().isEmpty())
            .toList();
    documents =
        forms.list().stream()
            .filter(form -> !form.kinds().isEmpty())
            .filter(form -> forms.get(form.formId()).edition().equals(form.edition()))
            .toList();
    keptFiles = new KeptFiles(List.copyOf(forms.list()), documents.stream().findFirst());
  }

  public Recognition find(Document document) {
    if (document.format() == Document.Format.PDF) {
      return keptFiles.keep(document);
    }
    List<FoundTable> candidates = new ArrayList<>();
    List<Paragraph> above = new ArrayList<>();
    for (Block block : document.blocks()) {
      if (block instanceof Grid grid) {
        candidates.addAll(candidates(grid, above));
        above.clear();
      } else if (block instanceof Paragraph paragraph) {
        above.add(paragraph);
      }
    }
    candidates.addAll(texts(document));
    List<FoundTable> accepted = accept(candidates, document);
    if (!accepted.isEmpty()) {
      List<UnreadPlace> unread =
          new Unread(accepted)
              .find(document).stream()
                  .map(place -> place.near(nearest(onSheet(candidates, accepted, place))))
                  .toList();
      return new Recognition(
          new FormAssembly(document, accepted).forms(), Optional.empty(), unread);
    }
    Optional<FoundForm> letter = letter(document);
    if (letter.isPresent()) {
      return new Recognition(List.of(letter.get()), Optional.empty(), further(letter.get()));
    }
    Optional<FoundForm> text = document(document);
    if (text.isPresent()) {
      return new Recognition(List.of(text.get()), Optional.empty());
    }
    return new Recognition(
        List.of(), nearest(candidates).or(() -> nearestLetter(document)), List.of());
  }

  /** Labels in running text, of paragraphs and of cells. */
  private List<FoundTable> texts(Document document) {
    List<FoundTable> candidates = new ArrayList<>();
    for (TableFinder finder : textFinders) {
      LabelledText text = finder.text().orElseThrow();
      List<Paragraph> paragraphs = document.paragraphs();
      text.of(paragraphs)
          .ifPresent(
              grid -> candidates.addAll(inText(finder, grid, titled(finder, grid, paragraphs))));
      for (Grid sheet : document.grids()) {
        text.of(sheet)
            .ifPresent(
                grid -> candidates.addAll(inText(finder, grid, titled(finder, sheet, paragraphs))));
      }
    }
    return candidates;
  }

  private static boolean titled(TableFinder finder, Grid grid, List<Paragraph> paragraphs) {
    String titles = titleText(grid, paragraphs);
    return finder.form().titles().stream()
        .anyMatch(title -> titles.contains(Labels.normalise(title)));
  }

  private static List<FoundTable> inText(TableFinder finder, Grid grid, boolean titled) {
    Map<String, Set<TableFinder>> labels = new HashMap<>();
    finder.labels().labels().forEach(label -> labels.put(label, Set.of(finder)));
    return finder.find(grid, new HeaderScan(labels, grid).hits(finder), titled);
  }

  private List<FoundTable> candidates(Grid grid, List<Paragraph> above) {
    List<FoundTable> candidates = new ArrayList<>();
    String titles = titleText(grid, above);
    HeaderScan straight = new HeaderScan(byLabel, grid);
    Optional<Grid> turnedGrid =
        finders.stream().anyMatch(TableFinder::turned)
            ? Optional.of(grid.turned())
            : Optional.empty();
    Optional<HeaderScan> turned = turnedGrid.map(sideways -> new HeaderScan(byLabel, sideways));
    for (TableFinder finder : finders) {
      boolean titled =
          finder.form().titles().stream()
              .anyMatch(title -> titles.contains(Labels.normalise(title)));
      Grid used = finder.turned() && turnedGrid.isPresent() ? turnedGrid.get() : grid;
      HeaderScan scan = finder.turned() && turned.isPresent() ? turned.get() : straight;
      candidates.addAll(finder.find(used, scan.hits(finder), titled));
    }
    return candidates;
  }

  /**
   * Words above and inside the grid that may be a title: sheet name, paragraphs above, cells that
   * are not part of a row of values.
   */
  private static String titleText(Grid grid, List<Paragraph> above) {
    StringBuilder text = new StringBuilder(Labels.normalise(grid.sheet())).append('\n');
    above.forEach(paragraph -> text.append(Labels.normalise(paragraph.text())).append('\n'));
    for (int row = 0; row < grid.rowCount(); row++) {
      List<Cell> filled = grid.row(row).stream().filter(cell -> !cell.isBlank()).toList();
      if (filled.size() == 1 && filled.get(0).text().length() <= LONGEST_TITLE) {
        text.append(Labels.normalise(filled.get(0).text())).append('\n');
      }
    }
    return text.toString();
  }

  /** The best matching tables that do not overlap, in reading order. */
  private static List<FoundTable> accept(List<FoundTable> candidates, Document document) {
    List<FoundTable> accepted = new ArrayList<>();
    List<FoundTable> good = candidates.stream().filter(TableFinder::isGoodEnough).toList();
    new EditionChoice(document.mark())
        .best(good).stream()
            .sorted(
                Comparator.comparingDouble((FoundTable table) -> -table.score())
                    .thenComparingInt(table -> -table.blocks().get(0).size())
                    .thenComparingInt(table -> table.unknown().size()))
            .forEach(
                table -> {
                  if (accepted.stream().noneMatch(table::overlaps)) {
                    accepted.add(table);
                  }
                });
    List<String> order = document.blocks().stream().map(Block::sheet).distinct().toList();
    accepted.sort(
        Comparator.comparingInt((FoundTable table) -> order.indexOf(table.grid().sheet()))
            .thenComparingInt(FoundTable::headerTop)
            .thenComparingInt(FoundTable::left));
    return accepted;
  }

  /** The titled letter of which most sentences stand in the text, at least half of them. */
  private Optional<FoundForm> letter(Document document) {
    List<AroundText> texts = document.paragraphs().stream().map(AroundText::of).toList();
    EditionChoice choice = new EditionChoice(document.mark());
    return letters.stream()
        .filter(form -> isTitled(form, texts) && 2 * sentences(form, texts) >= form.letter().size())
        .max(
            Comparator.comparing(choice::isMarked)
                .thenComparingLong(form -> sentences(form, texts))
                .thenComparing(FormDefinition::edition, new EditionOrder()))
        .map(form -> new FoundForm(form, List.of(), texts, List.of()));
  }

  private static boolean isTitled(FormDefinition form, List<AroundText> texts) {
    return texts.stream().anyMatch(text -> isTitle(form, text));
  }

  private static boolean isTitle(FormDefinition form, AroundText text) {
    return form.titles().stream()
        .map(Labels::normalise)
        .anyMatch(title -> Labels.normalise(text.text()).contains(title));
  }

  /** A second letter in the same file is named, since only the first is read. */
  private static List<UnreadPlace> further(FoundForm letter) {
    return letter.before().stream()
        .filter(text -> text.text().length() <= LONGEST_TITLE && isTitle(letter.form(), text))
        .skip(1)
        .map(text -> new UnreadPlace(text.sheet(), text.address(), text.text(), Optional.empty()))
        .toList();
  }

  private static List<FoundTable> onSheet(
      List<FoundTable> candidates, List<FoundTable> accepted, UnreadPlace place) {
    return candidates.stream()
        .filter(table -> table.grid().sheet().equals(place.sheet()))
        .filter(table -> accepted.stream().noneMatch(table::overlaps))
        .toList();
  }

  private static long sentences(FormDefinition form, List<AroundText> texts) {
    return form.letter().stream()
        .filter(sentence -> texts.stream().anyMatch(text -> matches(sentence, text.text())))
        .count();
  }

  private static boolean matches(LetterBlank sentence, String text) {
    return sentence.pattern().matcher(text).find();
  }

  /**
   * A Word file whose title names a kind of document: 工作总结, 实施方案 … Only a short line counts as a
   * title.
   */
  private Optional<FoundForm> document(Document document) {
    if (!document.format().isText()) {
      return Optional.empty();
    }
    List<AroundText> texts = document.paragraphs().stream().map(AroundText::of).toList();
    List<AroundText> titles =
        texts.stream()
            .filter(text -> !text.text().isBlank() && text.text().length() <= LONGEST_TITLE)
            .limit(10)
            .toList();
    for (FormDefinition form : documents) {
      for (AroundText title : titles) {
        if (DocumentKinds.find(form, title.text()).isPresent()) {
          return Optional.of(new FoundForm(form, List.of(), texts, List.of()));
        }
      }
    }
    return Optional.empty();
  }

  /** A letter known by its title, whose sentences were rewritten. */
  private Optional<Recognition.Nearest> nearestLetter(Document document) {
    List<AroundText> texts = document.paragraphs().stream().map(AroundText::of).toList();
    return letters.stream()
        .filter(form -> isTitled(form, texts))
        .findFirst()
        .map(
            form ->
                new Recognition.Nearest(
                    form,
                    form.letter().stream()
                        .filter(
                            sentence ->
                                texts.stream().noneMatch(text -> matches(sentence, text.text())))
                        .flatMap(sentence -> sentence.items().stream())
                        .map(item -> item.labels().isEmpty() ? item.name() : item.labels().get(0))
                        .toList()));
  }

  private static Optional<Recognition.Nearest> nearest(List<FoundTable> candidates) {
    return candidates.stream()
        .filter(table -> table.titled() || table.blocks().get(0).size() >= 3)
        .max(Comparator.comparingDouble(FoundTable::score))
        .map(
            table ->
                new Recognition.Nearest(
                    table.form(),
                    table.missing().stream().map(item -> item.labels().get(0)).toList()));
  }
}
