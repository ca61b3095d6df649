package xinglin.app.command.form;

import java.util.List;
import java.util.Optional;
import xinglin.app.failure.UsageException;
import xinglin.app.terminal.Texts;
import xinglin.schemas.definition.Problems;
import xinglin.schemas.engine.Definitions;
import xinglin.schemas.form.FormDefinition;

/** A form named on the command line; who names another is told which there are. */
public record AskedForm(Texts texts) {

  /**
   * The form of this id.
   *
   * @param edition the latest if none is named
   */
  public FormDefinition find(Definitions definitions, String formId, Optional<String> edition) {
    List<FormDefinition> editions = definitions.forms().editions(formId);
    if (editions.isEmpty()) {
      List<String> known =
          definitions.forms().list().stream().map(FormDefinition::formId).distinct().toList();
      throw unknown("template.no.form", formId, Problems.nearest(formId, known), known);
    }
    if (edition.isEmpty()) {
      return editions.get(editions.size() - 1);
    }
    return definitions
        .forms()
        .find(formId, edition.get())
        .orElseThrow(
            () ->
                new UsageException(
                    texts.say(
                        "template.no.edition",
                        formId,
                        edition.get(),
                        String.join(
                            "、", editions.stream().map(FormDefinition::edition).toList()))));
  }

  /** Says what was asked for, what was probably meant, and what is known. */
  UsageException unknown(String key, String asked, Optional<String> nearest, List<String> known) {
    String meant =
        nearest
            .map(word -> texts.say("template.meant", word))
            .orElse(texts.say("template.not.meant"));
    return new UsageException(
        texts.say(key, asked, meant, String.join(texts.english() ? ", " : "、", known)));
  }
}
