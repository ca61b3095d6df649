package xinglin.app.terminal;

import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/** What commands say, in one language: Chinese unless {@code --lang en}. */
public record Texts(Language language) {

  /** Languages of operators. */
  public enum Language {
    ZH,
    EN
  }

  /**
   * The language has to be known before the command line is read, because its help is written in
   * it.
   */
  public static Texts of(String[] arguments) {
    List<String> words = Arrays.asList(arguments);
    int at = words.indexOf("--lang");
    boolean english =
        words.contains("--lang=en")
            || (at >= 0 && at + 1 < words.size() && words.get(at + 1).equals("en"));
    return new Texts(english ? Language.EN : Language.ZH);
  }

  public boolean english() {
    return language == Language.EN;
  }

  public ResourceBundle bundle() {
    return ResourceBundle.getBundle(
        "xinglin.app.texts",
        english() ? Locale.ENGLISH : Locale.ROOT,
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  /** A text with its {@code {0}} … filled in. */
  public String say(String key, Object... values) {
    String pattern = bundle().getString(key);
    Object[] shown =
        Arrays.stream(values)
            .map(value -> value instanceof Number ? value.toString() : value)
            .toArray();
    return new MessageFormat(pattern, Locale.ROOT).format(shown);
  }
}
