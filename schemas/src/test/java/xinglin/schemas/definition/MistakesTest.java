package xinglin.schemas.definition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import xinglin.schemas.check.Regenerated;
import xinglin.schemas.codelist.Measures;
import xinglin.schemas.engine.Definitions;
import xinglin.schemas.finding.Language;
import xinglin.schemas.indicator.Indicators;

/**
 * A home in which everything is wrong: all mistakes are told at once, each whole sentence in both
 * languages stands in {@code mistakes.txt}.
 */
class MistakesTest {
  private static final Path FOLDER =
      Path.of("src/test/resources/xinglin/schemas/definition").toAbsolutePath();

  /** Raised where no definition of a home is read; other tests show them. */
  private static final Set<String> ELSEWHERE =
      Set.of(
          "{0}",
          "expected a list",
          "no working days of {0}: add this file with the holidays of that year",
          "a measure of kind {0} cannot be added up: {1}",
          "figures of different counting units cannot be added up: {0} are in {1}",
          "no measure \"{0}\"");

  @TempDir Path home;

  @Test
  void everySentenceReadsAsWritten() throws IOException {
    StringBuilder text = new StringBuilder();
    for (DefinitionProblem problem : problems()) {
      text.append(problem.in(Language.ZH)).append('\n');
      text.append("  ").append(problem.in(Language.EN)).append('\n');
    }
    Regenerated.check(FOLDER.resolve("mistakes.txt"), text.toString());
  }

  @Test
  void aListWithoutItsIdIsAMistakeLikeOthers() throws IOException {
    Path lists = Files.createDirectories(home.resolve("codelists"));
    Files.writeString(lists.resolve("practice-type.yaml"), "zh: 类型\nen: Types\nitems: []\n");
    DefinitionException wrong =
        assertThrows(DefinitionException.class, () -> Definitions.load(Optional.of(home)));
    assertEquals(
        "config/codelists/practice-type.yaml:1: \"id\" is missing",
        wrong.problems().get(0).in(Language.EN));
  }

  @Test
  void everySentenceIsShownOnce() throws IOException {
    Set<String> shown = new TreeSet<>(ELSEWHERE);
    problems().forEach(problem -> shown.add(problem.mistake().sentence()));
    Set<String> missing = new TreeSet<>(TranslationsTest.raised("schemas"));
    missing.removeAll(shown);
    assertEquals(Set.of(), missing, "no file in mistakes/ makes this mistake");
  }

  private List<DefinitionProblem> problems() throws IOException {
    Path config = config();
    List<DefinitionProblem> all = new ArrayList<>();
    all.addAll(
        assertThrows(DefinitionException.class, () -> Definitions.load(Optional.of(config)))
            .problems());
    Problems indicators = new Problems();
    DefinitionFiles files = DefinitionFiles.load(Optional.of(config));
    Indicators.load(files, Measures.load(files, new Problems()), indicators);
    all.addAll(indicators.list());
    return all;
  }

  /** The folder with what no text file can be. */
  private Path config() throws IOException {
    Path config = home.resolve("config");
    try (Stream<Path> all = Files.walk(FOLDER.resolve("mistakes"))) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        Path copy = config.resolve(FOLDER.resolve("mistakes").relativize(file).toString());
        Files.createDirectories(copy.toAbsolutePath().getParent());
        Files.write(copy, Files.readAllBytes(file));
      }
    }
    Path forms = config.resolve("forms");
    Files.write(forms.resolve("ansi.yaml"), "form: a\nzh: 甲\n".getBytes(Charset.forName("GBK")));
    Files.write(
        forms.resolve("unicode.yaml"), "\uFEFFform: a\n".getBytes(StandardCharsets.UTF_16LE));
    Files.write(forms.resolve("binary.yaml"), new byte[] {'f', 'o', '\n', (byte) 0xFF, 0x30});
    return config;
  }
}
