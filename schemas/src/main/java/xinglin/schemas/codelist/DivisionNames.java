package xinglin.schemas.codelist;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How names of divisions are built and shortened. Works on normalised names. */
final class DivisionNames {
  /** Longer ones first where one ends another. */
  private static final String[] KINDS = {
    "特别行政区", "自治区", "自治州", "自治县", "自治旗", "地区", "新区", "林区", "特区", "矿区", "街道", "苏木", "省", "市", "盟",
    "州", "区", "县", "旗", "镇", "乡"
  };

  /** Peoples in names of autonomous divisions, as they are written there. */
  private static final String[] PEOPLES = {
    "蒙古族", "蒙古", "回族", "藏族", "维吾尔族", "维吾尔", "苗族", "彝族", "壮族", "布依族", "朝鲜族", "满族", "侗族", "瑶族", "白族",
    "土家族", "哈尼族", "哈萨克族", "哈萨克", "傣族", "黎族", "傈僳族", "佤族", "畲族", "拉祜族", "水族", "东乡族", "纳西族", "景颇族",
    "柯尔克孜族", "柯尔克孜", "土族", "达斡尔族", "仫佬族", "羌族", "布朗族", "撒拉族", "毛南族", "仡佬族", "锡伯族", "普米族", "塔吉克族",
    "塔吉克", "怒族", "俄罗斯族", "鄂温克族", "德昂族", "保安族", "裕固族", "京族", "独龙族", "鄂伦春族", "各族"
  };

  private static final Pattern OFFICE =
      Pattern.compile(
          "(?:街道)?(?:人民政府|政府|办事处|管理委员会|管委会|街道办|卫生健康委员会|卫生健康局|卫生健康委|卫健委|卫健局|卫计委|卫计局|卫生局"
              + "|卫生监督所|疾病预防控制中心|疾控中心|打非办|社会事务办)$");

  private DivisionNames() {}

  /** 鼓楼 of 鼓楼区, 张家川 of 张家川回族自治县; empty where less than two characters would be left (沛县). */
  static Optional<String> shorten(String name) {
    for (String kind : KINDS) {
      int left = name.length() - kind.length();
      if (left > 1 && name.endsWith(kind)) {
        return Optional.of(withoutPeoples(name.substring(0, left)));
      }
    }
    return Optional.empty();
  }

  private static String withoutPeoples(String stem) {
    for (String people : PEOPLES) {
      if (stem.length() - people.length() > 1 && stem.endsWith(people)) {
        return withoutPeoples(stem.substring(0, stem.length() - people.length()));
      }
    }
    return stem;
  }

  /**
   * The names that may be meant if an office stands behind: 福应街道 and 福应 of 福应街道办事处; none if there
   * is none.
   */
  static List<String> withoutOffice(String name) {
    Matcher matcher = OFFICE.matcher(name);
    if (!matcher.find() || matcher.start() == 0) {
      return List.of();
    }
    List<String> names = new ArrayList<>();
    String rest = name.substring(0, matcher.start());
    if (matcher.group().startsWith("街道")) {
      names.add(rest + "街道");
    }
    names.add(rest);
    return names;
  }
}
