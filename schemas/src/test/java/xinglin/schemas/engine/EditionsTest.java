package xinglin.schemas.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import xinglin.schemas.definition.DefinitionException;
import xinglin.schemas.example.ExampleText;
import xinglin.schemas.finding.Finding;
import xinglin.schemas.form.FormDefinition;
import xinglin.schemas.reading.FileReading;
import xinglin.schemas.reading.FormReading;
import xinglin.schemas.sheet.Document;
import xinglin.schemas.sheet.FormMark;

/** Two editions of a form in one home: a file is read by the edition it was made from. */
class EditionsTest {
  private static final String OF_2024 =
      Definitions.load(Optional.empty()).files().text("forms/city-spot-check.yaml");
  private static final String OF_2025 =
      OF_2024
          .replace("edition: \"2024\"", "edition: \"2025\"")
          .replace(
              "发现问题数, 发现问题]}", "发现问题数, 发现问题]}\n      - {measure: cases_filed, labels: [立案数（件）]}");
  private static final String FILE_OF_2024 =
      """
      # 抽查
      2024年市级重点机构抽查情况表|<|<|<
      徐州市    市|<|<|<
      县（区）|重点机构数（家）|抽查机构数（家）|发现问题数（个）
      鼓楼区|40|12|3
      """;
  private static final String FILE_OF_2025 =
      """
      # 抽查
      2024年市级重点机构抽查情况表|<|<|<|<
      徐州市    市|<|<|<|<
      县（区）|重点机构数（家）|抽查机构数（家）|发现问题数（个）|立案数（件）
      鼓楼区|40|12|3|1
      """;

  @TempDir private Path config;

  @BeforeEach
  void twoEditions() throws IOException {
    write("city-spot-check-2025.yaml", OF_2025);
  }

  private void write(String name, String text) throws IOException {
    Files.createDirectories(config.resolve("forms"));
    Files.writeString(config.resolve("forms").resolve(name), text);
  }

  private FormReading read(String text) {
    return read(ExampleText.read(text, Map.of()));
  }

  private FormReading read(Document document) {
    FileReading reading =
        new FormEngine(Definitions.load(Optional.of(config)))
            .read(document, ReadingContext.unsent());
    assertEquals(1, reading.forms().size(), reading::toString);
    return reading.forms().get(0);
  }

  private static Set<String> measures(FormReading form) {
    return form.figures().stream().map(figure -> figure.measureId()).collect(Collectors.toSet());
  }

  private static List<String> codes(FormReading form) {
    return form.findings().stream().map(Finding::code).toList();
  }

  @Test
  void bothEditionsAreKnownTheNewestLast() {
    Definitions definitions = Definitions.load(Optional.of(config));

    assertEquals(
        List.of("2024", "2025"),
        definitions.forms().editions("city-spot-check").stream()
            .map(FormDefinition::edition)
            .toList());
    assertEquals("2025", definitions.forms().get("city-spot-check").edition());
    assertEquals("2024", definitions.forms().get("city-spot-check", "2024").edition());
  }

  @Test
  void theEditionWhoseLabelsFitReads() {
    FormReading earlier = read(FILE_OF_2024);
    FormReading later = read(FILE_OF_2025);

    assertEquals("2024", earlier.edition());
    assertEquals(List.of(), codes(earlier));
    assertEquals("2025", later.edition());
    assertEquals(List.of(), codes(later));
    assertEquals(
        Set.of("key_institutions", "institutions_checked", "problems_found", "cases_filed"),
        measures(later));
  }

  @Test
  void aForgottenColumnOfTheNewEditionStillFitsTheNewOneIfItIsTheNearest() throws IOException {
    write(
        "city-spot-check-2025.yaml",
        OF_2025.replace("立案数（件）]}", "立案数（件）]}\n      - {measure: referred_cases, labels: [移送数]}"));

    FormReading form = read(FILE_OF_2025.replace("立案数（件）", "立案数（件）|移送数").replace("|3|1", "|3|1|0"));
    assertEquals("2025", form.edition());
    assertEquals(List.of(), codes(form));
  }

  @Test
  void theNewestReadsWhereBothFitAlike() throws IOException {
    write("city-spot-check-2025.yaml", OF_2024.replace("edition: \"2024\"", "edition: \"2025\""));

    assertEquals("2025", read(FILE_OF_2024).edition());
  }

  @Test
  void theMarkDecidesBetweenEditionsButMakesNoForm() {
    Document plain = ExampleText.read(FILE_OF_2024, Map.of());
    Document marked = marked(plain, "city-spot-check/2025");
    FormReading form = read(marked);

    assertEquals("2025", form.edition());
    assertEquals(List.of("MISSING_COLUMN"), codes(form));
    assertEquals(
        List.of(),
        new FormEngine(Definitions.load(Optional.of(config)))
            .read(
                marked(
                    ExampleText.read("# 签到\n会议签到表|<\n姓名|单位\n", Map.of()), "city-spot-check/2025"),
                ReadingContext.unsent())
            .forms());
  }

  private static Document marked(Document document, String mark) {
    return new Document(
        document.format(), document.blocks(), document.traits(), FormMark.parse(mark));
  }

  @Test
  void anEditionThatCannotContinueTheOthersIsRefused() throws IOException {
    write(
        "city-spot-check-2026.yaml",
        OF_2025
            .replace("edition: \"2025\"", "edition: \"2026\"")
            .replace("accumulation: period", "accumulation: snapshot"));
    write("copy.yaml", OF_2025);

    String message =
        assertThrows(DefinitionException.class, () -> Definitions.load(Optional.of(config)))
            .getMessage();
    assertEquals(
        List.of(
            "config/forms/city-spot-check-2026.yaml:8: all editions of a form accumulate alike;"
                + " forms/city-spot-check.yaml says period",
            "config/forms/copy.yaml:3: form \"city-spot-check\", edition \"2025\" is defined twice, first"
                + " in config/forms/city-spot-check-2025.yaml"),
        message
            .lines()
            .map(String::strip)
            .filter(line -> line.startsWith("config/forms/"))
            .toList());
  }
}
