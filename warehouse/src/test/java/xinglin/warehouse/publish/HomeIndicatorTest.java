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
      -- grain: one county · source: observation
      with counted as (
        select division_code,
          sum(value) filter (measure_id = 'fine_amount') as amount,
          sum(value) filter (measure_id = 'fine_cases') as cases
        from observation
        where period_start >= window_start and period_end <= window_end
        group by division_code
      )
      select division_code, amount as numerator, cases as denominator,
        cast(round(amount / nullif(cases, 0), 4) as decimal(20, 4)) as value
      from counted
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
        List.of("100000.0000|3.0000|33333.3333|元|running"),
        PublishedFixture.rows(
            file,
            "select numerator, denominator, value, unit, verdict from indicator where indicator_id"
                + " = 'average_fine'"));
    assertEquals(
        List.of("平均每户次罚款"),
        PublishedFixture.rows(
            file, "select title from indicator_definition where indicator_id = 'average_fine'"));
  }

  @Test
  void anSqlErrorNamesFileAndLine() throws Exception {
    write(SQL.replace("as cases\n", "as cases,\n    nonsense\n"));
    Publisher publisher = publisher();
    DefinitionException e =
        assertThrows(
            DefinitionException.class,
            () -> publisher.publish(home, PublishedFixture.request("r1", "2024-09-01", Map.of())));
    assertEquals(
        "sql/indicators/average_fine.sql:6: Binder Error: Referenced column \"nonsense\" not found"
            + " in FROM clause!",
        e.getMessage());
  }

  @Test
  void anUnknownTableNamesFileAndLine() throws Exception {
    write(SQL.replace("from observation", "from observations"));
    assertEquals(
        "indicators/average_fine.sql:6: no table \"observations\", did you mean \"observation\"?",
        assertThrows(DefinitionException.class, this::publisher).getMessage());
  }

  @Test
  void aCircleIsShown() throws Exception {
    write("select * from indicator_values(window_start, window_end)\n");
    assertEquals(
        "macros/indicator_values.sql:11: goes in a circle: indicators.average_fine >"
            + " indicator_values > indicators.average_fine",
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
