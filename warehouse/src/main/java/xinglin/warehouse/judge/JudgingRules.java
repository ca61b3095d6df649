package xinglin.warehouse.judge;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import xinglin.schemas.check.CheckCatalogue;
import xinglin.schemas.check.CheckDeclaration;
import xinglin.schemas.definition.DefinitionFiles;
import xinglin.schemas.finding.Finding;
import xinglin.schemas.finding.Issue;
import xinglin.schemas.finding.Severity;
import xinglin.schemas.table.Tables;
import xinglin.warehouse.statement.SqlFile;

/**
 * What judging by history asks of the definitions in force.
 *
 * @param checks statements that look at many submissions at once, in the order of their codes
 * @param findings the catalogue of checks
 * @param off code of a check that is left out
 */
public record JudgingRules(
    Tables tables, List<SetCheck> checks, Function<Issue, Finding> findings, Optional<String> off) {
  static final String FOLDER = "checks/";

  public JudgingRules {
    checks = List.copyOf(checks);
  }

  /**
   * The rules of a set of definitions. The statement of a check is {@code checks/<name>.sql} beside
   * its declaration in a home, else that of this build.
   *
   * @param findings renders what is found in the words of the catalogue
   */
  public static JudgingRules of(
      Tables tables,
      CheckCatalogue catalogue,
      DefinitionFiles files,
      Function<Issue, Finding> findings) {
    List<SetCheck> checks = new ArrayList<>();
    for (CheckDeclaration check : catalogue.list()) {
      String name = check.code().toLowerCase(Locale.ROOT);
      String own = statement(check);
      files
          .find(own)
          .map(text -> new SetCheck(check.code(), files.path(own).shown(), true, text))
          .or(() -> builtIn(check.code(), FOLDER + name + ".sql"))
          .ifPresent(checks::add);
    }
    return new JudgingRules(tables, checks, findings, Optional.empty());
  }

  /** Where the statement of a check lies among the definitions, if it has one there. */
  static String statement(CheckDeclaration check) {
    return FOLDER + check.code().toLowerCase(Locale.ROOT).replace('_', '-') + ".sql";
  }

  /** The same, with no check in sets. */
  JudgingRules withoutChecks() {
    return new JudgingRules(tables, List.of(), findings, off);
  }

  private static Optional<SetCheck> builtIn(String code, String path) {
    return SqlFile.find(path).map(text -> new SetCheck(code, path, false, text));
  }

  /** The same, but for one check. */
  public JudgingRules without(String code) {
    return new JudgingRules(tables, checks, findings, Optional.of(code));
  }

  Optional<SetCheck> find(String code) {
    return checks.stream().filter(check -> check.code().equals(code)).findFirst();
  }

  boolean asks(Issue issue) {
    return off.filter(issue.code()::equals).isEmpty();
  }

  boolean rejects(Issue issue) {
    return findings.apply(issue).severity() == Severity.ERROR;
  }
}
