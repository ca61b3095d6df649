package xinglin.schemas.definition;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import xinglin.schemas.finding.Language;

/**
 * What is wrong in a definition, as a sentence with its values. The sentence stands in English
 * where it is raised, {@code no table "{0}"}; {@code schemas/authoring/mistakes.zh.yaml} has the
 * Chinese one.
 *
 * @param values what stands for {0}, {1} …
 * @param nearest the known word that was probably meant
 * @param fullWidth whether a full-width mark was typed where an ASCII one belongs
 */
public record Mistake(
    String sentence, List<String> values, Optional<String> nearest, boolean fullWidth) {
  private static final Pattern PLACE = Pattern.compile("\\{([0-9])}");

  public Mistake {
    values = List.copyOf(values);
  }

  public static Mistake of(String sentence, Object... values) {
    return new Mistake(
        sentence, Arrays.stream(values).map(Object::toString).toList(), Optional.empty(), false);
  }

  /** The same with "did you mean", if a known word is close. */
  public Mistake near(String word, Collection<String> known) {
    String plain = FullWidth.plain(word);
    Optional<String> meant =
        !plain.equals(word) && known.contains(plain)
            ? Optional.of(plain)
            : Problems.nearest(word, known);
    return new Mistake(sentence, values, meant, fullWidth || FullWidth.isIn(word));
  }

  /** The whole sentence. */
  public String in(Language language) {
    boolean chinese = language == Language.ZH;
    String text = filled(chinese ? Translations.ofMistakes().chinese(sentence) : sentence);
    String meant =
        nearest
            .map(word -> chinese ? "，是否指“" + word + "”？" : ", did you mean \"" + word + "\"?")
            .orElse("");
    String marks =
        !fullWidth
            ? ""
            : chinese
                ? "（其中有全角标点，YAML 要用英文的 : , \"）"
                : " (it has full-width marks; YAML needs : , \")";
    return text + meant + marks;
  }

  private String filled(String template) {
    return PLACE
        .matcher(template)
        .replaceAll(
            place -> Matcher.quoteReplacement(values.get(Integer.parseInt(place.group(1)))));
  }
}
