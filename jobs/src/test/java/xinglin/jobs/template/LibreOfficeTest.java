package xinglin.jobs.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import xinglin.schemas.blank.BlankForm;
import xinglin.schemas.reading.FormReading;
import xinglin.schemas.sheet.Document;

/**
 * Templates filled in, opened by LibreOffice and saved again in another format read the same and
 * keep their mark. Runs with {@code XINGLIN_OFFICE=soffice} in the environment.
 */
@EnabledIfEnvironmentVariable(named = "XINGLIN_OFFICE", matches = ".+")
final class LibreOfficeTest {
  private static final int MINUTES = 10;

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({"xlsx, xlsx", "xlsx, xls", "xlsx, ods", "docx, docx", "docx, doc"})
  void savedAgainReadsTheSame(String from, String to) throws IOException, InterruptedException {
    Path filled = Files.createDirectories(folder.resolve("filled"));
    Map<Path, Forms> files = new LinkedHashMap<>();
    for (Forms form : Forms.builtIn()) {
      BlankForm blank = form.blank(Optional.of(form.reporters().get(0)));
      if (from.equals("docx") || !blank.isLetter()) {
        Path file = filled.resolve(form.form().formId() + "." + from);
        List<Place> places = Place.of(blank);
        Map<Place, Filled> values = new Plausible(blank, Plausible.day(form.form())).fill(places);
        FilledFiles template = new FilledFiles(blank, Forms.bytes(blank, from.equals("xlsx")));
        Files.write(
            file,
            from.equals("xlsx")
                ? template.workbook(places, values)
                : template.word(places, values));
        files.put(file, form);
      }
    }
    Path saved = convert(filled, from, to);
    List<String> differences = new ArrayList<>();
    for (Map.Entry<Path, Forms> file : files.entrySet()) {
      Document before = Forms.open(file.getKey());
      Document after =
          Forms.open(
              saved.resolve(file.getKey().getFileName().toString().replace("." + from, "." + to)));
      String name = file.getValue().name() + " as " + to;
      if (!before.mark().equals(after.mark())) {
        differences.add(name + ": mark " + after.mark());
      }
      List<String> expected = lines(file.getValue(), before);
      List<String> actual = lines(file.getValue(), after);
      if (!expected.equals(actual)) {
        differences.add(name + ": " + expected + " became " + actual);
      }
    }
    assertEquals(List.of(), differences);
  }

  private static List<String> lines(Forms form, Document document) {
    List<String> lines = new ArrayList<>();
    for (FormReading read : form.read(document).forms()) {
      lines.add(read.formId() + " " + read.edition() + " " + read.reporter() + " " + read.period());
      read.figures()
          .forEach(
              figure ->
                  lines.add(
                      figure.measureId()
                          + " "
                          + figure.category()
                          + " "
                          + figure.divisionCode().orElse("")
                          + " "
                          + figure.value().state()
                          + " "
                          + figure.value().number().map(Object::toString).orElse("")
                          + figure.value().text().orElse("")));
      read.lines()
          .forEach(
              line ->
                  new java.util.TreeMap<>(line.values())
                      .forEach(
                          (name, value) ->
                              lines.add(
                                  line.ordinal()
                                      + " "
                                      + name
                                      + " "
                                      + value.state()
                                      + value.text().orElse("")
                                      + value.date().map(Object::toString).orElse("")
                                      + value.number().map(Object::toString).orElse(""))));
    }
    return lines;
  }

  private Path convert(Path filled, String from, String to)
      throws IOException, InterruptedException {
    Path saved = folder.resolve("saved");
    List<String> command =
        new ArrayList<>(
            List.of(
                System.getenv("XINGLIN_OFFICE"),
                "--headless",
                "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                "--convert-to",
                to,
                "--outdir",
                saved.toString()));
    try (Stream<Path> files = Files.list(filled)) {
      files
          .filter(file -> file.toString().endsWith(from))
          .map(Path::toString)
          .forEach(command::add);
    }
    Process office =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("office.log").toFile())
            .start();
    assertTrue(office.waitFor(MINUTES, TimeUnit.MINUTES), "LibreOffice does not end");
    return saved;
  }
}
