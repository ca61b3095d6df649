package xinglin.schemas.codelist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import xinglin.schemas.definition.DefinitionFiles;
import xinglin.schemas.definition.Problems;

class DivisionsTest {
  private static final Divisions DIVISIONS = load();

  private static Divisions load() {
    Problems problems = new Problems();
    Divisions divisions = Divisions.load(DefinitionFiles.load(Optional.empty()), problems);
    problems.check();
    return divisions;
  }

  @ParameterizedTest
  @CsvSource({
    "鼓楼区, 320300, 320302",
    "鼓楼, 320300, 320302",
    "徐州市鼓楼区, '', 320302",
    "江苏省徐州市鼓楼区, '', 320302",
    "江苏鼓楼区, 320300, 320302",
    "徐州市 鼓楼区卫生健康委员会, '', 320302",
    "仙居县福应街道, '', 331024003",
    "福应街道办事处, 331024, 331024003",
    "福应, 331024, 331024003",
    "西华池镇人民政府, 621024, 621024100",
    "青浦, '', 310118",
    "上海市青浦区夏阳街道, '', 310118001",
    "新沂市, 320300, 320381",
    "云龙, 320300, 320303",
    "沙坡头区, 640500, 640502",
    "沛县, 320300, 320322",
    "吉岘乡, 621024, 621024105",
    "青浦區, 310000, 310118",
    "苏州工业园区, '', 320576",
    "苏州园区, '', 320576",
    "嘉峪关市, 620200, 620200",
    "宁夏, '', 640000",
    "天祝, 620000, 620623",
    "浦东, 310000, 310115",
    "青浦区, 310118, 310118",
    "铜山县, 320300, 320312",
    "海门市, 320600, 320614",
    "楚州区, 320800, 320803",
    "港闸区, 320600, 320611",
    "南通市港闸区, '', 320611"
  })
  void findsByName(String name, String scope, String code) {
    assertEquals(
        List.of(code),
        DIVISIONS.lookup(name, scope, Optional.empty()).stream().map(Division::code).toList());
  }

  @Test
  void anAmbiguousNameGivesAllAndALevelNarrows() {
    List<Division> everywhere = DIVISIONS.lookup("鼓楼区", Divisions.CHINA, Optional.empty());
    assertEquals(
        List.of("320106", "320302", "350102", "410204"),
        everywhere.stream().map(Division::code).sorted().toList());
    assertEquals(
        List.of("220200"),
        DIVISIONS.lookup("吉林", "220000", Optional.of(Division.Level.CITY)).stream()
            .map(Division::code)
            .toList());
    assertEquals(List.of(), DIVISIONS.lookup("鼓楼区", "310000", Optional.empty()));
  }

  @Test
  void aNearMissIsProposed() {
    assertEquals(List.of(), DIVISIONS.lookup("吉岷镇", "621024", Optional.empty()));
    assertEquals("621024105", DIVISIONS.nearMisses("吉岷镇", "621024").get(0).code());
    assertEquals(
        List.of("621024106"),
        DIVISIONS.nearMisses("肖嘴镇", "621024").stream().map(Division::code).toList());
    assertEquals(
        List.of("621024102"),
        DIVISIONS.nearMisses("太白乡", "621024").stream().map(Division::code).toList());
    assertEquals(
        List.of("310118103"),
        DIVISIONS.nearMisses("炼塘镇", "310118").stream().map(Division::code).toList());
    assertEquals(List.of(), DIVISIONS.nearMisses("吉岘镇", "621024"));
    assertEquals(List.of(), DIVISIONS.nearMisses("完全无关的名字", "621024"));
  }

  @Test
  void knowsLevelsParentsAndPseudoCounties() {
    assertEquals(Optional.of("310000"), DIVISIONS.get("310118").parentCode());
    assertEquals(Optional.of("320300"), DIVISIONS.get("320302").parentCode());
    assertEquals(Optional.of("331024"), DIVISIONS.get("331024003").parentCode());
    assertEquals(Optional.empty(), DIVISIONS.get("310000").parentCode());
    assertEquals("福应街道", DIVISIONS.get("331024003").name());
    assertTrue(DIVISIONS.get("320576").pseudo());
    assertFalse(DIVISIONS.get("310115").pseudo());
    long pseudo =
        DIVISIONS.list().stream()
            .filter(division -> division.level() == Division.Level.COUNTY && division.pseudo())
            .filter(
                division ->
                    DIVISIONS.isWithin(division.code(), "320000")
                        || DIVISIONS.isWithin(division.code(), "340000"))
            .count();
    assertEquals(24, pseudo);
    assertEquals(12, DIVISIONS.within("621024", Division.Level.TOWN).size());
    assertEquals(20, DIVISIONS.children("331024").size());
    assertEquals(34, DIVISIONS.children(Divisions.CHINA).size());
  }

  /** Two districts of one name and area are never there on the same day. */
  @Test
  void aDivisionEndsTheDayBeforeTheNextBegins() {
    List<String> days = new ArrayList<>();
    for (String code :
        List.of("320602", "320613", "320684", "320614", "330103", "330114", "330383")) {
      Division division = DIVISIONS.get(code);
      days.add(
          code
              + " "
              + DIVISIONS.firstDay(division).map(LocalDate::toString).orElse("")
              + ".."
              + DIVISIONS.lastDay(division).map(LocalDate::toString).orElse(""));
    }
    assertEquals(
        List.of(
            "320602 1991-01-01..2020-07-02",
            "320613 2020-07-03..",
            "320684 1994-01-01..2020-07-02",
            "320614 2020-07-03..",
            "330103 1983-01-01..2021-04-08",
            "330114 2021-04-09..",
            "330383 2019-08-30.."),
        days);
  }

  @Test
  void whatIsGoneIsKnownButReportsNoMore() {
    Division gone = DIVISIONS.get("320611");
    assertFalse(gone.isCurrent());
    assertEquals(Optional.of(LocalDate.of(2020, 12, 31)), gone.validTo());
    assertEquals(List.of("320613"), gone.successors());
    assertEquals(Optional.of("320600"), gone.parentCode());
    assertFalse(DIVISIONS.within("320600", Division.Level.COUNTY).contains(gone));
    assertFalse(DIVISIONS.children("320600").contains(gone));
  }

  @Test
  void commonParentIsTheLowestThatHoldsAll() {
    assertEquals(
        "310118", DIVISIONS.commonParent(List.of("310118001", "310118102")).orElseThrow().code());
    assertEquals(
        "331024003",
        DIVISIONS.commonParent(List.of("331024003", "331024003")).orElseThrow().code());
    assertEquals(
        "320300", DIVISIONS.commonParent(List.of("320302", "320381")).orElseThrow().code());
    assertEquals(Optional.empty(), DIVISIONS.commonParent(List.of("310118", "320302")));
    assertEquals(Optional.empty(), DIVISIONS.commonParent(List.of("999999")));
    assertTrue(DIVISIONS.isWithin("310118001", "310000"));
    assertTrue(DIVISIONS.isWithin("320302", "320300"));
    assertFalse(DIVISIONS.isWithin("320302", "320303"));
    assertTrue(DIVISIONS.isWithin("320302", Divisions.CHINA));
  }

  @Test
  void everyOfficialNameIsFoundInItsParent() {
    for (Division division : DIVISIONS.list()) {
      if (!division.pseudo() && division.isCurrent()) {
        assertTrue(
            DIVISIONS
                .lookup(
                    division.name(),
                    division.parentCode().orElse(""),
                    Optional.of(division.level()))
                .contains(division),
            division.toString());
      }
    }
  }
}
