package xinglin.schemas.blank;

import java.util.List;
import xinglin.schemas.form.Subject;

/**
 * Something to fill in.
 *
 * @param name measure, register column or part of a line that it is read as; {@link #REPORTER} for
 *     who reports; otherwise what stands in front of it, a signature for example
 * @param row what its row stands for: a practice type, a division, a measure, {@code #3} for the
 *     third line of a register, {@code total}; empty where there is no row
 * @param kind what is written into it
 * @param label words by which a clerk knows it
 * @param note what to fill in, one sentence
 * @param choices words to choose from; empty if it is free
 * @param preset what is already written into it
 * @param unit unit that its header names: 万元, 户次; empty if none
 * @param subject what row, column and section together say of a figure
 */
public record Slot(
    String name,
    String row,
    Kind kind,
    String label,
    String note,
    List<String> choices,
    String preset,
    String unit,
    Subject subject) {
  /** Name of the slot that says who reports. */
  public static final String REPORTER = "reporter";

  public Slot {
    choices = List.copyOf(choices);
  }

  /** A free text beside its label, a signature for example. */
  static Slot around(String label) {
    Kind kind = label.endsWith("日期") || label.endsWith("时间") ? Kind.DATE : Kind.TEXT;
    String note = kind == Kind.DATE ? "请按“2024-08-07”的样子填写年月日" : "请填写" + label;
    return new Slot(label, "", kind, label, note, List.of(), "", "", Subject.NOTHING);
  }

  /** The same in another unit of money. */
  Slot in(String other) {
    return new Slot(
        name,
        row,
        kind,
        label,
        note.replace("（" + unit + "）", "（" + other + "）"),
        choices,
        preset,
        other,
        subject);
  }

  /** A text with no more meaning than its label. */
  public static Slot free(String label, String note) {
    return new Slot("", "", Kind.TEXT, label, note, List.of(), "", "", Subject.NOTHING);
  }

  /** The same with words to choose from. */
  public Slot choosing(List<String> words) {
    return new Slot(name, row, kind, label, note, words, preset, unit, subject);
  }

  /** The same with something written into it already. */
  public Slot presetting(String text) {
    return new Slot(name, row, kind, label, note, choices, text, unit, subject);
  }

  /** What is written into a slot. */
  public enum Kind {
    /** A whole number, zero or more. */
    COUNT,
    /** An amount in the unit of the slot. */
    MONEY,
    PERCENT,
    DATE,
    /** One of the choices. */
    CHOICE,
    TEXT,
    /** Text of several lines. */
    LONG_TEXT
  }
}
