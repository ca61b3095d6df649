package xinglin.schemas.engine;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import xinglin.schemas.assessment.Assessments;
import xinglin.schemas.campaign.Campaigns;
import xinglin.schemas.check.CheckCatalogue;
import xinglin.schemas.codelist.CodeLists;
import xinglin.schemas.codelist.Divisions;
import xinglin.schemas.codelist.Measures;
import xinglin.schemas.codelist.WorkCalendar;
import xinglin.schemas.definition.DefinitionFiles;
import xinglin.schemas.definition.Problems;
import xinglin.schemas.exchange.ExchangeDefinitions;
import xinglin.schemas.exchange.PenaltyField;
import xinglin.schemas.exchange.PenaltyLayouts;
import xinglin.schemas.form.FormDefinition;
import xinglin.schemas.form.FormVocabulary;
import xinglin.schemas.form.Forms;
import xinglin.schemas.match.evidence.MatchingRules;
import xinglin.schemas.rule.Rules;
import xinglin.schemas.table.Tables;
import xinglin.schemas.value.Period;

/**
 * Everything that is declared, read once at start.
 *
 * @param digest identifies the whole set: two runs with the same digest judge alike
 */
public record Definitions(
    DefinitionFiles files,
    String digest,
    Measures measures,
    CodeLists codeLists,
    Divisions divisions,
    WorkCalendar calendar,
    Campaigns campaigns,
    Tables tables,
    Rules rules,
    CheckCatalogue checks,
    Forms forms,
    Assessments assessments,
    ExchangeDefinitions exchange,
    MatchingRules matching) {
  /** What another thread parses meanwhile, from the end that is asked for last. */
  private static final List<String> USED_LAST_FIRST =
      List.of("exchange", "forms", "checks", "rules", "tables", "campaigns", "codelists");

  /**
   * Last day on which a campaign takes this form from this reporter; empty if no campaign expects
   * it, or if several expect it on different days.
   */
  public Optional<LocalDate> dueOn(
      String formId,
      Optional<String> reporterCode,
      Optional<Period> period,
      Optional<LocalDate> receivedOn) {
    DueDates.Naming naming =
        switch (accumulation(formId)) {
          case "snapshot" -> DueDates.Naming.NONE;
          case "cumulative" -> DueDates.Naming.END;
          default -> DueDates.Naming.PERIOD;
        };
    return new DueDates(divisions, calendar)
        .find(
            campaigns,
            new DueDates.Arrived(
                formId, Optional.empty(), reporterCode, period, receivedOn, naming));
  }

  /**
   * Reads the built-in definitions with those of a home laid over them.
   *
   * @param overlay the {@code config} folder of a home, if there is one
   * @throws xinglin.schemas.definition.DefinitionException with all mistakes together
   */
  public static Definitions load(Optional<Path> overlay) {
    return load(DefinitionFiles.load(overlay));
  }

  /**
   * Reads a set of definition files.
   *
   * @throws xinglin.schemas.definition.DefinitionException with all mistakes together
   */
  public static Definitions load(DefinitionFiles files) {
    files.readAhead(USED_LAST_FIRST);
    Problems problems = new Problems();
    files.report(problems);
    Measures measures = Measures.load(files, problems);
    CodeLists codeLists = CodeLists.load(files, problems);
    Divisions divisions = Divisions.load(files, problems);
    WorkCalendar calendar = WorkCalendar.load(files, problems);
    Campaigns campaigns = Campaigns.load(files, problems);
    Tables tables = Tables.load(files, problems);
    Rules rules = Rules.load(files, problems);
    CheckCatalogue checks = CheckCatalogue.load(files, problems);
    FormVocabulary vocabulary =
        new FormVocabulary(measures, codeLists, divisions, campaigns, tables, rules, checks);
    Forms forms = Forms.load(files, vocabulary, problems);
    Assessments assessments = Assessments.load(files, problems);
    assessments.check(measures, campaigns, forms);
    ExchangeDefinitions exchange = ExchangeDefinitions.load(files, codeLists, rules, problems);
    MatchingRules matching = MatchingRules.load(files, divisions, problems);
    checks.requireForms(
        forms.list().stream().map(FormDefinition::formId).collect(Collectors.toSet()));
    campaigns.check(
        divisions, calendar, forms.list().stream().map(FormDefinition::formId).toList());
    problems.check();
    return new Definitions(
        files,
        files.digest(),
        measures,
        codeLists,
        divisions,
        calendar,
        campaigns,
        tables,
        rules,
        checks,
        forms,
        assessments,
        exchange,
        matching);
  }

  /**
   * How submissions of a form relate: period, cumulative, snapshot; each stands for itself if
   * records are exchanged.
   */
  public String accumulation(String formId) {
    return RecordForms.title(formId).isPresent()
        ? PenaltyLayouts.EACH
        : forms.get(formId).accumulation().code();
  }

  /**
   * Whether a {@code table.column} is read from files: a column of a table, a field of a penalty
   * record, or the period that a heading tells.
   */
  public boolean isRead(String name) {
    int dot = name.indexOf('.');
    String table = name.substring(0, Math.max(0, dot));
    String column = name.substring(dot + 1);
    boolean isField =
        table.equals("penalty")
            && Arrays.stream(PenaltyField.values())
                .anyMatch(field -> field.column().equals(column));
    boolean isColumn =
        tables.find(table).stream()
            .flatMap(found -> found.columns().stream())
            .anyMatch(found -> found.name().equals(column));
    return isField || isColumn || name.equals("submission.period");
  }

  /** Chinese title of a form. */
  public String title(String formId, String edition) {
    return RecordForms.title(formId)
        .or(() -> forms.find(formId, edition).or(() -> forms.find(formId)).map(FormDefinition::zh))
        .orElse(formId);
  }

  /** What a form may refer to. */
  public FormVocabulary vocabulary() {
    return new FormVocabulary(measures, codeLists, divisions, campaigns, tables, rules, checks);
  }
}
