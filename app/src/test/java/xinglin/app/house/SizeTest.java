package xinglin.app.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

/** Files and packages stay small enough to be read in one go. */
@DisabledIfSystemProperty(named = "xinglin.quick", matches = "|true")
final class SizeTest {
  private static final int MEDIAN = 75;
  private static final int NINETY_FIFTH = 250;
  private static final int LARGEST = 400;
  private static final int FILES_IN_A_PACKAGE = 20;

  @Test
  void javaFilesAreShort() throws Exception {
    Map<Path, Integer> lines = new TreeMap<>();
    for (Path file : Checkout.files("java")) {
      lines.put(file, lines(file));
    }
    List<Integer> sizes = lines.values().stream().sorted().toList();
    int median = sizes.get(sizes.size() / 2);
    int ninetyFifth = sizes.get((int) Math.ceil(sizes.size() * 0.95) - 1);
    assertTrue(median <= MEDIAN, "median of lines a file is " + median + ", at most " + MEDIAN);
    assertTrue(
        ninetyFifth <= NINETY_FIFTH,
        "95 % of files have up to " + ninetyFifth + " lines, at most " + NINETY_FIFTH);
  }

  @Test
  void noFileOfCodeIsLong() throws Exception {
    List<String> long_ = new ArrayList<>();
    for (String extension : List.of("java", "sql", "py", "sh", "xml")) {
      for (Path file : Checkout.files(extension)) {
        if (lines(file) > LARGEST) {
          long_.add(Checkout.name(file) + " has " + lines(file) + " lines");
        }
      }
    }
    assertEquals(List.of(), long_, "more than " + LARGEST + " lines");
  }

  @Test
  void packagesAreSmall() throws Exception {
    Map<String, Long> counts =
        Checkout.files("java").stream()
            .filter(file -> !file.endsWith("package-info.java"))
            .collect(
                Collectors.groupingBy(
                    file -> Checkout.name(file.getParent()), Collectors.counting()));
    counts.values().removeIf(count -> count <= FILES_IN_A_PACKAGE);
    assertEquals(Map.of(), counts, "packages of more than " + FILES_IN_A_PACKAGE + " files");
  }

  @Test
  void nothingIsLeftToDoInComments() throws Exception {
    List<String> left = new ArrayList<>();
    for (Path file : Checkout.files("java")) {
      if (Checkout.text(file).matches("(?s).*\\b(TO" + "DO|FIX" + "ME|XX" + "X)\\b.*")) {
        left.add(Checkout.name(file));
      }
    }
    assertEquals(List.of(), left);
  }

  @Test
  void noMocks() throws Exception {
    List<String> mocks = new ArrayList<>();
    for (Path file : Checkout.texts()) {
      String text = Checkout.text(file);
      if (text.contains("org.mock" + "ito") || text.contains("import lom" + "bok")) {
        mocks.add(Checkout.name(file));
      }
    }
    assertEquals(List.of(), mocks);
  }

  private static int lines(Path file) throws IOException {
    return (int) Checkout.text(file).lines().count();
  }
}
