package xinglin.app.house;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

/**
 * Nothing of the machine it was written on and of the people whom the source documents name stands
 * in the repository; workbooks and Word files are looked into.
 */
final class NothingPersonalTest {
  /** First 16 hex digits of SHA-256 of names, telephone numbers, addresses in the documents. */
  private static final Set<String> KNOWN =
      Set.of(
          "b5cc3ded6534831d",
          "846678e55c502ae0",
          "781af0ac8a707e39",
          "b34fbc1c41940220",
          "3bb65d750040cf3a",
          "d645e08e09296e1c",
          "12c1558049eca557",
          "b1dd63b2da5a968b",
          "56da6792843f1642",
          "e734c50d8bbb77a6",
          "b9d69e445092ba2c",
          "c9443788f67632e6");

  private static final Pattern DIGITS = Pattern.compile("(?<!\\d)\\d{7,8}(?!\\d)");
  private static final Pattern HAN = Pattern.compile("(?=(\\p{IsHan}{2}))(?=(\\p{IsHan}{3})?)");
  private static final Pattern MAIL =
      Pattern.compile("[A-Za-z0-9._%+-]+@([A-Za-z0-9-]+\\.)+[A-Za-z]{2,6}");
  private static final Pattern RESERVED =
      Pattern.compile(".*[@.](example(\\.[a-z.]+)?|test|invalid|localhost)");
  private static final Pattern MOBILE =
      Pattern.compile("(?<![\\d.A-Za-z])1[3-9]\\d{9}(?![\\d.A-Za-z])");

  private static final Map<String, Pattern> MACHINE =
      Map.of(
          "a path of a machine",
          Pattern.compile("(?<![\\w.*$}])/(work|root|home|Users)/[\\w.-]+|[A-Z]:\\\\Users"),
          "the host of a package registry",
          Pattern.compile(
              "(?i)repo1?\\.maven\\.|registry\\.npm|npmmirror|pypi\\.org|mirrors?\\.[a-z]+\\.|"
                  + "deb\\.debian|archive\\.ubuntu|artifactory|nexus\\."));

  @Test
  void noPathsOrHostsOfAMachine() throws Exception {
    List<String> found = new ArrayList<>();
    for (Path file : Checkout.texts()) {
      if (!file.endsWith("NothingPersonalTest.java")) {
        String text = Checkout.text(file);
        MACHINE.forEach((what, pattern) -> report(found, Checkout.name(file), what, pattern, text));
      }
    }
    assertEquals(List.of(), found);
  }

  @Test
  void nobodysNameNumberOrAddress() throws Exception {
    List<String> found = new ArrayList<>();
    for (Path file : Checkout.files()) {
      for (Map.Entry<String, String> part : parts(file).entrySet()) {
        String where = part.getKey();
        String text = part.getValue();
        MAIL.matcher(text)
            .results()
            .map(mail -> mail.group())
            .filter(mail -> !RESERVED.matcher(mail).matches())
            .forEach(mail -> found.add(where + ": mail address " + mail));
        report(found, where, "a mobile number", MOBILE, text);
        known(found, where, text);
      }
    }
    assertEquals(List.of(), found);
  }

  private static void report(
      List<String> found, String where, String what, Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    if (matcher.find()) {
      found.add(where + ": " + what + ": " + matcher.group());
    }
  }

  private static void known(List<String> found, String where, String text) throws Exception {
    List<String> candidates = new ArrayList<>();
    DIGITS.matcher(text).results().forEach(digits -> candidates.add(digits.group()));
    MAIL.matcher(text).results().forEach(mail -> candidates.add(mail.group()));
    HAN.matcher(text)
        .results()
        .forEach(
            han -> {
              candidates.add(han.group(1));
              if (han.group(2) != null) {
                candidates.add(han.group(2));
              }
            });
    for (String candidate : Set.copyOf(candidates)) {
      if (KNOWN.contains(digest(candidate))) {
        found.add(where + ": a name or number that a source document prints: " + candidate);
      }
    }
  }

  private static String digest(String text) throws NoSuchAlgorithmException {
    byte[] digest =
        MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(digest, 0, 8);
  }

  /** The texts of a file: itself, or the XML parts of an Office file. */
  private static Map<String, String> parts(Path file) throws IOException {
    Map<String, String> parts = new LinkedHashMap<>();
    switch (Checkout.extension(file)) {
      case "xlsx", "docx", "ods" -> {
        try (ZipInputStream zip =
            new ZipInputStream(new ByteArrayInputStream(Files.readAllBytes(file)))) {
          for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            if (entry
                .getName()
                .matches(".*(sharedStrings|document|comments.*|content|core)\\.xml")) {
              byte[] bytes = zip.readNBytes(20_000_000);
              parts.put(
                  Checkout.name(file) + "!" + entry.getName(),
                  new String(bytes, StandardCharsets.UTF_8).replaceAll("<[^>]*>", " "));
            }
          }
        } catch (IOException | IllegalArgumentException e) {
          return Map.of(); // damaged on purpose
        }
      }
      case "xls", "zip", "jar", "png", "pdf", "et" -> {}
      default -> parts.put(Checkout.name(file), Checkout.text(file));
    }
    return parts;
  }
}
