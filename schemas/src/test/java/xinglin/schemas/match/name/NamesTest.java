package xinglin.schemas.match.name;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import xinglin.schemas.codelist.Division;
import xinglin.schemas.engine.Definitions;
import xinglin.schemas.match.name.Characters.Likeness;

/** Names taken apart. All are invented. */
class NamesTest {
  private static final Definitions DEFINITIONS = Definitions.load(Optional.empty());
  private static final NameWords WORDS = DEFINITIONS.matching().names();
  private static final Characters CHARACTERS = WORDS.characters();
  private static final Companies COMPANIES =
      WORDS.companies(
          CHARACTERS,
          DEFINITIONS.divisions().list().stream()
              .filter(division -> division.level() != Division.Level.TOWN)
              .map(Division::name)
              .toList());

  @ParameterizedTest
  @CsvSource({
    "伟,伟,SAME",
    "伟,炜,SOUND",
    "章,张,SOUND",
    "末,未,SHAPE",
    "林,玲,NEAR_SOUND",
    "兰,南,NEAR_SOUND",
    "伟,强,OTHER"
  })
  void charactersAreAlikeInSeveralWays(String left, String right, Likeness likeness) {
    int one = CHARACTERS.fold(left).codePointAt(0);
    int other = CHARACTERS.fold(right).codePointAt(0);
    assertEquals(
        likeness,
        CHARACTERS.compare(
            one, CHARACTERS.reading(one, false), other, CHARACTERS.reading(other, false)));
  }

  @Test
  void surnamesAreReadAsSurnames() {
    int name = "单".codePointAt(0);
    assertEquals(CHARACTERS.reading("善".codePointAt(0), false), CHARACTERS.reading(name, true));
    assertEquals(CHARACTERS.reading("丹".codePointAt(0), false), CHARACTERS.reading(name, false));
  }

  @Test
  void widthsVariantsAndTraditionalCharactersFold() {
    assertEquals("高伟国", CHARACTERS.fold("髙 偉　國"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          江苏省新沂市康若健康管理有限责任公司 |新沂|康若|健康管理|有限责任公司|
          康若（新沂）健康管理有限公司         |新沂|康若|健康管理|有限责任公司|
          上海市浦东新区志欣堂养生馆           |浦东新|志欣堂|养生馆||
          康若健康管理有限公司第13分公司       ||康若|健康管理|有限责任公司|第13分公司
          康若健康管理有限公司城东分公司       ||康若|健康管理|有限责任公司|城东分公司
          """)
  void companiesHaveParts(
      String name, String region, String core, String trade, String form, String branch) {
    Company company = COMPANIES.read(name.strip());
    assertEquals(Optional.ofNullable(region).orElse(""), company.region());
    StringBuilder distinctive = new StringBuilder();
    for (int at = 0; at < company.core().length(); at++) {
      distinctive.appendCodePoint(company.core().character(at));
    }
    assertEquals(core, distinctive.toString());
    assertEquals(trade, company.trade());
    assertEquals(Optional.ofNullable(form).orElse(""), company.form());
    assertEquals(Optional.ofNullable(branch).orElse(""), company.branch());
  }
}
