package xinglin.app.drift;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import xinglin.app.command.CommandLines;

/**
 * Changed attachments, made by openpyxl and python-docx: what is said of each, and the edition that
 * is proposed. {@code -Dxinglin.regenerate=true} writes what is expected anew.
 */
final class GoldenDriftTest {
  private static final Path FOLDER =
      Path.of(System.getProperty("xinglin.root", ".."), "app/src/test/resources/xinglin/app/drift");

  /** A sentence of a letter has to be written anew, a row has to be given a code: no mere yes. */
  private static final List<String> NEEDS_WRITING =
      List.of("12-rows-added", "18-another-form", "22-letter-sentence");

  private static final Path BUILT_IN = Path.of(System.getProperty("xinglin.root", ".."), "schemas");

  @TempDir Path folder;

  private static Stream<Path> cases() throws IOException {
    try (Stream<Path> cases = Files.list(FOLDER)) {
      return cases.filter(Files::isDirectory).sorted().toList().stream();
    }
  }

  private static String name(Path golden) {
    return golden.getFileName().toString();
  }

  @TestFactory
  Stream<DynamicTest> everyAttachmentIsReportedAndProposedAsExpected() throws IOException {
    return cases().map(golden -> DynamicTest.dynamicTest(name(golden), () -> reported(golden)));
  }

  @TestFactory
  Stream<DynamicTest> aSettledProposalKnowsItsAttachment() throws IOException {
    return cases()
        .filter(golden -> !NEEDS_WRITING.contains(name(golden)))
        .map(golden -> DynamicTest.dynamicTest(name(golden), () -> settled(golden)));
  }

  private void reported(Path golden) throws IOException {
    Path out = folder.resolve(name(golden));
    String said = run(out, "form", "drift", input(golden).toString(), "--out", out.toString());
    String proposed = differences(out);
    Path expected = golden.resolve("expected");
    if (Boolean.getBoolean("xinglin.regenerate")) {
      Files.createDirectories(expected);
      Files.writeString(expected.resolve("report.txt"), said);
      Files.writeString(expected.resolve("proposal.diff"), proposed);
    }
    assertEquals(Files.readString(expected.resolve("report.txt")), said);
    assertEquals(Files.readString(expected.resolve("proposal.diff")), proposed);
  }

  /** The proposed files as what they change in the built-in ones. */
  private static String differences(Path out) throws IOException {
    StringBuilder all = new StringBuilder();
    for (String file : files(out)) {
      Path old = BUILT_IN.resolve(file.replaceAll("-20[0-9-]+\\.yaml$", ".yaml"));
      List<String> before = Files.exists(old) ? Files.readAllLines(old) : List.of();
      all.append("# ").append(file).append('\n');
      all.append(differences(before, Files.readAllLines(out.resolve(file))));
    }
    return all.toString();
  }

  private static String differences(List<String> before, List<String> after) {
    int[][] same = new int[before.size() + 1][after.size() + 1];
    for (int i = before.size() - 1; i >= 0; i--) {
      for (int j = after.size() - 1; j >= 0; j--) {
        same[i][j] =
            before.get(i).equals(after.get(j))
                ? same[i + 1][j + 1] + 1
                : Math.max(same[i + 1][j], same[i][j + 1]);
      }
    }
    StringBuilder lines = new StringBuilder();
    int i = 0;
    int j = 0;
    while (i < before.size() || j < after.size()) {
      if (i < before.size() && j < after.size() && before.get(i).equals(after.get(j))) {
        i++;
        j++;
      } else if (i < before.size() && (j == after.size() || same[i + 1][j] >= same[i][j + 1])) {
        lines.append("- ").append(before.get(i++)).append('\n');
      } else {
        lines.append("+ ").append(after.get(j++)).append('\n');
      }
    }
    return lines.toString();
  }

  /** All comments that ask are deleted; what has to be chosen is read past. */
  private void settled(Path golden) throws IOException {
    Path home = folder.resolve(name(golden) + "-home");
    Path out = folder.resolve(name(golden) + "-settled");
    run(out, "form", "drift", input(golden).toString(), "--out", out.toString());
    for (String file : files(out)) {
      if (file.startsWith("forms/")) {
        Path to = home.resolve("config").resolve(file);
        Files.createDirectories(to.getParent());
        Files.writeString(
            to,
            Files.readString(out.resolve(file))
                .replaceAll("(?m)^\\s*# 请确认: .*\n", "")
                .replace("{measure: \"?\"", "{ignored: extra"));
      }
    }
    String said = run(folder, "form", "drift", input(golden).toString(), "--home", home.toString());
    assertEquals(1, said.lines().count(), said);
    assertEquals(true, said.contains("没有差别"), said);
  }

  private static Path input(Path golden) throws IOException {
    try (Stream<Path> files = Files.list(golden.resolve("input"))) {
      return files.findFirst().orElseThrow();
    }
  }

  /** What the command printed, without the folder that is another one each time. */
  private static String run(Path out, String... words) {
    StringWriter said = new StringWriter();
    StringWriter wrong = new StringWriter();
    int code = CommandLines.run(words, new PrintWriter(said), new PrintWriter(wrong));
    assertEquals("", wrong.toString());
    assertEquals(0, code);
    return said.toString().replace(out + "/", "");
  }

  private static List<String> files(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> folder.relativize(file).toString())
          .sorted()
          .toList();
    }
  }
}
