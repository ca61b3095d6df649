package xinglin.schemas.definition;

import xinglin.schemas.finding.Language;

/**
 * One mistake of ours in a form, list, setting or SQL file.
 *
 * @param file path as the author knows it, for example {@code forms/xianju-patrol-register.yaml},
 *     or {@code config/forms/…} in a home
 * @param line one-based, 0 for the file as a whole
 * @param mistake what is wrong, with "did you mean" where a word is close
 */
public record DefinitionProblem(String file, int line, Mistake mistake) {

  public DefinitionProblem(String file, int line, String sentence) {
    this(file, line, Mistake.of("{0}", sentence));
  }

  /** In English. */
  public String message() {
    return mistake.in(Language.EN);
  }

  /** {@code file:line: sentence}. */
  public String in(Language language) {
    String sentence = mistake.in(language);
    return line > 0 ? file + ":" + line + ": " + sentence : file + ": " + sentence;
  }

  @Override
  public String toString() {
    return in(Language.EN);
  }
}
