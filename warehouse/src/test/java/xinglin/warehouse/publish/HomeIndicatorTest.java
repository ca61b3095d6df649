package xinglin.warehouse.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import xinglin.schemas.definition.DefinitionException;

/** A home adds an indicator with two files and no Java; mistakes name file and line. */
class HomeIndicatorTest {
  private static final String YAML =
      """
      indicator: average_fine
      zh: 平均每户次罚款
      en: Average fine
      meaning: 罚款金额除以罚款户次
      meaning_en: Fines by number of fines
      numerator: 罚款金额
      denominator: 罚款户次
      unit: 元
      counting_rule: 同一张表内相除
      forms: [jiangsu-campaign-summary]
      source: 本地
      """;

  private static final String SQL =
      """
      -- grain: one figure · source: observation
      with figure as (
        select *, case measure_id
          when 'fine_amount' then 'numerator' when 'fine_cases' then 'denominator' end as role
        from observation
        where period_start >= window_start and period_end <= window_end
      )
      select division_code, role, value as amount, 'observation' as table_name,
        submission_id, ordinal
      from figure
      where role is not null
      """;

  @TempDir Path home;

  @BeforeEach
  void yaml() throws Exception {
    Files.createDirectories(home.resolve("config/indicators"));
    Files.writeString(home.resolve("config/indicators/average_fine.yaml"), YAML);
  }

  @Test
  void isPublishedBesideTheOthers() throws Exception {
    write(SQL);
    LakeFixture lake = new LakeFixture(PublishedFixture.tables());
    String period = "2024-04-01..2024-07-31";
    lake.submission(
        "a", "jiangsu-campaign-summary", "320302", period, "accepted", "2024-08-01 09:00:00+08");
    lake.figure("a", 0, "fine_amount", "320302", period, "100000")
        .figure("a", 1, "fine_cases", "320302", period, "3");
    Path file =
        publisher()
            .publish(
                home.resolve("published"),
                PublishedFixture.request(
                    "r1", "2024-09-01", lake.write(home.resolve("lake"), false)))
            .file();
    assertEquals(
        List.of(
            "320000|100000.0000|3.0000|33333.3333|元|running",
            "320300|100000.0000|3.0000|33333.3333|元|running",
            "320302|100000.0000|3.0000|33333.3333|元|running"),
        PublishedFixture.rows(
            file,
            "select division_code, numerator, denominator, value, unit, verdict from indicator"
                + " where indicator_id = 'average_fine' order by 1"));
    assertEquals(
        List.of("平均每户次罚款"),
        PublishedFixture.rows(
            file, "select title from indicator_definition where indicator_id = 'average_fine'"));
  }

  @Test
  void casesOverPersonsAreNoRate() throws Exception {
    Files.writeString(
        home.resolve("config/indicators/average_fine.yaml"), YAML.replace("unit: 元", "unit: '%'"));
    write(
        """
        -- grain: one figure · source: observation, not 'inspections'
        select *
        from measure_rows('sentenced_cases', ['jiangsu-campaign-summary'], 'county', 'numerator', window_start, window_end)
        union all
        select *
        from measure_rows('referred_persons', ['jiangsu-campaign-summary'], 'county', 'denominator', window_start, window_end)
        """);
    assertEquals(
        "config/indicators/average_fine.sql:6: different units make no rate: sentenced_cases 件、"
            + "referred_persons 人",
        assertThrows(DefinitionException.class, this::publisher).getMessage());
  }

  @Test
  void theStatementTakesWhatTheDefinitionSays() throws Exception {
    Files.writeString(
        home.resolve("config/indicators/average_fine.yaml"),
        YAML.replace("denominator: 罚款户次\n", "measure: fine_amount\nreporter_level: town\n"));
    write(
        """
        select *
        from measure_sum('inspections', ['zhongwei-case-summary'],
          'county', window_start, window_end)
        """);
    assertEquals(
        List.of(
            "config/indicators/average_fine.sql: does not take form jiangsu-campaign-summary, which"
                + " the definition names",
            "config/indicators/average_fine.sql: does not add fine_amount, which the definition"
                + " names",
            "config/indicators/average_fine.sql:2: adds inspections, the definition says fine_amount",
            "config/indicators/average_fine.sql:2: takes form zhongwei-case-summary, which the"
                + " definition does not name",
            "config/indicators/average_fine.sql:3: takes reports of level county, the definition says"
                + " town"),
        assertThrows(DefinitionException.class, this::publisher).problems().stream()
            .map(Object::toString)
            .toList());
  }

  @Test
  void whatIsAddedUpHasTheUnitOfTheIndicator() throws Exception {
    Files.writeString(
        home.resolve("config/indicators/average_fine.yaml"),
        YAML.replace("denominator: 罚款户次\n", ""));
    write(SQL);
    assertEquals(
        "config/indicators/average_fine.sql:4: fine_cases is counted in 户次, the indicator in 元",
        assertThrows(DefinitionException.class, this::publisher).getMessage());
  }

  @Test
  void anSqlErrorNamesFileAndLine() throws Exception {
    write(SQL.replace("select *, case", "select *,\n    nonsense, case"));
    Publisher publisher = publisher();
    DefinitionException e =
        assertThrows(
            DefinitionException.class,
            () -> publisher.publish(home, PublishedFixture.request("r1", "2024-09-01", Map.of())));
    assertEquals(
        "sql/indicators/average_fine.sql:4: Binder Error: Referenced column \"nonsense\" not found"
            + " in FROM clause!",
        e.getMessage());
  }

  @Test
  void anUnknownTableNamesFileAndLine() throws Exception {
    write(SQL.replace("from observation", "from observations"));
    assertEquals(
        "indicators/average_fine.sql:5: no table \"observations\", did you mean \"observation\"?",
        assertThrows(DefinitionException.class, this::publisher).getMessage());
  }

  @Test
  void columnsThatAreMissingOrUnknownAreNamed() throws Exception {
    write(SQL.replace("value as amount", "value as amounts, submission_id as unit_keys"));
    Publisher publisher = publisher();
    DefinitionException e =
        assertThrows(
            DefinitionException.class,
            () -> publisher.publish(home, PublishedFixture.request("r1", "2024-09-01", Map.of())));
    assertEquals(
        List.of(
            "sql/indicators/average_fine.sql: column amount is missing",
            "sql/indicators/average_fine.sql: amounts is no column of evidence, did you mean"
                + " \"amount\"?",
            "sql/indicators/average_fine.sql: unit_keys is no column of evidence, did you mean"
                + " \"unit_key\"?"),
        e.problems().stream().map(Object::toString).toList());
  }

  @Test
  void aCircleIsShown() throws Exception {
    write("select * from indicator_evidence(window_start, window_end)\n");
    assertEquals(
        "macros/indicator_evidence.sql:13: goes in a circle: indicators.average_fine >"
            + " indicator_evidence > indicators.average_fine",
        assertThrows(DefinitionException.class, this::publisher).getMessage());
  }

  @Test
  void aDefinitionWithoutStatementIsRefused() {
    assertEquals(
        "indicators/average_fine.yaml: its statement is missing: indicators/average_fine.sql",
        assertThrows(DefinitionException.class, this::publisher).getMessage());
  }

  private void write(String sql) throws Exception {
    Files.writeString(home.resolve("config/indicators/average_fine.sql"), sql);
  }

  private Publisher publisher() {
    return PublishedFixture.publisher(Optional.of(home.resolve("config")));
  }
}
