package xinglin.schemas.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import xinglin.schemas.codelist.Division;
import xinglin.schemas.codelist.Divisions;
import xinglin.schemas.codelist.WorkCalendar;
import xinglin.schemas.definition.DefinitionFiles;
import xinglin.schemas.definition.Problems;
import xinglin.schemas.value.Period;

class CampaignsTest {
  private final DefinitionFiles files = DefinitionFiles.load(Optional.empty());
  private final Problems problems = new Problems();
  private final Campaigns campaigns = Campaigns.load(files, problems);

  @Test
  void theFiveCampaignsAreThere() {
    problems.check();
    assertEquals(
        List.of("heshui-2024", "jiangsu-2024", "qingpu-2021-2023", "xianju-2020", "zhongwei-2021"),
        campaigns.list().stream().map(Campaign::id).toList());
    assertEquals(
        new Period(LocalDate.of(2024, 4, 1), LocalDate.of(2024, 7, 31)),
        campaigns.get("jiangsu-2024").formsCover());
    assertEquals(
        new Period(LocalDate.of(2018, 1, 1), LocalDate.of(2020, 12, 31)),
        campaigns.get("qingpu-2021-2023").baseline().orElseThrow());
  }

  @Test
  void everyTownOfXianjuReportsFiveWorkingDaysAfterEachPhase() {
    WorkCalendar calendar = WorkCalendar.load(files, problems);
    Divisions divisions = Divisions.load(files, problems);
    Expectation register =
        campaigns.get("xianju-2020").expectations().stream()
            .filter(e -> e.id().equals("register"))
            .findFirst()
            .orElseThrow();
    assertEquals(
        List.of(LocalDate.of(2020, 10, 14), LocalDate.of(2020, 12, 7), LocalDate.of(2021, 7, 7)),
        register.periods().stream()
            .map(period -> register.deadline().dueOn(period.end(), calendar))
            .toList());
    assertEquals(20, register.reporters(divisions).size());
  }

  @Test
  void reportersAndPeriodsOfTheOthers() {
    Divisions divisions = Divisions.load(files, problems);
    Expectation attachment = campaigns.get("jiangsu-2024").expectations().get(1);
    List<String> counties = attachment.reporters(divisions).stream().map(Division::code).toList();
    assertEquals(10, counties.size());
    assertFalse(counties.contains("320371"));
    assertEquals(36, campaigns.get("qingpu-2021-2023").expectations().get(0).periods().size());
    assertEquals(
        12, campaigns.get("heshui-2024").expectations().get(0).reporters(divisions).size());
  }

  @Test
  void coversItsWindowAndWhatItAsksFor() {
    Campaign xianju = campaigns.get("xianju-2020");
    assertTrue(xianju.covers(new Period(LocalDate.of(2020, 1, 1), LocalDate.of(2020, 6, 30))));
    assertFalse(xianju.covers(new Period(LocalDate.of(2019, 1, 1), LocalDate.of(2019, 6, 30))));
  }

  @Test
  void whatDoesNotFitTheOtherDefinitionsIsReported(@TempDir Path config) throws IOException {
    Files.createDirectories(config.resolve("campaigns"));
    Files.writeString(
        config.resolve("campaigns/later.yaml"),
        """
        id: later
        zh: 某行动
        en: some campaign
        source: none
        scope: "320300"
        window: 2027-03-01..2027-06-30
        forms: [jiangsu-lookbak]
        expectations:
          - {id: a, form: jiangsu-lookbak, per: once, reporters: {scope: "329900", level: county}, due: {working_days_after_end: 5}}
        """);
    Problems found = new Problems();
    DefinitionFiles overlaid = DefinitionFiles.load(Optional.of(config));
    List<String> forms =
        campaigns.list().stream()
            .flatMap(campaign -> campaign.forms().stream())
            .distinct()
            .toList();
    Campaigns.load(overlaid, found)
        .check(Divisions.load(overlaid, found), WorkCalendar.load(overlaid, found), forms);
    assertEquals(
        List.of(
            "config/campaigns/later.yaml:7: no form \"jiangsu-lookbak\", did you mean \"jiangsu-lookback\"?",
            "config/campaigns/later.yaml:9: expectation \"a\" has nobody who reports",
            "config/campaigns/later.yaml:9: expectation \"a\" falls into a year without a calendar: add"
                + " codelists/workdays-2027.yaml"),
        found.list().stream().map(Object::toString).toList());
  }

  @Test
  void whoReportsChangesOverTime(@TempDir Path config) throws IOException {
    // 下城区 and 江干区 went in 2021, 临平区 and 钱塘区 came then.
    Campaigns asked =
        overlaid(
            config,
            """
            id: hangzhou
            zh: 某行动
            en: some campaign
            source: none
            scope: "330100"
            window: 2020-01-01..2022-12-31
            forms: [document]
            expectations:
              - id: a
                form: document
                per: year
                due: end
                reporters:
                  level: county
                  except: ["330127"]
                  also: ["330100"]
                  changes:
                    - {divisions: ["330113", "330114"], to: 2021-03-31, why: 2021年4月设立}
                    - {divisions: ["330122"], from: 2022-01-01, to: 2022-12-31, why: 当年免报}
            """);
    Divisions divisions = Divisions.load(files, problems);
    Expectation yearly = asked.get("hangzhou").expectations().get(0);
    List<List<String>> reporters =
        yearly.periods().stream()
            .map(year -> yearly.reporters(divisions, year).stream().map(Division::name).toList())
            .toList();
    assertEquals(
        List.of(
            "杭州市", "上城区", "下城区", "江干区", "拱墅区", "西湖区", "滨江区", "萧山区", "余杭区", "富阳区", "临安区", "桐庐县",
            "建德市"),
        reporters.get(0));
    assertEquals(
        List.of(
            "杭州市", "上城区", "拱墅区", "西湖区", "滨江区", "萧山区", "余杭区", "富阳区", "临安区", "临平区", "钱塘区", "桐庐县",
            "建德市"),
        reporters.get(1));
    assertEquals(
        List.of("杭州市", "上城区", "拱墅区", "西湖区", "滨江区", "萧山区", "余杭区", "富阳区", "临安区", "临平区", "钱塘区", "建德市"),
        reporters.get(2));
  }

  @Test
  void exceptionsThatMeanNobodyAreReported(@TempDir Path config) throws IOException {
    Problems found = new Problems();
    overlaid(
            config,
            """
            id: odd
            zh: 某行动
            en: some campaign
            source: none
            scope: "320300"
            window: 2024-01-01..2024-12-31
            forms: [document]
            expectations:
              - id: a
                form: document
                due: end
                reporters:
                  except: ["330101", "320399"]
                  changes:
                    - {divisions: ["320302"], why: 不知何时}
                    - {divisions: ["320302"], from: 2024-05-01, to: 2024-04-01, why: 倒置}
            """,
            found)
        .check(
            Divisions.load(files, problems),
            WorkCalendar.load(files, problems),
            List.of("document"));
    assertEquals(
        List.of(
            "config/campaigns/own.yaml:13: no division \"330101\"",
            "config/campaigns/own.yaml:13: no division \"320399\"",
            "config/campaigns/own.yaml:15: \"from\" or \"to\" is missing",
            "config/campaigns/own.yaml:16: \"to\" is before \"from\""),
        found.list().stream().map(Object::toString).filter(line -> line.contains("own")).toList());
  }

  private Campaigns overlaid(Path config, String text) throws IOException {
    return overlaid(config, text, problems);
  }

  private static Campaigns overlaid(Path config, String text, Problems found) throws IOException {
    Files.createDirectories(config.resolve("campaigns"));
    Files.writeString(config.resolve("campaigns/own.yaml"), text);
    return Campaigns.load(DefinitionFiles.load(Optional.of(config)), found);
  }

  @Test
  void mistakesAreReportedWithFileAndLine() {
    Problems found = new Problems();
    DefinitionFiles.parse(
            "campaigns/x.yaml",
            """
            id: x
            zh: 某
            en: some
            source: none
            scope: "310118"
            window: 2024-07-31..2024-04-01
            forms: [document]
            expectations:
              - {id: a, form: document, per: weekly, reporters: {scope: "310118", level: village}, due: soon}
            """,
            found)
        .ifPresent(CampaignFile::read);
    assertEquals(
        List.of(
            "campaigns/x.yaml:6: \"window\" ends before it starts: 2024-07-31..2024-04-01",
            "campaigns/x.yaml:9: \"village\" is not one of [province, city, county, town]",
            "campaigns/x.yaml:9: \"weekly\" is not one of [once, phase, month, year]",
            "campaigns/x.yaml:9: \"due\" must be a date such as 2024-08-09, not \"soon\""),
        found.list().stream().map(Object::toString).toList());
  }
}
