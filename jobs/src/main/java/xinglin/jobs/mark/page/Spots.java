package xinglin.jobs.mark.page;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import xinglin.schemas.finding.Finding;
import xinglin.schemas.finding.Language;
import xinglin.schemas.sheet.Cell;
import xinglin.schemas.sheet.CellAddress;
import xinglin.schemas.sheet.Document;
import xinglin.schemas.sheet.Grid;
import xinglin.schemas.sheet.Paragraph;

/** Where findings lie in a file, and how a clerk is told. */
public final class Spots {
  private static final int COLUMNS = 16_384;
  private static final int ROWS = 1_048_576;

  private final Map<String, Grid> grids = new HashMap<>();
  private final boolean word;
  private final Language language;
  private final Words words;

  public Spots(Document document, Language language) {
    document.grids().forEach(grid -> grids.putIfAbsent(grid.sheet(), grid));
    this.word = !document.paragraphs().isEmpty() || document.format() == Document.Format.DOCX;
    this.language = language;
    this.words = Words.in(language);
  }

  /** Empty for findings about a sheet or the file as a whole. */
  public Optional<Spot> find(Finding finding) {
    String cell = finding.cell().split("[:、,，]", 2)[0].strip();
    if (finding.sheet().equals(Paragraph.SHEET) && cell.matches("P[1-9][0-9]{0,6}")) {
      return Optional.of(
          new Spot(Paragraph.SHEET, Integer.parseInt(cell.substring(1)) - 1, 0, 1, 1));
    }
    Grid grid = grids.get(finding.sheet());
    if (grid == null || !cell.matches("[A-Z]{1,3}[1-9][0-9]{0,6}")) {
      return Optional.empty();
    }
    CellAddress address = CellAddress.parse(cell);
    if (address.column() >= COLUMNS || address.row() >= ROWS) {
      return Optional.empty();
    }
    Spot alone = new Spot(grid.sheet(), address.row(), address.column(), 1, 1);
    return Optional.of(grid.find(address.row(), address.column()).map(at(grid)).orElse(alone));
  }

  private static java.util.function.Function<Cell, Spot> at(Grid grid) {
    return cell ->
        new Spot(grid.sheet(), cell.row(), cell.column(), cell.rowSpan(), cell.columnSpan());
  }

  /** The place as the sender sees it, with what to do to see it at all. */
  String shown(Finding finding) {
    Optional<Spot> spot = find(finding);
    if (spot.isEmpty() && finding.cell().isEmpty()) {
      return finding.sheet().isEmpty() ? words.say("place.file") : finding.sheet();
    }
    if (spot.isPresent() && word) {
      return inWord(spot.get());
    }
    String place =
        finding.sheet().isEmpty()
            ? finding.cell()
            : words.say("place.sheet", finding.cell(), finding.sheet());
    return place + spot.map(this::hidden).orElse("");
  }

  /** Tables of Word files have no letters: a clerk counts rows and columns. */
  private String inWord(Spot spot) {
    return spot.sheet().equals(Paragraph.SHEET)
        ? words.say("place.paragraph", spot.row() + 1)
        : words.say("place.table", spot.sheet(), spot.row() + 1, spot.column() + 1);
  }

  private String hidden(Spot spot) {
    Grid grid = grids.get(spot.sheet());
    if (grid != null && grid.hidden()) {
      return "\n" + words.say("place.hidden.sheet");
    }
    boolean cell =
        grid != null && grid.find(spot.row(), spot.column()).map(Cell::hidden).orElse(false);
    return cell ? "\n" + words.say("place.hidden.cell") : "";
  }

  /** The message without the address before it, which stands in a column of its own. */
  String message(Finding finding) {
    String message = language == Language.EN ? finding.messageEn() : finding.message();
    String text = message.isEmpty() ? finding.message() : message;
    String place =
        finding.sheet() + (finding.sheet().isEmpty() || finding.cell().isEmpty() ? "" : "!");
    String address = place + finding.cell();
    if (!address.isEmpty() && text.startsWith(address)) {
      return text.substring(address.length()).replaceFirst("^[：:\\s]+", "");
    }
    return text;
  }
}
