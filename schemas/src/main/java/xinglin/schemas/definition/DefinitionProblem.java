package xinglin.schemas.definition;

/**
 * One mistake of ours in a form, list, setting or SQL file.
 *
 * @param file path as the author knows it, for example {@code forms/xianju-patrol-register.yaml}
 * @param line one-based, 0 for the file as a whole
 * @param message what is wrong, with "did you mean" where a word is close
 */
public record DefinitionProblem(String file, int line, String message) {

  @Override
  public String toString() {
    return line > 0 ? file + ":" + line + ": " + message : file + ": " + message;
  }
}
