package xinglin.schemas.value;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LabelsTest {

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      textBlock =
          """
          "没收\n违法所得\n（万元", 没收违法所得（万元）
          "监督\n户次数", 监督户次数
          其它, 其他
          "其中： 西医（户次）", 西医(户次)
          其中：其它, 其他
          “回头看”中发现, 回头看中发现
          "吊销《医师执业证书》", 吊销医师执业证书
          罰款金額（萬元）, 罚款金额（万元）
          ＡＢＣ１２, abc12
          磾, 䃅
          "县 （ 区 ）", 县区
          行政处罚户（人）次, 行政处罚户人次
          "填表人：", 填表人
          """)
  void labelsOfTheSameWordsAreEqual(String sent, String known) {
    assertEquals(Labels.normalise(known), Labels.normalise(sent));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      textBlock =
          """
          "没收违法所得（万元", 没收违法所得, 万元
          罚款金额(亿元), 罚款金额, 亿元
          移送司法机关数（人）, 移送司法机关数, 人
          查处无证行医合计（户次）, 查处无证行医合计, 户次
          发放宣传资料（份）, 发放宣传资料, 份
          "罚款金额，单位：万元", 罚款金额, 万元
          罚款金额（单位：元）, 罚款金额, 元
          占比（%）, 占比, %
          取缔户（户次）, 取缔户, 户次
          行政处罚户（人）次, 行政处罚户人次, ""
          无证行医风险点（期末）, 无证行医风险点期末, ""
          监督户次数, 监督户次数, ""
          """)
  void unitsAreTakenOff(String sent, String words, String unit) {
    assertEquals(words, Labels.withoutUnit(sent));
    assertEquals(Optional.of(unit).filter(word -> !word.isEmpty()), Labels.unit(sent));
  }

  @Property(tries = 300)
  void normalisingTwiceChangesNothing(
      @ForAll
          @CharRange(from = '一', to = '龥')
          @CharRange(from = ' ', to = '~')
          @CharRange(from = '！', to = '～')
          String label) {
    String once = Labels.normalise(label);
    Assume.that(!once.startsWith("其中"));
    assertEquals(once, Labels.normalise(once));
  }
}
