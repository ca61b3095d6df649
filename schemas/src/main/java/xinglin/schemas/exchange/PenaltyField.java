package xinglin.schemas.exchange;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What a penalty record may say, whatever a partner calls its columns: the 30 fields of the
 * national layout of 2018, those that the older one has beside them, and the extension of YRD-PEN
 * 1. The stage table of {@code sql/exchange} has a column for each, in this order.
 */
public enum PenaltyField {
  PARTY_NAME("行政相对人名称"),
  PARTY_KIND("行政相对人类别"),
  CREDIT_CODE("统一社会信用代码"),
  BUSINESS_NUMBER("工商注册号"),
  ORGANISATION_CODE("组织机构代码"),
  TAX_NUMBER("税务登记号"),
  INSTITUTION_NUMBER("事业单位证书号"),
  SOCIETY_NUMBER("社会组织登记证号"),
  REPRESENTATIVE("法定代表人"),
  REPRESENTATIVE_ID_TYPE("法定代表人证件类型"),
  REPRESENTATIVE_ID("法定代表人证件号码"),
  ID_TYPE("证件类型"),
  ID_NUMBER("证件号码"),
  DOCUMENT_NUMBER("行政处罚决定书文号"),
  VIOLATION_TYPE("违法行为类型"),
  FACTS("违法事实"),
  LEGAL_BASIS("处罚依据"),
  KINDS("处罚类别"),
  CONTENT("处罚内容"),
  FINE("罚款金额"),
  CONFISCATED("没收金额"),
  LICENCE("暂扣或吊销证照名称及编号"),
  DECISION_DATE("处罚决定日期"),
  VALID_UNTIL("处罚有效期"),
  DISPLAY_UNTIL("公示截止期"),
  AUTHORITY_NAME("处罚机关"),
  AUTHORITY_CODE("处罚机关统一社会信用代码"),
  SOURCE_NAME("数据来源单位"),
  SOURCE_CODE("数据来源单位统一社会信用代码"),
  REMARK("备注"),
  SECOND_KIND("处罚类别2"),
  STATE("记录状态"),
  DIVISION("行政区划代码"),
  UPDATED_ON("数据更新时间"),
  VERSION("版本号"),
  CHANGED_ON("变更或撤销日期"),
  CHANGE_REASON("变更或撤销原因"),
  PRACTICE_TYPE("诊疗类型"),
  UNLICENSED("是否无证行医"),
  TOTAL("罚没合计金额"),
  AMOUNT_STATE("金额状态"),
  PRIOR_PENALTIES("此前受处罚次数"),
  REFERRAL_DECIDED_ON("决定移送日期"),
  REFERRED_ON("移送公安机关日期"),
  REFERRED_TO("接受移送的公安机关"),
  POLICE_ANSWERED_ON("公安机关答复日期"),
  RISK_POINT_KEY("风险点编号"),
  SHARED_PARTY_KEY("当事人标识"),
  BIRTH_DATE("出生日期"),
  ADDRESS("住所");

  private final String zh;

  PenaltyField(String zh) {
    this.zh = zh;
  }

  /** What people call it. */
  public String zh() {
    return zh;
  }

  /** In English, as its column. */
  public String en() {
    return column().replace('_', ' ');
  }

  /** Name of its column in the stage table, and in layouts. */
  public String column() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<PenaltyField> find(String column) {
    return Arrays.stream(values()).filter(field -> field.column().equals(column)).findFirst();
  }
}
