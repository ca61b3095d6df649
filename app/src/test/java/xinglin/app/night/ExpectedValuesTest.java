package xinglin.app.night;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import xinglin.schemas.engine.Definitions;

/**
 * Every value that was written into the example files by other programs is found again in what is
 * published, or in the restricted columns: same value, same state. The list was made by the
 * programs that made the files.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ExpectedValuesTest {
  private static final Definitions DEFINITIONS = Definitions.load(Optional.empty());
  private PublishedValues published = PublishedValues.none();

  @BeforeAll
  void night() throws IOException, SQLException {
    published = PublishedValues.read(SharedNight.onExamples(), DEFINITIONS);
  }

  @Test
  void allOfThem() throws IOException {
    List<String> wrong = new ArrayList<>();
    int compared = 0;
    Map<String, String> digests = new HashMap<>();
    for (ExpectedValue expected : ExpectedValue.list(lines())) {
      String sha = digests.get(expected.file());
      if (sha == null) {
        sha = Sha.of(Examples.folder().resolve("inbox").resolve(expected.file()));
        digests.put(expected.file(), sha);
      }
      Optional<PublishedValues.Found> found = published.find(sha, expected);
      if (found.isEmpty() ? !expected.state().equals("blank") : !matches(expected, found.get())) {
        wrong.add(expected + " but " + found.map(Object::toString).orElse("nothing"));
      }
      compared++;
    }
    assertEquals(List.of(), wrong.stream().limit(20).toList(), () -> wrong.size() + " wrong");
    assertTrue(compared > 2500, "compared only " + compared);
  }

  private static boolean matches(ExpectedValue expected, PublishedValues.Found found) {
    if (!expected.state().equals(found.state()) || !expected.qualifier().equals(found.bound())) {
      return false;
    }
    return expected.value().equals(found.value()) || sameNumber(expected.value(), found.value());
  }

  private static boolean sameNumber(String expected, String found) {
    try {
      BigDecimal number =
          expected.equals("1/3")
              ? new BigDecimal("0.3333")
              : new BigDecimal(expected.isEmpty() ? "x" : expected);
      BigDecimal other = new BigDecimal(found);
      return number.compareTo(other) == 0
          || number.compareTo(other.setScale(number.scale(), java.math.RoundingMode.HALF_UP)) == 0;
    } catch (NumberFormatException notNumbers) {
      return false;
    }
  }

  private static List<String> lines() throws IOException {
    try (InputStream in =
        ExpectedValuesTest.class.getResourceAsStream("/xinglin/app/expected-values.csv")) {
      if (in == null) {
        throw new IOException("Cannot find expected-values.csv");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().skip(1).toList();
    }
  }
}
