package xinglin.schemas.definition;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Chinese sentences by their English ones. */
final class Translations {
  private static final String MISTAKES = "/xinglin/authoring/mistakes.zh.yaml";
  private final Map<String, String> chinese;

  private Translations(Map<String, String> chinese) {
    this.chinese = chinese;
  }

  private static final class Loaded {
    private static final Translations MISTAKES_FOUND = read();
  }

  /** Read when the first mistake is shown. */
  static Translations ofMistakes() {
    return Loaded.MISTAKES_FOUND;
  }

  private static Translations read() {
    Map<String, String> chinese = new TreeMap<>();
    try (InputStream in = Translations.class.getResourceAsStream(MISTAKES)) {
      if (in == null) {
        throw new IllegalStateException("Cannot find on the class path: " + MISTAKES);
      }
      Map<?, ?> read =
          new Yaml(new SafeConstructor(new LoaderOptions()))
              .load(new InputStreamReader(in, StandardCharsets.UTF_8));
      read.forEach((english, text) -> chinese.put(english.toString(), text.toString()));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + MISTAKES, e);
    }
    return new Translations(chinese);
  }

  /** The sentence itself if there is no translation, as for what a database said. */
  String chinese(String english) {
    return chinese.getOrDefault(english, english);
  }

  Map<String, String> all() {
    return Map.copyOf(chinese);
  }
}
