package xinglin.schemas.reference;

import java.io.IOException;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import xinglin.schemas.codelist.CodeItem;
import xinglin.schemas.codelist.CodeList;
import xinglin.schemas.codelist.Division;

/** Writes the reference of all code lists; fails when the page is out of date. */
class CodeListReferenceTest {
  @Test
  void theReferenceSaysWhatTheListsSay() throws IOException {
    StringBuilder text = new StringBuilder("# Code lists\n\n");
    text.append(Pages.generated("schemas/codelists/*", CodeListReferenceTest.class));
    text.append(
        """

        A cell with one of the words is read as the code; any other word is `CODE_UNKNOWN`. More lists come from `config/codelists/` of a home.
        """);
    for (CodeList list : Pages.BUILT_IN.codeLists().list()) {
      text.append("\n## %s%n%n%s · %s%n".formatted(list.id(), list.zh(), list.en()));
      text.append("\n| code | 名称 · English | also written |\n|---|---|---|\n");
      for (CodeItem item : list.items()) {
        text.append(
            "| `%s` | %s · %s | %s |%n"
                .formatted(
                    item.code(),
                    Pages.cell(item.zh()),
                    Pages.cell(item.en()),
                    Pages.cell(String.join("、", item.synonyms()))));
      }
    }
    text.append(
        """

        ## Divisions

        Codes of six digits as GB/T 2260 (province, city, county), nine for towns and streets. Source and licence stand in
        [`divisions.yaml`](../../schemas/codelists/divisions.yaml). A pseudo division is a statistical unit without a government of its own,
        such as a development zone: it is mapped, and nobody is expected to report for it.

        | level | in force | of these pseudo | gone since 2010 |
        |---|---|---|---|
        """);
    for (Division.Level level : Division.Level.values()) {
      var all =
          Pages.BUILT_IN.divisions().list().stream()
              .collect(Collectors.partitioningBy(Division::isCurrent));
      text.append(
          "| %s | %d | %d | %d |%n"
              .formatted(
                  level.code(),
                  all.get(true).stream().filter(division -> division.level() == level).count(),
                  all.get(true).stream()
                      .filter(division -> division.level() == level && division.pseudo())
                      .count(),
                  all.get(false).stream().filter(division -> division.level() == level).count()));
    }
    text.append("\n## Working days\n\nThe State Council's holidays and make-up days of ");
    text.append(
        Pages.BUILT_IN.files().list("codelists", ".yaml").stream()
            .filter(path -> path.startsWith("codelists/workdays-"))
            .map(path -> path.replaceAll("\\D", ""))
            .collect(Collectors.joining(", ")));
    text.append(
        ".\nA term that falls into a year not listed is an error that names the file to add.\n");
    Pages.check("codelists.md", text.toString());
  }
}
