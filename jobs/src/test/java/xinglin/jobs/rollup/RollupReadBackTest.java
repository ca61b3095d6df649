package xinglin.jobs.rollup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import xinglin.jobs.open.Samples;
import xinglin.jobs.sheet.FilledFile;
import xinglin.schemas.blank.BlankForms;
import xinglin.schemas.blank.Field;
import xinglin.schemas.blank.Slot;
import xinglin.schemas.campaign.Campaign;
import xinglin.schemas.codelist.Division;
import xinglin.schemas.engine.Definitions;
import xinglin.schemas.engine.FormEngine;
import xinglin.schemas.engine.ReadingContext;
import xinglin.schemas.form.FormDefinition;
import xinglin.schemas.form.Item;
import xinglin.schemas.reading.Figure;
import xinglin.schemas.reading.FileReading;
import xinglin.schemas.reading.FormReading;
import xinglin.schemas.reading.Verdict;

/**
 * A rolled-up form, sent in as it is, is accepted and gives the figures that were written into it:
 * for every form that can be added up, as a workbook and as a Word file, whatever the figures.
 */
final class RollupReadBackTest {
  private static final int SEEDS = 6;
  private final Definitions definitions = Definitions.load(Optional.empty());
  private final FormEngine engine = new FormEngine(definitions);

  @TempDir private Path folder;

  @TestFactory
  Stream<DynamicTest> everyFormThatCanBeAddedUp() {
    return definitions.forms().list().stream()
        .filter(form -> RollupAsked.refusal(form).isEmpty())
        .flatMap(
            form ->
                Stream.of("xlsx", "docx")
                    .map(
                        format ->
                            DynamicTest.dynamicTest(
                                form.formId() + "." + format, () -> readsBack(form, format))));
  }

  private void readsBack(FormDefinition form, String format) throws IOException {
    Campaign campaign = definitions.campaigns().get(form.campaigns().get(0));
    Division division = definitions.divisions().find(campaign.scope()).orElseThrow();
    RollupAsked asked =
        new RollupAsked(form, division, form.period().fixed().orElse(campaign.formsCover()));
    for (int seed = 1; seed <= SEEDS; seed++) {
      Map<Sum.Key, Sum> sums = sums(asked, new Random(seed));
      Behind behind =
          new Behind(
              sums,
              List.of(
                  new Reporter(
                      division.code(),
                      "测试",
                      true,
                      Optional.empty(),
                      Optional.empty(),
                      "missing",
                      "",
                      0,
                      "",
                      "")),
              List.of(new Said("测试", "测试指标", "all", "approximate", "约5", "附件!C5")),
              List.of());
      Rollup rollup = Rollup.of(asked, behind, definitions);
      Path file = FilledFile.write(rollup.form(), folder.resolve("seed" + seed), format);
      FileReading read = engine.read(Samples.open(file), ReadingContext.unsent());
      String where = form.formId() + " seed " + seed + " " + read;
      assertEquals(1, read.forms().size(), where);
      FormReading got = read.forms().get(0);
      assertTrue(
          got.verdict() == Verdict.ACCEPTED || got.verdict() == Verdict.ACCEPTED_WITH_WARNINGS,
          () -> where);
      assertEquals(form.formId(), got.formId());
      assertEquals(
          Optional.of(division.code()), got.reporter().map(reporter -> reporter.code()), where);
      assertEquals(Optional.of(asked.period()), got.period(), where);
      assertEquals(expected(asked, sums), figures(asked, got), where);
    }
  }

  /** The same count in all columns of a row, so that no part exceeds its whole. */
  private Map<Sum.Key, Sum> sums(RollupAsked asked, Random random) {
    Map<String, Integer> counts = new HashMap<>();
    Map<Sum.Key, Sum> sums = new HashMap<>();
    for (Field field : fields(asked)) {
      Slot slot = field.slot();
      if (field.isSum() || slot.subject().measure().isEmpty()) {
        continue;
      }
      Sum.Key key = key(asked, slot);
      int count = counts.computeIfAbsent(slot.row(), row -> 1 + random.nextInt(400));
      boolean money = slot.kind() == Slot.Kind.MONEY;
      BigDecimal value =
          money
              ? new BigDecimal("60000.01").multiply(new BigDecimal(count))
              : new BigDecimal(count);
      boolean about = !money && random.nextInt(8) == 0;
      boolean words = slot.kind() == Slot.Kind.TEXT;
      sums.put(
          key,
          new Sum(
              key,
              words ? Optional.empty() : Optional.of(value),
              about ? List.of("lower", "upper", "about").get(random.nextInt(3)) : "",
              words ? "已录入" : "",
              words ? 1 : 0,
              3,
              3,
              0,
              0,
              Optional.empty(),
              false));
    }
    return sums;
  }

  private List<Field> fields(RollupAsked asked) {
    return BlankForms.above(asked.form(), definitions.vocabulary(), asked.division())
        .sheets()
        .stream()
        .flatMap(sheet -> sheet.table().fields().stream())
        .toList();
  }

  private static Sum.Key key(RollupAsked asked, Slot slot) {
    return new Sum.Key(
        slot.subject().role().map(Figure.Role::code).orElse("observation"),
        slot.subject().measure().orElseThrow(),
        slot.subject().category().orElse(Item.ALL),
        slot.subject().division().orElse(asked.division().code()),
        Optional.empty());
  }

  private Map<String, String> expected(RollupAsked asked, Map<Sum.Key, Sum> sums) {
    Map<String, BigDecimal> totals = new TreeMap<>();
    Map<String, String> expected = new TreeMap<>();
    sums.forEach(
        (key, sum) ->
            sum.value()
                .filter(value -> key.role().equals("observation"))
                .ifPresent(
                    value -> {
                      expected.put(
                          "observation "
                              + key.measure()
                              + " "
                              + key.category()
                              + " "
                              + key.division(),
                          Amounts.plain(value) + " " + sum.bound());
                      totals.merge(key.measure(), value, BigDecimal::add);
                    }));
    for (Field field : fields(asked)) {
      if (field.isSum()) {
        String measure = field.slot().subject().measure().orElseThrow();
        expected.put(
            "total " + measure, Amounts.plain(totals.getOrDefault(measure, BigDecimal.ZERO)));
      }
    }
    return expected;
  }

  private static Map<String, String> figures(RollupAsked asked, FormReading got) {
    Map<String, String> figures = new TreeMap<>();
    for (Figure figure : got.figures()) {
      Optional<BigDecimal> number = figure.value().number();
      if (number.isEmpty()) {
        continue;
      }
      String plain = Amounts.plain(number.get());
      if (figure.role() == Figure.Role.OBSERVATION) {
        figures.put(
            "observation "
                + figure.measureId()
                + " "
                + figure.category()
                + " "
                + figure.divisionCode().orElse(asked.division().code()),
            plain + " " + figure.value().bound().map(bound -> bound.code()).orElse(""));
      } else {
        figures.put("total " + figure.measureId(), plain);
      }
    }
    return figures;
  }
}
