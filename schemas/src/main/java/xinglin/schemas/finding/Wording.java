package xinglin.schemas.finding;

/** A text in both languages. */
public record Wording(String zh, String en) {

  public String in(Language language) {
    return language == Language.ZH ? zh : en;
  }
}
