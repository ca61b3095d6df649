package xinglin.jobs.mark.page;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;
import xinglin.schemas.finding.Language;

/** The fixed texts of answers, in one language. */
public final class Words {
  private static final Words ZH = new Words("answer_zh.properties");
  private static final Words EN = new Words("answer_en.properties");

  private final Properties texts = new Properties();

  private Words(String file) {
    try (Reader in =
        new InputStreamReader(
            Objects.requireNonNull(Words.class.getResourceAsStream(file)),
            StandardCharsets.UTF_8)) {
      texts.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file, e);
    }
  }

  public static Words in(Language language) {
    return language == Language.EN ? EN : ZH;
  }

  /** The text of this key, its {@code {0}} … filled in; throws for a key that is not there. */
  public String say(String key, Object... values) {
    String text = Objects.requireNonNull(texts.getProperty(key), key);
    for (int i = 0; i < values.length; i++) {
      text = text.replace("{" + i + "}", String.valueOf(values[i]));
    }
    return text;
  }
}
