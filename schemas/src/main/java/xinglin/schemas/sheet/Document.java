package xinglin.schemas.sheet;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import xinglin.schemas.finding.Issue;

/**
 * An opened file, free of any file format: blocks in reading order, and what the opener noticed
 * about the file as a whole.
 *
 * @param format what the bytes are
 * @param blocks worksheets, or paragraphs and tables of a Word file in their order
 * @param traits things a sender should know of
 * @param mark form that the file was made for, if it says so
 * @param pages pages as the file states them; workbooks and separated text have none
 * @param issues what the opener noticed at one place, or in words of its own
 */
public record Document(
    Format format,
    List<Block> blocks,
    Set<Trait> traits,
    Optional<FormMark> mark,
    Optional<Integer> pages,
    List<Issue> issues) {

  public Document {
    blocks = List.copyOf(blocks);
    traits = Set.copyOf(traits);
    issues = List.copyOf(issues);
  }

  /** A file without a mark. */
  public Document(Format format, List<Block> blocks, Set<Trait> traits) {
    this(format, blocks, traits, Optional.empty());
  }

  /** A file that states no pages, in which the opener noticed nothing. */
  public Document(Format format, List<Block> blocks, Set<Trait> traits, Optional<FormMark> mark) {
    this(format, blocks, traits, mark, Optional.empty(), List.of());
  }

  /** The same file with what it says about its form. */
  public Document marked(Optional<FormMark> found) {
    return new Document(format, blocks, traits, found, pages, issues);
  }

  /** The same file without these sheets. */
  public Document without(Set<String> sheets) {
    return new Document(
        format,
        blocks.stream().filter(block -> !sheets.contains(block.sheet())).toList(),
        traits,
        mark,
        pages,
        issues);
  }

  /** These sheets alone, each down to this row. */
  public Document top(Set<String> sheets, int rows) {
    return new Document(
        format,
        grids().stream()
            .filter(grid -> sheets.contains(grid.sheet()))
            .<Block>map(grid -> grid.top(rows))
            .toList(),
        traits,
        mark,
        pages,
        List.of());
  }

  public List<Grid> grids() {
    return blocks.stream().filter(Grid.class::isInstance).map(Grid.class::cast).toList();
  }

  public List<Paragraph> paragraphs() {
    return blocks.stream().filter(Paragraph.class::isInstance).map(Paragraph.class::cast).toList();
  }

  /** What the bytes are, whatever the file name says. */
  public enum Format {
    /** OOXML workbook. */
    XLSX,
    /** BIFF8 workbook, also what WPS calls .et. */
    XLS,
    /** OpenDocument spreadsheet. */
    ODS,
    /** OOXML text. */
    DOCX,
    /** Word 97-2003, also what WPS calls .wps. */
    DOC,
    /** Kept as a document; its text is read, never a table. */
    PDF,
    CSV;

    /** Whether it is text in paragraphs, with or without tables. */
    public boolean isText() {
      return this == DOCX || this == DOC || this == PDF;
    }
  }

  /** Macros are never run, only noted. */
  public enum Trait {
    MACROS
  }
}
