package xinglin.schemas.codelist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import xinglin.schemas.definition.DefinitionFiles;
import xinglin.schemas.definition.Entry;
import xinglin.schemas.definition.Problems;

class MeasuresTest {
  private final Problems problems = new Problems();
  private final DefinitionFiles files = DefinitionFiles.load(Optional.empty());
  private final Measures measures = Measures.load(files, problems);

  @Test
  void definitionsAreSound() {
    CodeLists.load(files, problems);
    problems.check();
  }

  @ParameterizedTest
  @CsvSource({
    "没收违法所得（万元, confiscated_amount",
    "罚款金额（万元）, fine_amount",
    "取缔无证行医点, shutdowns",
    "监督检查无证行医点, inspections",
    "移送公安部门涉嫌非法行医罪人员, referred_persons",
    "吊销《医师执业证书》, licences_revoked",
    "涉嫌无证行医非正常死亡案件, deaths",
    "无证行医风险点（期末）, risk_points",
    "无证行医风险点下降幅度, risk_point_reduction",
    "无证行医风险点减少, risk_point_reduction",
    "移送率, referral_rate",
    "重点区域宣传覆盖率, publicity_coverage",
    "防范和打击无证行医工作示范街镇, demonstration_towns",
    "专项工作会议, coordination_meetings",
    "日常巡排查任务完成率, patrol_completion",
    "“回头看”中发现再次开展无证行医户数, lookback_relapsed_units",
    "出动工作人员, staff_deployed",
    "没收药品, drugs_confiscated"
  })
  void labelsLeadToMeasures(String label, String id) {
    assertEquals(List.of(id), measures.findByLabel(label).stream().map(Measure::id).toList());
  }

  @Test
  void unitsHaveSynonymsByMeasure() {
    assertEquals(Optional.of(BigDecimal.ONE), measures.get("shutdowns").unit().scaleOf("处"));
    assertEquals(Optional.empty(), measures.get("inspections").unit().scaleOf("处"));
    assertEquals(Optional.of(BigDecimal.ONE), measures.get("referred_persons").unit().scaleOf("名"));
    assertEquals(
        Optional.of(new BigDecimal("10000")), measures.get("fine_amount").unit().scaleOf("万元"));
    assertEquals(
        Optional.of(BigDecimal.ONE), measures.get("demonstration_towns").unit().scaleOf("个/年"));
    assertEquals(Optional.empty(), measures.get("fine_amount").unit().scaleOf("件"));
  }

  @Test
  void unitsNeverAddUpAcrossKinds() {
    Problems found = new Problems();
    Entry where = DefinitionFiles.parse("forms/x.yaml", "a: 1", found).orElseThrow();
    assertTrue(
        measures.checkAddable(
            List.of("referred_police", "referred_drug_authority", "referred_other"), where));
    assertFalse(measures.checkAddable(List.of("referred_cases", "referred_persons"), where));
    assertFalse(measures.checkAddable(List.of("referral_rate"), where));
    assertFalse(measures.checkAddable(List.of("fine_amout"), where));
    assertEquals(
        List.of(
            "forms/x.yaml:1: figures of different counting units cannot be added up: referred_cases, referred_persons are in 件, 人",
            "forms/x.yaml:1: a measure of kind percent cannot be added up: referral_rate",
            "forms/x.yaml:1: no measure \"fine_amout\", did you mean \"fine_amount\"?"),
        found.list().stream().map(Object::toString).toList());
  }

  @Test
  void codeListsAreFoundByAnyWord() {
    CodeLists lists = CodeLists.load(files, problems);
    assertEquals("cosmetic", lists.get("practice_type").find("医疗\n美容").orElseThrow().code());
    assertEquals("other", lists.get("practice_type").find("其它").orElseThrow().code());
    assertEquals("western", lists.get("practice_type").find("其中： 西医").orElseThrow().code());
    assertEquals(
        "drug_trade", lists.get("violation_group").find("药品购销领域违法违规").orElseThrow().code());
    assertEquals(Optional.empty(), lists.get("practice_type").find("兽医"));
    assertTrue(lists.find("none").isEmpty());
  }
}
