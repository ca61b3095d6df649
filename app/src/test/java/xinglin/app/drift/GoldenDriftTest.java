package xinglin.app.drift;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
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
    Path expected = golden.resolve("expected");
    if (Boolean.getBoolean("xinglin.regenerate")) {
      delete(expected);
      Files.createDirectories(expected);
      Files.writeString(expected.resolve("report.txt"), said);
      for (String file : files(out)) {
        Path to = expected.resolve(file);
        Files.createDirectories(to.getParent());
        Files.copy(out.resolve(file), to);
      }
    }
    assertEquals(Files.readString(expected.resolve("report.txt")), said);
    List<String> proposed = new ArrayList<>(files(expected));
    proposed.remove("report.txt");
    assertEquals(proposed, files(out));
    for (String file : proposed) {
      assertEquals(Files.readString(expected.resolve(file)), Files.readString(out.resolve(file)));
    }
  }

  /** All comments that ask are deleted; what has to be chosen is read past. */
  private void settled(Path golden) throws IOException {
    Path home = folder.resolve(name(golden) + "-home");
    for (String file : files(golden.resolve("expected"))) {
      if (file.startsWith("forms/")) {
        Path to = home.resolve("config").resolve(file);
        Files.createDirectories(to.getParent());
        Files.writeString(
            to,
            Files.readString(golden.resolve("expected").resolve(file))
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

  private static void delete(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }
}
