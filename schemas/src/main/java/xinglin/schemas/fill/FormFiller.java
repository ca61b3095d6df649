package xinglin.schemas.fill;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import xinglin.schemas.campaign.Campaign;
import xinglin.schemas.fill.cell.CellValues;
import xinglin.schemas.fill.cell.Issues;
import xinglin.schemas.fill.cell.MoneyUnit;
import xinglin.schemas.fill.cell.Place;
import xinglin.schemas.fill.cell.Vocabulary;
import xinglin.schemas.finding.Issue;
import xinglin.schemas.form.FormDefinition;
import xinglin.schemas.form.PeriodRule;
import xinglin.schemas.form.RowKey;
import xinglin.schemas.form.TableLayout;
import xinglin.schemas.reading.RegisterLine;
import xinglin.schemas.reading.Reporter;
import xinglin.schemas.recognise.AroundText;
import xinglin.schemas.recognise.FoundForm;
import xinglin.schemas.recognise.FoundTable;
import xinglin.schemas.sheet.Cell;
import xinglin.schemas.value.Period;
import xinglin.schemas.value.Value;

/** Reads one recognised form from top to bottom. Thread safe. */
public final class FormFiller {
  private static final int CELLS_SHOWN = 10;

  private final Vocabulary vocabulary;
  private final CampaignFinder campaigns;

  public FormFiller(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
    this.campaigns = new CampaignFinder(vocabulary);
  }

  /**
   * @param pages pages of the file, if it states them
   * @param senderCode division that the sender is registered for
   */
  public FilledForm fill(FoundForm found, Optional<Integer> pages, Optional<String> senderCode) {
    FormDefinition form = found.form();
    Issues issues = new Issues();
    Content content = new Content();
    Optional<Campaign> campaign = campaigns.find(found, senderCode);
    String scope = campaign.map(Campaign::scope).orElse("");
    List<AroundText> around = new ArrayList<>(found.before());
    around.addAll(found.after());
    Signature signature = Signature.read(around, form.signature());
    ReporterFinder reporters = new ReporterFinder(found, vocabulary, scope);
    Optional<ReporterFinder.Stated> stated = reporters.stated();
    String fallback =
        stated
            .flatMap(ReporterFinder.Stated::division)
            .map(division -> division.code())
            .orElse(scope);
    CellValues cells =
        new CellValues(
            vocabulary,
            issues,
            new CellValues.Expected(
                datesExpected(campaign, signature),
                signature.signedOn().isPresent(),
                scope,
                fallback,
                new MoneyUnit(form, found.before(), issues)));
    for (FoundTable table : found.tables()) {
      columns(table, issues);
      table(table, cells, issues, content, campaign);
    }
    missingTables(found, issues);
    if (!form.letter().isEmpty()) {
      new LetterFiller(form, vocabulary, cells, issues, content).fill(around);
    }
    if (content.isNotFilledIn()) {
      issues.add(Issue.of("NOT_FILLED_IN").at(sheet(found), "").with("form", form.zh()));
    }
    Optional<Reporter> reporter =
        reporters.decide(
            stated,
            senderCode,
            lineCodes(content),
            campaign.flatMap(known -> campaigns.onlyExpected(known, form)),
            issues);
    PeriodFinder periods = new PeriodFinder(found, campaign, issues);
    Optional<Period> period = periods.find(content, signature.signedOn());
    if (period.isEmpty()) {
      issues.add(Issue.of("PERIOD_UNKNOWN").at(sheet(found), ""));
    }
    if (!form.kinds().isEmpty()) {
      new KeptDocument(found, reporter, pages).fill(content);
    }
    blanks(content, issues);
    hidden(found, issues);
    return new FilledForm(
        form,
        campaign,
        sheet(found),
        reporter,
        period,
        Headings.of(reporter, stated, content, periods.deciding()),
        content.figures(period, issues),
        content.lines(),
        signature.fields(),
        content.labels(),
        issues.list());
  }

  /**
   * Undated days lie between the start of the campaign and the day on which the form was signed.
   */
  private static Optional<Period> datesExpected(Optional<Campaign> campaign, Signature signature) {
    return campaign.map(
        known ->
            signature
                .signedOn()
                .filter(day -> day.isAfter(known.window().start()))
                .map(day -> new Period(known.window().start(), day))
                .orElse(known.window()));
  }

  private void table(
      FoundTable table,
      CellValues cells,
      Issues issues,
      Content content,
      Optional<Campaign> campaign) {
    TableLayout layout = table.layout();
    if (layout.isList()) {
      new ListFiller(table, vocabulary, cells, issues, content).fill();
    } else if (layout.rows().kind() == RowKey.Kind.LINES) {
      new LinesFiller(table, vocabulary, cells, issues, content).fill();
    } else {
      new TableFiller(table, vocabulary, cells, issues, content)
          .fill(ofTable(layout.period(), campaign));
    }
  }

  private static Optional<Period> ofTable(PeriodRule rule, Optional<Campaign> campaign) {
    return switch (rule.kind()) {
      case FIXED -> rule.fixed();
      case CAMPAIGN -> campaign.map(Campaign::window);
      case BASELINE -> campaign.flatMap(Campaign::baseline);
      case PHASE, LINES -> Optional.empty();
    };
  }

  /** A form of several tables of which one that must be there was not recognised. */
  private static void missingTables(FoundForm found, Issues issues) {
    List<TableLayout> layouts = found.form().tables();
    for (int index = 0; index < layouts.size() && !found.tables().isEmpty(); index++) {
      int at = index;
      if (!layouts.get(index).optional()
          && found.tables().stream().noneMatch(table -> table.layoutIndex() == at)) {
        issues.add(
            Issue.of("MISSING_COLUMN")
                .at(sheet(found), "")
                .with(
                    "label",
                    layouts.get(index).required().stream()
                        .map(item -> item.labels().isEmpty() ? item.name() : item.labels().get(0))
                        .collect(Collectors.joining("、")))
                .with("form", found.form().zh()));
      }
    }
  }

  private static void columns(FoundTable table, Issues issues) {
    String form = table.form().zh();
    for (var item : table.missing()) {
      issues.add(
          Issue.of("MISSING_COLUMN")
              .at(table.grid().sheet(), table.address(table.headerTop(), table.left()))
              .about(item.name())
              .with("label", item.labels().isEmpty() ? item.name() : item.labels().get(0))
              .with("form", form));
    }
    for (Cell cell : table.unknown()) {
      issues.add(
          Issue.of("UNKNOWN_COLUMN")
              .at(table.grid().sheet(), table.address(cell))
              .sent(cell.text())
              .with("form", form));
    }
  }

  private static List<String> lineCodes(Content content) {
    List<String> codes = new ArrayList<>();
    for (RegisterLine line : content.lines()) {
      Value division = line.values().get("division_code");
      if (division != null) {
        division.text().ifPresent(codes::add);
      }
    }
    content.figures().forEach(figure -> figure.divisionCode().ifPresent(codes::add));
    return codes;
  }

  private static void blanks(Content content, Issues issues) {
    List<Place> blanks = content.blanks();
    if (blanks.isEmpty()) {
      return;
    }
    Place first = blanks.get(0);
    String cells =
        blanks.stream().limit(CELLS_SHOWN).map(Place::address).collect(Collectors.joining("、"));
    issues.add(
        Issue.of("BLANK_CELLS")
            .at(first.sheet(), first.address())
            .with("label", first.label())
            .with("count", Integer.toString(blanks.size()))
            .with("cells", cells + (blanks.size() > CELLS_SHOWN ? "等" : "")));
  }

  private static void hidden(FoundForm found, Issues issues) {
    Set<String> said = new HashSet<>();
    for (FoundTable table : found.tables()) {
      if (table.grid().hidden() && said.add(table.grid().sheet())) {
        issues.add(hidden(table, table.address(table.headerTop(), table.left()), "工作表", "sheets"));
        continue;
      }
      for (int row = table.headerTop();
          row < table.dataEnd() && !said.contains(table.grid().sheet());
          row++) {
        for (Cell cell : table.grid().row(row)) {
          if (cell.hidden() && !cell.isBlank() && said.add(table.grid().sheet())) {
            issues.add(hidden(table, table.address(cell), "行或列", "rows or columns"));
          }
        }
      }
    }
  }

  private static Issue hidden(FoundTable table, String address, String what, String whatEn) {
    return Issue.of("HIDDEN_CONTENT")
        .at(table.grid().sheet(), address)
        .with("what", what)
        .with("what_en", whatEn);
  }

  private static String sheet(FoundForm found) {
    if (!found.tables().isEmpty()) {
      return found.tables().get(0).grid().sheet();
    }
    return found.before().isEmpty() ? "" : found.before().get(0).sheet();
  }
}
