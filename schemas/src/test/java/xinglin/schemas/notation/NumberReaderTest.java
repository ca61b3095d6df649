package xinglin.schemas.notation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import xinglin.schemas.codelist.CountingUnit;
import xinglin.schemas.codelist.Measures;
import xinglin.schemas.definition.DefinitionFiles;
import xinglin.schemas.definition.Problems;
import xinglin.schemas.sheet.Cell;
import xinglin.schemas.value.Bound;
import xinglin.schemas.value.Value;

class NumberReaderTest {
  private static final Measures MEASURES =
      Measures.load(DefinitionFiles.load(Optional.empty()), new Problems());

  /** For example {@code 3 reported [NOTATION] 户}. */
  private static String told(Reading reading) {
    Value value = reading.value();
    return value.number().map(BigDecimal::toPlainString).orElse("-")
        + " "
        + value.state().code()
        + value.bound().map(Bound::code).map(code -> " " + code).orElse("")
        + reading.doubts().stream()
            .map(Enum::name)
            .collect(Collectors.toCollection(TreeSet::new))
            .stream()
            .map(name -> " " + name)
            .collect(Collectors.joining())
        + value.unitAsSent().map(unit -> " " + unit).orElse("");
  }

  private static Reading read(String text, String measure, String header) {
    return NumberReader.read(
        Cell.ofText(0, 0, text),
        MEASURES.get(measure).unit(),
        Optional.of(header).filter(word -> !word.isEmpty()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          41          | 41 reported
          " 3 "       | 3 reported
          0.00        | 0 reported
          1,234       | 1234 reported
          1，234      | 1234 reported NOTATION
          12,34       | - unreadable UNREADABLE
          1 234       | 1234 reported NOTATION
          3 5         | - unreadable UNREADABLE
          "3\n5"      | - unreadable UNREADABLE
          １２        | 12 reported NOTATION
          -5          | -5 reported
          －５        | -5 reported NOTATION
          (5)         | -5 reported NOTATION
          负三        | -3 reported NOTATION
          122户       | 122 reported NOTATION 户
          62 户次     | 62 reported NOTATION 户次
          62（户次）  | 62 reported NOTATION 户次
          共3户次     | 3 reported NOTATION 户次
          3人         | 3 reported FOREIGN_UNIT NOTATION 人
          3万元       | - unreadable UNREADABLE
          100%        | - unreadable UNREADABLE
          三分之一    | - unreadable UNREADABLE
          3户，已整改 | - unreadable UNREADABLE
          3万户次     | 30000 reported NOTATION 万户次
          1.2e3       | 1200 reported NOTATION
          1e99        | - unreadable UNREADABLE
          二十八      | 28 reported NOTATION
          一百零五    | 105 reported NOTATION
          一百五      | 150 reported NOTATION
          三万五      | 35000 reported NOTATION
          二〇二〇    | 2020 reported NOTATION
          三四        | - unreadable UNREADABLE
          两千零五十  | 2050 reported NOTATION
          廿八        | 28 reported NOTATION
          三點五      | 3.5 reported NOTATION
          3万5千      | 35000 reported NOTATION
          3万5        | - unreadable UNREADABLE
          1亿2000万   | 120000000 reported NOTATION
          20余        | 20 approximate lower APPROXIMATE
          281余       | 281 approximate lower APPROXIMATE
          近30        | 30 approximate upper APPROXIMATE
          约5         | 5 approximate about APPROXIMATE
          约 30 户次  | 30 approximate about APPROXIMATE 户次
          30左右      | 30 approximate about APPROXIMATE
          30户以上    | 30 approximate lower APPROXIMATE 户
          十多户      | 10 approximate lower APPROXIMATE 户
          二十几      | 20 approximate lower APPROXIMATE
          不到30      | 30 approximate upper APPROXIMATE
          至少3       | 3 approximate lower APPROXIMATE
          ≥3          | 3 approximate lower APPROXIMATE
          20-30       | 20 approximate lower APPROXIMATE
          20～30户    | 20 approximate lower APPROXIMATE 户
          30-20       | - unreadable UNREADABLE
          余万元      | - unreadable UNREADABLE
          户          | - unreadable UNREADABLE
          ?           | - unreadable UNREADABLE
          不详        | - unreadable UNREADABLE
          #REF!       | - unreadable UNREADABLE
          /           | - not_applicable
          ／          | - not_applicable
          —           | - not_applicable
          －          | - not_applicable
          ——          | - not_applicable
          不适用      | - not_applicable
          无          | 0 reported NOTATION
          零          | 0 reported NOTATION
          "  "        | - blank
          ""          | - blank
          　          | - blank
          13800000000000000000 | - unreadable UNREADABLE
          """)
  void readsCounts(String text, String expected) {
    assertEquals(expected, told(read(text == null ? "" : text, "inspections", "")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          15          | 万元 | 150000 reported 万元
          ０．５２    | 万元 | 5200 reported NOTATION 万元
          50. 5002    | 万元 | 505002 reported NOTATION 万元
          15.0万元    | 万元 | 150000 reported NOTATION 万元
          530元       | 万元 | 530 reported NOTATION 元
          530         | 元   | 530 reported 元
          530         | ''   | 530 reported
          0.53万      | 万元 | 5300 reported NOTATION 万
          3.5亿       | 万元 | 350000000 reported NOTATION 亿
          0.5         | 亿元 | 50000000 reported 亿元
          二十八      | 万元 | 280000 reported NOTATION 万元
          五万        | 万元 | 50000 reported NOTATION 万元
          壹拾万肆仟陆佰贰拾元整 | 万元 | 104620 reported NOTATION 元
          壹拾萬肆仟陸佰貳拾圓整 | 万元 | 104620 reported NOTATION 元
          叁元伍角贰分 | 元  | 3.52 reported NOTATION 元
          ¥1,234.50   | 元   | 1234.5 reported NOTATION 元
          人民币300元 | 万元 | 300 reported NOTATION 元
          20余万元    | 元   | 200000 approximate lower APPROXIMATE 万元
          3万余元     | 元   | 30000 approximate lower APPROXIMATE 万元
          近五万元    | 元   | 50000 approximate upper APPROXIMATE 元
          余万元      | 元   | - unreadable UNREADABLE
          3件         | 元   | - unreadable UNREADABLE
          无          | 万元 | 0 reported NOTATION 万元
          (2.5)       | 万元 | -25000 reported NOTATION 万元
          """)
  void readsMoneyInYuan(String text, String header, String expected) {
    assertEquals(expected, told(read(text, "fine_amount", header)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          100%        | %    | 100 reported %
          41.6%       | %    | 41.6 reported %
          41.6        | %    | 41.6 reported %
          三分之一    | ''   | 33.3333 reported
          三分之一    | 比例 | 33.3333 reported 比例
          1/3         | ''   | 33.3333 reported
          百分之四十一点六 | '' | 41.6 reported
          三成        | ''   | 30 reported
          0.416       | 比例 | 41.6 reported 比例
          约40%       | %    | 40 approximate about APPROXIMATE %
          3件         | %    | - unreadable UNREADABLE
          """)
  void readsPercentages(String text, String header, String expected) {
    assertEquals(expected, told(read(text, "referral_rate", header)));
  }

  @Test
  void synonymsBelongToTheMeasure() {
    assertEquals("139 reported 处", told(read("139", "shutdowns", "处")));
    assertEquals("11 reported NOTATION 名", told(read("11名", "referred_persons", "")));
    assertEquals("11 reported FOREIGN_UNIT 件", told(read("11", "referred_persons", "件")));
    assertEquals("1 reported 个/年", told(read("1", "demonstration_towns", "个/年")));
    assertEquals("20000 reported 万份", told(read("2", "publicity_materials", "万份")));
  }

  @Test
  void typedCells() {
    Cell noise =
        cell(new Cell.Number(new BigDecimal("0.08599999999999999")), "0.08599999999999999");
    assertEquals(
        "860 reported 万元",
        told(NumberReader.read(noise, MEASURES.get("fine_amount").unit(), Optional.of("万元"))));
    assertEquals("- blank", told(plain(cell(new Cell.Blank(), ""))));
    assertEquals("- unreadable UNREADABLE", told(plain(cell(new Cell.Fault("#REF!"), "#REF!"))));
    assertEquals("- unreadable UNREADABLE", told(plain(cell(new Cell.Bool(true), "TRUE"))));
    assertEquals("0.3333 reported NOTATION", told(plain(Cell.ofText(0, 0, "三分之一"))));
    assertEquals(Set.of(), plain(cell(new Cell.Number(new BigDecimal("3E+2")), "300")).doubts());
  }

  private static Reading plain(Cell cell) {
    return NumberReader.read(cell, CountingUnit.NONE, Optional.empty());
  }

  private static Cell cell(Cell.Content content, String text) {
    return new Cell(0, 0, 1, 1, text, content, Optional.empty(), false);
  }
}
