package xinglin.schemas.form;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a form looks on paper, where that does not follow from what it asks for: the {@code print}
 * section of its definition. Says nothing about how a form is read.
 *
 * <p>Texts may hold blanks in braces: {@code {reporter}} is who reports, any other name is what
 * stands in front of it, a signature for example, or a blank of the letter.
 *
 * @param attachment line above the title, for example {@code 附件1}; empty if none
 * @param title as printed, with its year; empty: the first of the form's titles
 * @param reporter line that names the reporter; empty: made of the reporter's label
 * @param signature line with the names of those who fill it in; empty: made of their labels
 * @param signatureAbove whether that line stands above the table
 * @param notes lines below the table
 * @param groups headings over several columns that recognition does not ask for
 * @param corner word beside the row label in a corner cut by a diagonal; empty if it is not cut
 * @param rows how many lines to rule where they are open; 0: a good number
 * @param rowsOf whose rows a table of divisions prints
 * @param landscape where it is not to follow from the width
 * @param sheets names of the worksheets, one for each table; missing ones are made up
 * @param widths of columns in characters, by the name of what they hold
 * @param headers headers as printed, by the name of what they hold, where the first label of the
 *     definition is not what is printed
 * @param letter paragraphs of a letter
 */
public record FormPrint(
    String attachment,
    String title,
    String reporter,
    String signature,
    boolean signatureAbove,
    List<String> notes,
    List<Group> groups,
    String corner,
    int rows,
    RowsOf rowsOf,
    Optional<Boolean> landscape,
    List<String> sheets,
    Map<String, Integer> widths,
    Map<String, String> headers,
    List<LetterLine> letter) {

  public FormPrint {
    notes = List.copyOf(notes);
    groups = List.copyOf(groups);
    sheets = List.copyOf(sheets);
    widths = Map.copyOf(widths);
    headers = Map.copyOf(headers);
    letter = List.copyOf(letter);
  }

  /** The same with the rows of others. */
  FormPrint with(RowsOf others) {
    return new FormPrint(
        attachment,
        title,
        reporter,
        signature,
        signatureAbove,
        notes,
        groups,
        corner,
        rows,
        others,
        landscape,
        sheets,
        widths,
        headers,
        letter);
  }

  /** A heading over the columns from one to another, both included. */
  public record Group(String text, String from, String to) {}

  /** A paragraph of a letter. */
  public record LetterLine(Place place, String text) {}

  /** Where a paragraph stands on the page. */
  public enum Place {
    TITLE,
    /** Not indented: the addressee, the attachment's number. */
    LEFT,
    /** Body text, its first line indented. */
    BODY,
    /** Below the body, to the right: who signs, and when. */
    RIGHT
  }

  /** Whose rows a table of divisions prints. */
  public enum RowsOf {
    /** The divisions below the one that reports. */
    CHILDREN,
    /** The one that reports: a single row. */
    REPORTER
  }
}
