package xinglin.schemas.finding;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FindingTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          无法读取“990001198001019018”          | 无法读取“990*************18”
          罚款给99000119880203901X本人           | 罚款给990*************1X本人
          电话12000001234，下午                  | 电话120******34，下午
          12000001234 12000005678                | 120******34 120******78
          统一社会信用代码1131011400000014X6     | 统一社会信用代码1131011400000014X6
          信用代码113101140000001416             | 信用代码113101140000001416
          123456789012                           | 123456789012
          应为 2024-01-31，罚款 50000 元         | 应为 2024-01-31，罚款 50000 元
          """)
  void numbersOfPeopleAreNeverQuotedWhole(String said, String shown) {
    Finding finding =
        new Finding("CODE", Severity.ERROR, "", "", "", said, said, said, "", Map.of());
    assertEquals(shown, finding.message());
    assertEquals(shown, finding.messageEn());
    assertEquals(shown, finding.verbatim());
  }
}
