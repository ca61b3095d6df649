package xinglin.schemas.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import xinglin.schemas.definition.DefinitionFiles;
import xinglin.schemas.definition.Entry;
import xinglin.schemas.definition.Problems;
import xinglin.schemas.finding.Finding;
import xinglin.schemas.finding.Issue;

/** Every sentence that a sender may get, whole, in both languages. */
class MessagesTest {
  private static final Path FOLDER = Path.of("src/test/resources/xinglin/schemas/check");
  private final CheckCatalogue catalogue = Declared.catalogue();

  @Test
  void everySentenceReadsAsWritten() throws IOException {
    StringBuilder text = new StringBuilder();
    for (Finding finding : samples()) {
      text.append(finding.code()).append('\n');
      text.append("  ").append(finding.message()).append('\n');
      text.append("  ").append(finding.messageEn()).append('\n');
    }
    Regenerated.check(FOLDER.resolve("messages.txt"), text.toString());
  }

  @Test
  void everyDeclaredCheckHasItsSentence() throws IOException {
    Set<String> shown =
        samples().stream().map(Finding::code).collect(Collectors.toCollection(TreeSet::new));
    Set<String> declared =
        catalogue.list().stream()
            .map(CheckDeclaration::code)
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(declared, shown);
  }

  private List<Finding> samples() throws IOException {
    List<Finding> findings = new ArrayList<>();
    for (Issue issue : issues()) {
      findings.add(catalogue.finding(issue));
    }
    findings.sort(Comparator.comparing(Finding::code));
    return findings;
  }

  /** One issue per sentence, by code. */
  static List<Issue> issues() throws IOException {
    Problems problems = new Problems();
    String text = Files.readString(FOLDER.resolve("messages-input.yaml"));
    Optional<Entry> list = DefinitionFiles.parse("messages-input.yaml", text, problems);
    problems.check();
    return list.orElseThrow().items().stream().map(MessagesTest::issue).toList();
  }

  private static Issue issue(Entry entry) {
    Issue issue =
        Issue.of(entry.text("check"))
            .at(entry.text("sheet", ""), entry.text("cell", ""))
            .sent(entry.text("sent", ""))
            .expecting(entry.text("expected", ""));
    for (String name : entry.keys()) {
      if (!Set.of("check", "sheet", "cell", "sent", "expected").contains(name)) {
        issue = issue.with(name, entry.text(name));
      }
    }
    return issue;
  }
}
