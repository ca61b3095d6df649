package xinglin.jobs.reminder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import xinglin.jobs.parcel.LetterParcels.Enclosure;
import xinglin.jobs.template.TemplateFiles;
import xinglin.schemas.blank.BlankForm;
import xinglin.schemas.campaign.Campaign;
import xinglin.schemas.engine.Definitions;
import xinglin.schemas.form.FormDefinition;
import xinglin.warehouse.query.ReportState;

/** Forms to fill in, with the name of their reporter. */
final class BlankForms {
  /** The only kind of document that has a form: the others are free texts. */
  private static final String SUMMARY = "summary";

  private final Definitions definitions;
  private final Campaign campaign;
  private final Path folder;

  /**
   * @param folder scratch space
   */
  BlankForms(Definitions definitions, Campaign campaign, Path folder) {
    this.definitions = definitions;
    this.campaign = campaign;
    this.folder = folder;
  }

  /** The workbook of a form, of a letter the Word file; empty where any text will do. */
  Optional<Enclosure> of(ReportState report) throws IOException {
    if (!report.documentKind().isEmpty() && !report.documentKind().equals(SUMMARY)) {
      return Optional.empty();
    }
    List<FormDefinition> editions = definitions.forms().editions(report.formId());
    Optional<FormDefinition> form =
        editions.stream()
            .filter(edition -> edition.campaigns().contains(campaign.id()))
            .reduce((former, later) -> later);
    if (form.isEmpty()) {
      return Optional.empty();
    }
    BlankForm blank =
        xinglin.schemas.blank.BlankForms.of(
            form.get(),
            definitions.vocabulary(),
            definitions.divisions().find(report.divisionCode()));
    Path file = TemplateFiles.write(blank, folder).get(0);
    String name = String.valueOf(file.getFileName());
    String ending = name.substring(name.lastIndexOf('.'));
    return Optional.of(new Enclosure(name, report.formId() + ending, file));
  }

  static void remove(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      try (Stream<Path> inside = Files.walk(folder)) {
        for (Path path : inside.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
  }
}
