package xinglin.jobs.letter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import xinglin.schemas.finding.Language;

/**
 * What clerks are told, case by case: {@code letter/NN-what/} holds the receipt, to whom it goes,
 * and the letter as it has to read. Run with {@code -Dxinglin.regenerate=true} after changing
 * words, and read the difference aloud.
 */
final class LetterTest {
  private static final Path FOLDER =
      Path.of(System.getProperty("xinglin.root", ".."), "jobs/src/test/resources/letter");

  static Stream<String> cases() throws IOException {
    try (Stream<Path> folders = Files.list(FOLDER)) {
      return folders.map(folder -> folder.getFileName().toString()).sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void readsAsExpected(String name) throws IOException {
    Letter letter = letter(name);
    String text = letter.subject() + "\n\n" + PlainLetter.of(letter);
    Path expected = FOLDER.resolve(name).resolve("expected.txt");
    if (Boolean.getBoolean("xinglin.regenerate")) {
      Files.writeString(expected, text);
    }
    assertEquals(Files.readString(expected), text);
  }

  /** Both say the same; what is not told in words is not told by colour alone either. */
  @ParameterizedTest
  @MethodSource("cases")
  void theHtmlSaysTheSame(String name) throws IOException {
    Letter letter = letter(name);
    String html = HtmlLetter.of(letter);
    String shown =
        html.replaceAll("(?s)<title>.*?</title>", "")
            .replaceAll("<br>", "")
            .replaceAll("<[^>]*>", "")
            .replace("&quot;", "\"")
            .replace("&lt;", "<")
            .replace("&gt;", ">")
            .replace("&amp;", "&");
    List<String> said = new ArrayList<>();
    said.add(letter.greeting());
    said.add(letter.lead());
    said.add(letter.headline());
    said.addAll(letter.todo().lines());
    said.addAll(letter.enclosed().lines());
    said.addAll(letter.closing());
    for (Letter.Part part : letter.parts()) {
      said.add(part.title());
      said.add(part.verdict());
      said.add(part.meaning());
      said.add(part.more());
      part.facts().forEach(fact -> said.add(fact.text()));
      for (Letter.Line line : part.lines()) {
        said.addAll(
            List.of(line.weight(), line.place(), line.message(), line.sent(), line.expected()));
      }
    }
    for (String words : said) {
      assertTrue(shown.contains(words.replace("\n", "")), words);
    }
    assertTrue(!html.matches("(?s).*(http:|https:|src=|<script).*"), "nothing is fetched");
  }

  @Test
  void whatOthersWroteIsNeverMarkupNorAHeaderLine() throws IOException {
    Told told = ReceiptFile.read(FOLDER.resolve("01-accepted/receipt.json"));
    Occasion occasion =
        new Occasion(
            Language.ZH,
            "<script>alert(1)</script>",
            "",
            Optional.of("re\r\nBcc: x@y.test <img src=x>"),
            true,
            List.of(),
            "r.json",
            LocalDate.of(2024, 8, 9));
    Letter letter = LetterWriter.write(told, occasion);
    String html = HtmlLetter.of(letter);
    assertTrue(!html.contains("<script"));
    assertTrue(!html.contains("<img"));
    assertTrue(letter.subject().lines().count() == 1, letter.subject());
  }

  private static Letter letter(String name) throws IOException {
    Path folder = FOLDER.resolve(name);
    JsonNode to = new ObjectMapper().readTree(folder.resolve("occasion.json").toFile());
    List<Enclosed> copies = new ArrayList<>();
    to.get("copies")
        .forEach(
            copy ->
                copies.add(
                    new Enclosed(
                        copy.get(0).asText(), copy.get(1).asText(), copy.get(2).asBoolean())));
    return LetterWriter.write(
        ReceiptFile.read(folder.resolve("receipt.json")),
        new Occasion(
            Language.valueOf(to.get("language").asText().toUpperCase(Locale.ROOT)),
            to.get("partner").asText(),
            to.get("office").asText(),
            to.hasNonNull("subject") ? Optional.of(to.get("subject").asText()) : Optional.empty(),
            to.get("mail").asBoolean(),
            copies,
            to.get("receipt").asText(),
            LocalDate.of(2024, 8, 9)));
  }
}
