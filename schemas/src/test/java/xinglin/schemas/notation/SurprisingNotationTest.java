package xinglin.schemas.notation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import xinglin.schemas.codelist.CountingUnit;
import xinglin.schemas.sheet.Cell;
import xinglin.schemas.value.Bound;
import xinglin.schemas.value.Period;
import xinglin.schemas.value.Value;

/** What people type where a number or a date should stand: understood, or said, never guessed. */
class SurprisingNotationTest {
  private static final CountingUnit VISITS = new CountingUnit("户次", Set.of("户", "次"));
  private static final CountingUnit YUAN = new CountingUnit("元", Set.of());
  private static final Period YEAR =
      new Period(LocalDate.of(2024, 4, 1), LocalDate.of(2024, 10, 31));

  private static String told(Value value) {
    return value
        .number()
        .map(BigDecimal::toPlainString)
        .or(() -> value.date().map(LocalDate::toString))
        .map(text -> text + value.bound().map(Bound::code).map(code -> " " + code).orElse(""))
        .orElse(value.state().code());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          １２３       | 123
          1，234       | 1234
          1,234        | 1234
          １，２３４   | 1234
          1、234       | unreadable
          1.234,5      | unreadable
          1 234        | 1234
          12 34        | unreadable
          1'234        | unreadable
          0012         | 12
          +5           | 5
          --5          | unreadable
          5-           | unreadable
          5.           | 5
          .5           | 0.5
          5..0         | unreadable
          3 户次       | 3
          3户次。      | 3
          3（户次）    | 3
          户次3        | unreadable
          叁           | 3
          叁户次       | 3
          壹佰贰拾     | 120
          〇           | 0
          零           | 0
          两           | 2
          俩           | unreadable
          廿           | 20
          廿三         | 23
          卅           | 30
          卅一         | 31
          一百零三     | 103
          一千〇三     | 1003
          十           | 10
          十五         | 15
          5千          | 5000
          1.2万        | 12000
          1万2         | unreadable
          二十余       | 20 lower
          20余户       | 20 lower
          十几         | 10 lower
          41①         | unreadable
          41²          | unreadable
          ①②         | unreadable
          1̶2̶41         | unreadable
          3̶           | unreadable
          十来户       | 10 about
          数十         | unreadable
          几十         | unreadable
          若干         | unreadable
          多户         | unreadable
          无           | 0
          没有         | 0
          未发生       | 0
          0.0          | 0
          0            | 0
          -            | not_applicable
          －           | not_applicable
          ——           | not_applicable
          ／           | not_applicable
          /            | not_applicable
          N/A          | not_applicable
          n/a          | not_applicable
          不适用       | not_applicable
          空格         | unreadable
          空           | unreadable
          　           | blank
          " "          | blank
          见附件       | unreadable
          同上         | unreadable
          3（含1）     | unreadable
          3+2          | unreadable
          3＋2         | unreadable
          =3+2         | unreadable
          1/2          | unreadable
          3:1          | unreadable
          5-6          | 5 lower
          5至6         | 5 lower
          6-5          | unreadable
          ≥5           | 5 lower
          <3           | 3 upper
          ＜3          | 3 upper
          >=5          | 5 lower
          5以上        | 5 lower
          不足5        | 5 upper
          50%          | unreadable
          ５０％       | unreadable
          1e3          | 1000
          3,5          | unreadable
          12,345,67    | unreadable
          ①           | 1
          Ⅲ            | unreadable
          三、五       | unreadable
          3;5          | unreadable
          3人5户       | unreadable
          3户5次       | unreadable
          2024年       | unreadable
          7月          | unreadable
          23812345678  | 23812345678
          ？           | unreadable
          *            | unreadable
          √            | unreadable
          是           | unreadable
          O            | unreadable
          l0           | unreadable
          3O           | unreadable
          """)
  void counts(String text, String expected) {
    Cell cell = Cell.ofText(0, 0, text == null ? "" : text);
    assertEquals(expected, told(NumberReader.read(cell, VISITS, Optional.empty()).value()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          0.5万元        | 5000
          0.5 万 元      | 5000
          5千            | 5000
          5千元          | 5000
          5000元         | 5000
          5000元整       | 5000
          叁佰元整       | 300
          叁佰圆整       | 300
          叁万伍仟元整   | 35000
          人民币叁佰元整 | 300
          ￥5000         | unreadable
          ¥5,000.00      | unreadable
          ¥5,000.00元    | 5000
          5000.00元      | 5000
          5万            | 50000
          5万余          | 50000 lower
          五万           | 50000
          伍萬元         | 50000
          5             | 50000
          1.5            | 15000
          十五万         | 150000
          十五           | 150000
          1,5            | unreadable
          5万元/户       | unreadable
          5美元          | unreadable
          5角            | unreadable
          5万-6万        | 50000 lower
          约5万元        | 50000 about
          警告           | unreadable
          免予处罚       | unreadable
          5万元（未缴）  | unreadable
          5+1.2          | unreadable
          """)
  void amountsUnderTenThousandYuan(String text, String expected) {
    assertEquals(
        expected,
        told(NumberReader.read(Cell.ofText(0, 0, text), YUAN, Optional.of("万元")).value()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2024.7.31          | 2024-07-31
          2024．7．31        | 2024-07-31
          ２０２４年７月３１日 | 2024-07-31
          2024 年 7 月 31 日 | 2024-07-31
          2024年7月31        | 2024-07-31
          2024-7-31          | 2024-07-31
          2024—7—31          | unreadable
          2024/07/31         | 2024-07-31
          20240731           | 2024-07-31
          24.7.31            | 2024-07-31
          24年7月31日        | 2024-07-31
          24/7/31            | 2024-07-31
          二〇二四年七月三十一日 | 2024-07-31
          二零二四年七月卅一日 | 2024-07-31
          二○二四年七月三十一日 | 2024-07-31
          2024年7月          | unreadable
          24年7月            | unreadable
          二〇二四年七月     | unreadable
          2024年             | unreadable
          7月31日            | 2024-07-31
          7.31               | 2024-07-31
          7/31               | 2024-07-31
          31/7/2024          | 2024-07-31
          7/31/2024          | 2024-07-31
          5/6/2024           | unreadable
          2024-02-30         | unreadable
          2024-13-01         | unreadable
          2024年7月31日上午  | unreadable
          2024-07-31 00:00:00 | 2024-07-31
          2024-07-31 14:05   | 2024-07-31
          45504              | 2024-07-31
          月底               | unreadable
          7月底              | unreadable
          上旬               | unreadable
          待定               | unreadable
          无                 | not_applicable
          /                  | not_applicable
          2024-07-31至2024-08-02 | unreadable
          2024.7.31-8.2      | unreadable
          2024年7月31日、8月2日 | unreadable
          """)
  void dates(String text, String expected) {
    assertEquals(
        expected, told(DateReader.read(Cell.ofText(0, 0, text), Optional.of(YEAR)).value()));
  }
}
