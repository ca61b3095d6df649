package xinglin.schemas.sheet;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An opened file, free of any file format: blocks in reading order, and what the opener noticed
 * about the file as a whole.
 *
 * @param format what the bytes are
 * @param blocks worksheets, or paragraphs and tables of a Word file in their order
 * @param traits things a sender should know of
 * @param mark form that the file was made for, if it says so
 */
public record Document(
    Format format, List<Block> blocks, Set<Trait> traits, Optional<FormMark> mark) {

  public Document {
    blocks = List.copyOf(blocks);
    traits = Set.copyOf(traits);
  }

  /** A file without a mark. */
  public Document(Format format, List<Block> blocks, Set<Trait> traits) {
    this(format, blocks, traits, Optional.empty());
  }

  public List<Grid> grids() {
    return blocks.stream().filter(Grid.class::isInstance).map(Grid.class::cast).toList();
  }

  public List<Paragraph> paragraphs() {
    return blocks.stream().filter(Paragraph.class::isInstance).map(Paragraph.class::cast).toList();
  }

  /** What the bytes are, whatever the file name says. */
  public enum Format {
    XLSX,
    XLS,
    DOCX,
    CSV
  }

  /** Macros are never run, only noted. */
  public enum Trait {
    MACROS
  }
}
