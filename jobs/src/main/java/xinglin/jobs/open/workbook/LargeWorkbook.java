package xinglin.jobs.open.workbook;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamException;
import xinglin.jobs.open.Limits;
import xinglin.jobs.open.guard.Budget;
import xinglin.jobs.open.guard.PackageKind;
import xinglin.jobs.open.guard.RefusalException;
import xinglin.jobs.open.guard.Signature;
import xinglin.jobs.open.guard.ZipGuard;
import xinglin.jobs.open.guard.ZipParts;
import xinglin.jobs.open.xml.Relationships;
import xinglin.jobs.open.xml.TextList;
import xinglin.schemas.exchange.FoundLayout;
import xinglin.schemas.exchange.PenaltyLayouts;
import xinglin.schemas.exchange.PenaltySheet;
import xinglin.schemas.exchange.RowsUnreadableException;
import xinglin.schemas.exchange.SentRows;
import xinglin.schemas.sheet.Block;
import xinglin.schemas.sheet.Document;
import xinglin.schemas.sheet.Grid;

/**
 * An .xlsx of penalty records that is too large to be held as a document: recognised by the first
 * lines of its sheets, its rows are gone through where they are needed. Only its table of texts is
 * held, as bytes.
 */
public final class LargeWorkbook {
  private static final long MIB = 1L << 20;

  /** A full sheet of 1,048,576 rows, its repeated texts held once. */
  private static final Limits LIMITS =
      new Limits(
          512 * MIB, 4096 * MIB, 3072 * MIB, 5_000, 200, 32 * MIB, 200, 0, 0, 128 * MIB, 0, 50);

  /** Rows are gone through one by one: only one cell has to fit. */
  private static final Limits ROWS = new Limits(0, 0, 0, 0, 0, 0, 0, 0, 0, Long.MAX_VALUE, 0, 0);

  private static final int HEAD = 1 << 13;
  private static final int HEADER_WITHIN = 20;

  private LargeWorkbook() {}

  /**
   * Its sheets, if it is large and each of them holds penalty records; else none.
   *
   * @param least bytes of a sheet that is large
   */
  public static List<PenaltySheet> find(Path file, PenaltyLayouts layouts, long least)
      throws IOException {
    try {
      if (!isLarge(file, least)) {
        return List.of();
      }
      Budget budget = new Budget(LIMITS);
      try (ZipParts parts = ZipGuard.inspect(file, budget)) {
        PackageKind kind = PackageKind.of(parts);
        return kind.content() == PackageKind.Content.WORKBOOK
            ? sheets(file, parts, kind.mainPart(), budget, layouts)
            : List.of();
      }
    } catch (FileSystemException e) {
      throw e;
    } catch (IOException | XMLStreamException | RefusalException | RuntimeException e) {
      // Whoever opens it as a document finds the same again, and says it to the sender.
      return List.of();
    }
  }

  /**
   * A large workbook that was read before, without its cells: enough to mark some of them in a
   * copy. Empty for any other file.
   */
  public static Optional<Document> outline(Path file, long least) throws IOException {
    try {
      if (!isLarge(file, least)) {
        return Optional.empty();
      }
      try (ZipParts parts = ZipGuard.inspected(file)) {
        String main = PackageKind.of(parts).mainPart();
        WorkbookXml workbook = WorkbookXml.read(parts, main, Relationships.of(parts, main));
        List<Block> sheets =
            workbook.sheets().stream()
                .<Block>map(entry -> Grid.named(entry.name()).hidden(entry.hidden()).build())
                .toList();
        return Optional.of(new Document(Document.Format.XLSX, sheets, Set.of()));
      }
    } catch (XMLStreamException | RefusalException e) {
      return Optional.empty();
    }
  }

  /** As the container says; what comes out is counted later. */
  private static boolean isLarge(Path file, long least) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      if (!new Signature(in.readNBytes(HEAD)).isZip()) {
        return false;
      }
    }
    try (ZipFile zip = new ZipFile(file.toFile(), StandardCharsets.ISO_8859_1)) {
      for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
        ZipEntry entry = all.nextElement();
        String name = entry.getName().toLowerCase(Locale.ROOT);
        if (name.contains("worksheets/") && entry.getSize() >= least) {
          return true;
        }
      }
      return false;
    }
  }

  private static List<PenaltySheet> sheets(
      Path file, ZipParts parts, String main, Budget budget, PenaltyLayouts layouts)
      throws IOException, XMLStreamException, RefusalException {
    Relationships relationships = Relationships.of(parts, main);
    WorkbookXml workbook = WorkbookXml.read(parts, main, relationships);
    SharedStrings strings =
        SharedStrings.read(
            XlsxReader.part(parts, relationships, "sharedStrings"), budget, new TextList());
    CellTyping typing =
        new CellTyping(
            CellFormats.read(XlsxReader.part(parts, relationships, "styles")), workbook.from1904());
    List<PenaltySheet> sheets = new ArrayList<>();
    for (WorkbookXml.Entry entry : workbook.sheets()) {
      if (!entry.part().isEmpty()) {
        Top top = Top.of(parts.get(entry.part()), strings, typing, budget, layouts);
        if (top.found().isPresent()) {
          FoundLayout found = top.found().get();
          Rows rows = new Rows(file, entry.part(), strings, typing, top.row(), found);
          sheets.add(new PenaltySheet(found, entry.name(), top.row(), rows));
        } else if (top.row() > 0) {
          return List.of();
        }
      }
    }
    return sheets;
  }

  /**
   * What the first lines of a sheet say.
   *
   * @param row the header's, or the last one looked at; 0 if the sheet is empty
   */
  private record Top(int row, Optional<FoundLayout> found) {
    static Top of(
        InputStream part,
        SharedStrings strings,
        CellTyping typing,
        Budget budget,
        PenaltyLayouts layouts)
        throws IOException, XMLStreamException, RefusalException {
      List<Top> seen = new ArrayList<>(List.of(new Top(0, Optional.empty())));
      SheetRows.read(
          part,
          strings,
          typing,
          budget,
          Integer.MAX_VALUE,
          (row, texts) -> {
            if (row > HEADER_WITHIN) {
              return false;
            }
            Top top = new Top(row, layouts.find(texts));
            seen.set(0, top);
            return top.found().isEmpty();
          });
      return seen.get(0);
    }
  }

  /** Rows below the header; the container is opened anew each time. */
  private record Rows(
      Path file,
      String part,
      SharedStrings strings,
      CellTyping typing,
      int headerRow,
      FoundLayout found)
      implements SentRows {

    @Override
    public boolean areMany() {
      return true;
    }

    @Override
    public void each(Sink sink) throws IOException {
      Budget budget = new Budget(ROWS);
      try (ZipParts parts = ZipGuard.inspected(file)) {
        SheetRows.read(
            parts.get(part),
            strings,
            typing,
            budget,
            found.headers().size(),
            (row, texts) -> {
              if (row > headerRow) {
                sink.row(row, texts);
              }
              return true;
            });
      } catch (XMLStreamException | RefusalException | IllegalArgumentException e) {
        throw new RowsUnreadableException("Cannot read the rows of a workbook", e);
      }
    }
  }
}
