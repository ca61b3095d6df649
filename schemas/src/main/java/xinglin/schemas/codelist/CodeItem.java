package xinglin.schemas.codelist;

import java.util.List;

/** One code of a list, with the words people use for it. */
public record CodeItem(String code, String zh, String en, List<String> synonyms) {
  public CodeItem {
    synonyms = List.copyOf(synonyms);
  }
}
