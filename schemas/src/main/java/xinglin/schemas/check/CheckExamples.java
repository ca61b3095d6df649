package xinglin.schemas.check;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import xinglin.schemas.definition.Entry;
import xinglin.schemas.definition.Mistake;

/**
 * Two examples of a check, both run as tests: one passes, one fails.
 *
 * @param form form whose example {@code forms/<form>.example.txt} is changed; empty for files and
 *     single values
 * @param before what was sent earlier, in order, for checks that need history
 */
public record CheckExamples(
    Optional<String> form, List<Example> before, Example pass, Example fail) {

  public CheckExamples {
    before = List.copyOf(before);
  }

  /**
   * One example: changes to the form's example, or a file, or a single value.
   *
   * @param set texts by A1, {@code sheet!A1} or {@code P3}
   * @param replace texts within the example, each with what stands for it
   * @param recomputed results of formulas, by A1
   * @param hidden numbers of hidden rows
   * @param twice whether the form stands in the file a second time, on a sheet whose name ends in
   *     {@code (2)}
   * @param pdf whether the words of the form stand in a PDF, without their table
   * @param received day of receipt, yyyy-MM-dd
   * @param sender division that the sender is registered for
   * @param file name of a file that is opened instead
   * @param value a single value that is checked instead
   * @param at cell of the finding; empty if any will do
   * @param layout of exchanged records, by its id
   * @param again texts by header in which a second record differs from the first
   */
  public record Example(
      Map<String, String> set,
      Map<String, String> replace,
      Map<String, String> recomputed,
      List<String> hidden,
      boolean macros,
      boolean twice,
      boolean pdf,
      Optional<String> received,
      Optional<String> sender,
      Optional<String> file,
      Optional<String> value,
      Optional<String> at,
      Optional<String> layout,
      Map<String, String> again) {

    public Example {
      set = Map.copyOf(set);
      replace = Map.copyOf(replace);
      recomputed = Map.copyOf(recomputed);
      hidden = List.copyOf(hidden);
      again = Map.copyOf(again);
    }

    private static Example read(Entry entry) {
      Example example =
          new Example(
              entry.map("set"),
              entry.map("replace"),
              entry.map("recomputed"),
              entry.texts("hidden"),
              entry.flag("macros", false),
              entry.flag("twice", false),
              entry.flag("pdf", false),
              entry.findText("received"),
              entry.findText("sender"),
              entry.findText("file"),
              entry.findText("value"),
              entry.findText("at"),
              entry.findText("layout"),
              entry.map("again"));
      entry.done();
      return example;
    }
  }

  static CheckExamples read(Entry entry) {
    CheckExamples examples =
        new CheckExamples(
            entry.findText("form"),
            entry.list("before").stream().map(Example::read).toList(),
            Example.read(entry.get("pass")),
            Example.read(entry.get("fail")));
    entry.done();
    if (examples.form().isEmpty()
        && examples.fail().file().isEmpty()
        && examples.fail().value().isEmpty()
        && examples.fail().layout().isEmpty()) {
      entry.problem(Mistake.of("an example changes a form's example, or names a file or a value"));
    }
    return examples;
  }
}
