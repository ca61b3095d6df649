package xinglin.schemas.match;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import xinglin.schemas.engine.Definitions;
import xinglin.schemas.finding.Language;
import xinglin.schemas.match.evidence.Comparison;
import xinglin.schemas.match.evidence.MatchingRules;
import xinglin.schemas.match.evidence.Outcome;
import xinglin.schemas.match.party.Party;
import xinglin.schemas.match.party.Party.Kind;

/** What is said of two parties, and what it comes to. All people and companies are invented. */
class ComparisonTest {
  private static final MatchingRules RULES = Definitions.load(Optional.empty()).matching();
  private static final Matcher MATCHER = new Matcher(RULES, 1);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          王伟|          |                    |320302| 王伟 |          |                |320302| NO     | 姓名相同，同一区县 → 0.31
          王伟|          |                    |320302| 王伟 |          |                |331024| NO     | 姓名相同，地点不同 → 0.03
          王伟|1970-03-05|                    |320302| 王伟 |1970-03-05|                |331024| SURE   | 姓名相同，出生日期相同，地点不同 → 0.99
          王伟|1970-03-05|                    |320302| 王伟 |1985-11-20|                |320302| NO     | 姓名相同，出生日期不同，同一区县 → 0.00
          章丽华|1970-03-05|                  |320302| 张丽华|1970-03-05|               |320302| SURE   | 姓名其余各字相同，姓名第1字音同，出生日期相同，同一区县 → 0.99
          李国华|1970-03-05|                  |320302| 李国樺|1970-05-03|               |320302| SURE   | 姓名其余各字相同，姓名第3字音同，出生月日颠倒，同一区县 → 0.99
          高志明|          |鼓楼区中山北路120弄3号|320302| 髙 志 明|     |徐州市鼓楼区中山北路一百二十号|320302| SURE | 姓名相同，姓名仅空格、字形或繁简不同，地址同一门牌 → 0.99
          张*|1970-03-05|                     |320302| 张伟 |1970-03-05|                |320302| SURE   | 姓名经遮盖，所见各字相同，出生日期相同，同一区县 → 0.98
          张某甲|          |                   |320302| 张某乙|         |                |320302| NO     | 姓名经遮盖，所见各字相同，同一区县 → 0.00
          买买提·艾力|1970-03-05|              |320302| 买买提艾力|1970-03-05|          |331024| SURE   | 姓名相同，姓名仅空格、字形或繁简不同，出生日期相同，地点不同 → 0.99
          王小丽（曾用名：王招娣）|1970|         |320302| 王招娣|1970-03-05|             |331024| LIKELY | 一方的曾用名与另一方的姓名相同，出生年份相同，地点不同 → 0.58
          陈建国|          |鼓楼区中山北路120号   |320302| 陈建军|         |鼓楼区中山北路120号|320302| NO  | 姓名其余各字相同，姓名第3字不同，地址同一门牌，名不同而住同一处，可能是亲属 → 0.13
          """)
  void personsAreComparedByNameBirthAndPlace(
      String name,
      String birth,
      String address,
      String division,
      String otherName,
      String otherBirth,
      String otherAddress,
      String otherDivision,
      Outcome outcome,
      String words) {
    Party left = person("a", name, birth, address, division);
    Party right = person("b", otherName, otherBirth, otherAddress, otherDivision);
    Comparison found = MATCHER.compare(left, right);
    assertEquals(words, found.explain(RULES, Language.ZH));
    assertEquals(outcome, found.outcome(), words);
    assertEquals(found, MATCHER.compare(right, left), "symmetric");
  }

  private static Party person(
      String id, String name, String birth, String address, String division) {
    return new Party(
        id,
        Kind.PERSON,
        false,
        name,
        Optional.ofNullable(birth),
        Optional.empty(),
        Optional.ofNullable(address),
        division,
        Optional.empty());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          江苏省新沂市康若健康管理有限公司|张三丰|新沂市康若健康管理有限责任公司|      |SURE  | 字号相同，名称全称（含地区）相同，同一区县 → 0.99
          康若（新沂）健康管理有限公司|张三丰|康若健康管理有限公司|张三豐            |SURE  | 字号相同，名称相同，一方未写地区，所在区县相同，负责人（经营者）相同，同一区县 → 0.99
          新沂市康若健康管理有限公司|张三丰|新沂市康若健康管理有限公司城东分公司|张三丰|NO| 字号相同，行业相同，一方是分支机构，名称冠以同一地区，负责人（经营者）相同，同一区县 → 0.28
          新沂市妙和堂养生馆（原名：新沂市康若养生馆）|  |新沂市康若养生馆|            |SURE  | 一方的原名称（含地区）与另一方的全称相同，同一区县 → 0.99
          新沂市康若养生馆|张三丰|新沂市康诺养生馆|李四光                              |NO    | 字号其余各字相同，字号第2字不同，行业相同，名称冠以同一地区，负责人（经营者）不同，同一区县 → 0.00
          """)
  void organisationsAreComparedByTheirParts(
      String name, String head, String otherName, String otherHead, Outcome outcome, String words) {
    Comparison found =
        MATCHER.compare(organisation("a", name, head), organisation("b", otherName, otherHead));
    assertEquals(words, found.explain(RULES, Language.ZH));
    assertEquals(outcome, found.outcome(), words);
  }

  private static Party organisation(String id, String name, String head) {
    return new Party(
        id,
        Kind.ORGANISATION,
        false,
        name,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        "320381",
        Optional.ofNullable(head));
  }

  @Test
  void reasonsAreTheSameInEnglish() {
    Party left = person("a", "章丽华", "1970-03-05", "", "320302");
    Party right = person("b", "张丽华", "1970-03-05", "", "320302");
    assertEquals(
        "the other characters of the name agree, character 1 of the name sounds the same, same birth"
            + " date, same county → 0.99",
        MATCHER.compare(left, right).explain(RULES, Language.EN));
  }

  @Test
  void twoValidNumbersAreTwoPeopleWhateverElseAgrees() {
    Party left =
        new Party(
            "a",
            Kind.PERSON,
            true,
            "令狐若馨",
            Optional.of("1970-03-05"),
            Optional.empty(),
            Optional.of("鼓楼区中山北路120号"),
            "320302",
            Optional.empty());
    Party right =
        new Party(
            "b",
            Kind.PERSON,
            true,
            "令狐若馨",
            Optional.of("1970-03-05"),
            Optional.empty(),
            Optional.of("鼓楼区中山北路120号"),
            "320302",
            Optional.empty());
    Comparison found = MATCHER.compare(left, right);
    assertEquals("证件号码不同 → 0.00", found.explain(RULES, Language.ZH));
    assertEquals(Outcome.NO, found.outcome());
  }
}
