package xinglin.app.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import xinglin.jobs.open.FileOpener;
import xinglin.jobs.open.Limits;
import xinglin.jobs.open.OpenedDocument;
import xinglin.schemas.check.CheckExamples;
import xinglin.schemas.definition.Problems;
import xinglin.schemas.engine.Definitions;
import xinglin.schemas.engine.FormEngine;
import xinglin.schemas.engine.ReadingContext;
import xinglin.schemas.example.ExampleText;
import xinglin.schemas.finding.Finding;
import xinglin.schemas.indicator.Indicators;
import xinglin.schemas.reading.Figure;
import xinglin.schemas.reading.FormReading;
import xinglin.schemas.sheet.Document;
import xinglin.warehouse.sql.SqlFiles;

/** The finished example of docs/how-to is what its pages say: new files, no new Java. */
final class FinishedExampleTest {
  private static final Path EXAMPLE = Checkout.root().resolve("docs/how-to/example");

  @Test
  void aFormFromOneFileReadsAWorkbookOfIt() throws Exception {
    Definitions definitions = Definitions.load(Optional.of(EXAMPLE.resolve("config")));
    OpenedDocument file =
        (OpenedDocument)
            FileOpener.open(EXAMPLE.resolve("publicity-summary.csv"), Limits.standard());
    FormReading form =
        new FormEngine(definitions).read(file.document(), ReadingContext.unsent()).forms().get(0);
    assertEquals("publicity-summary", form.formId());
    assertEquals("320300", form.reporter().orElseThrow().code());
    assertEquals(
        List.of(
            "publicity_sessions 320302 reported 12 B4",
            "publicity_materials 320302 reported 3500 C4",
            "media_reports 320302 reported 4 D4",
            "publicity_sessions 320303 reported 9 B5",
            "publicity_materials 320303 reported 2800 C5",
            "media_reports 320303 reported 3 D5",
            "publicity_sessions 320305 reported 7 B6",
            "publicity_materials 320305 approximate 1500 C6",
            "media_reports 320305 blank - D6"),
        form.figures().stream()
            .filter(figure -> figure.role() == Figure.Role.OBSERVATION)
            .map(FinishedExampleTest::line)
            .toList());
  }

  @Test
  void aCheckFromOneFileSaysWhatItsPageSays() throws Exception {
    Definitions definitions = Definitions.load(Optional.of(EXAMPLE.resolve("config")));
    CheckExamples examples =
        definitions.checks().get("SHUTDOWNS_EXCEED_INSPECTIONS").examples().orElseThrow();
    String form =
        definitions.files().text("forms/" + examples.form().orElseThrow() + ".example.txt");
    FormEngine engine = new FormEngine(definitions);
    Document passes = ExampleText.read(form, examples.pass().set());
    Document fails = ExampleText.read(form, examples.fail().set());
    assertEquals(List.of(), engine.read(passes, ReadingContext.unsent()).forms().get(0).findings());
    assertEquals(
        List.of("附件1!H8 取缔户次：填的是 4，多于“监督户次数”的 3。请核对；取缔也应计入监督户次。"),
        engine.read(fails, ReadingContext.unsent()).forms().get(0).findings().stream()
            .map(Finding::message)
            .toList());
  }

  @Test
  void anIndicatorFromTwoFilesIsKnown() {
    Definitions definitions = Definitions.load(Optional.of(EXAMPLE.resolve("config")));
    Problems problems = new Problems();
    Indicators indicators = Indicators.load(definitions.files(), definitions.measures(), problems);
    assertEquals("次", indicators.get("publicity_sessions").unit());
    assertTrue(
        SqlFiles.load(definitions.files(), definitions.tables(), problems).stream()
            .anyMatch(model -> model.name().equals("publicity_sessions")));
    assertEquals(List.of(), problems.list());
  }

  private static String line(Figure figure) {
    return String.join(
        " ",
        figure.measureId(),
        figure.divisionCode().orElse("-"),
        figure.value().state().name().toLowerCase(java.util.Locale.ROOT),
        figure.value().number().map(number -> number.toPlainString()).orElse("-"),
        figure.cell());
  }
}
