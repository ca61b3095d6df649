package xinglin.app.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import xinglin.jobs.example.ExampleResult;
import xinglin.jobs.example.ExampleRun;
import xinglin.jobs.example.FormExample;
import xinglin.jobs.example.FormExamples;
import xinglin.jobs.open.FileOpener;
import xinglin.jobs.open.Limits;
import xinglin.jobs.open.OpenedDocument;
import xinglin.schemas.definition.Problems;
import xinglin.schemas.engine.Definitions;
import xinglin.schemas.engine.FormEngine;
import xinglin.schemas.engine.ReadingContext;
import xinglin.schemas.form.FormDefinition;
import xinglin.schemas.reading.FormReading;

/**
 * Layouts that no built-in form has, each a folder of definitions with files as they are sent: read
 * without any Java of their own.
 */
final class LayoutExamplesTest {
  private static final Path LAYOUTS = Checkout.root().resolve("docs/how-to/example/layouts");

  @TestFactory
  Stream<DynamicTest> everyFileReadsAsItsAuthorExpects() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    try (Stream<Path> folders = Files.list(LAYOUTS)) {
      for (Path folder : folders.filter(Files::isDirectory).sorted().toList()) {
        Path config = folder.resolve("config");
        Definitions definitions = Definitions.load(Optional.of(config));
        ExampleRun run = new ExampleRun(definitions);
        List<FormExample> examples = examples(config, definitions);
        assertTrue(!examples.isEmpty(), () -> folder + " has no file to read");
        examples.forEach(
            example ->
                tests.add(
                    DynamicTest.dynamicTest(
                        folder.getFileName() + " " + example.shown(), () -> reads(run, example))));
      }
    }
    return tests.stream();
  }

  private static List<FormExample> examples(Path config, Definitions definitions)
      throws IOException {
    Problems problems = new Problems();
    FormExamples found = new FormExamples(definitions.files(), Optional.of(config), problems);
    List<FormExample> examples = new ArrayList<>();
    for (FormDefinition form : definitions.forms().list()) {
      if (definitions.files().path(form.file()).isOfHome()) {
        examples.addAll(found.list(form));
      }
    }
    problems.check();
    return examples;
  }

  private static void reads(ExampleRun run, FormExample example) throws IOException {
    ExampleResult result = run.run(example);
    if (Boolean.getBoolean("xinglin.regenerate")) {
      ExampleRun.accept(result);
      return;
    }
    assertEquals(
        ExampleResult.Status.PASSED,
        result.status(),
        () -> result.differences() + " " + result.findings());
  }

  @Test
  void theUprightFormIsReadByItsOwnEdition() throws IOException {
    Path folder = LAYOUTS.resolve("transposed");
    Definitions definitions = Definitions.load(Optional.of(folder.resolve("config")));
    FormReading upright = read(definitions, folder.resolve("upright.xlsx"));
    FormReading turned =
        read(
            definitions,
            folder.resolve("config/forms/jiangsu-campaign-summary-turned.examples/turned.xlsx"));

    assertEquals("2024", upright.edition());
    assertEquals("2024-turned", turned.edition());
    assertEquals(content(upright), content(turned));
  }

  private static FormReading read(Definitions definitions, Path file) throws IOException {
    OpenedDocument opened = (OpenedDocument) FileOpener.open(file, Limits.standard());
    return new FormEngine(definitions)
        .read(opened.document(), ReadingContext.unsent())
        .forms()
        .get(0);
  }

  private static String content(FormReading form) {
    return form.figures().stream()
        .map(
            figure ->
                figure.measureId() + " " + figure.category() + " " + figure.value().verbatim())
        .sorted()
        .collect(Collectors.joining("\n"));
  }
}
