package xinglin.schemas.match.labelled;

import java.util.List;

/** Where the invented parties are: real divisions, roads that every town has. */
record Places(Dice dice) {
  private static final List<String> COUNTIES =
      List.of(
          "310114 上海市 嘉定区",
          "310117 上海市 松江区",
          "310118 上海市 青浦区",
          "310115 上海市 浦东新区",
          "310112 上海市 闵行区",
          "320302 江苏省徐州市 鼓楼区",
          "320312 江苏省徐州市 铜山区",
          "320381 江苏省徐州市 新沂市",
          "320506 江苏省苏州市 吴中区",
          "320583 江苏省苏州市 昆山市",
          "320412 江苏省常州市 武进区",
          "320102 江苏省南京市 玄武区",
          "320115 江苏省南京市 江宁区",
          "330105 浙江省杭州市 拱墅区",
          "330110 浙江省杭州市 余杭区",
          "330212 浙江省宁波市 鄞州区",
          "330502 浙江省湖州市 吴兴区",
          "331024 浙江省台州市 仙居县",
          "340102 安徽省合肥市 瑶海区",
          "340104 安徽省合肥市 蜀山区",
          "340503 安徽省马鞍山市 花山区",
          "341504 安徽省六安市 叶集区",
          "340202 安徽省芜湖市 镜湖区",
          "341202 安徽省阜阳市 颍州区");
  private static final List<String> ROADS =
      List.of(
          "人民路", "解放路", "中山路", "建设路", "新华路", "和平路", "文化路", "光明路", "团结路", "胜利路", "中山北路", "中山南路",
          "青年路", "民主路", "工农路", "朝阳路", "东风路", "友谊路", "长江路", "黄河路", "淮海路", "北京路", "南京路", "复兴路",
          "迎宾大道", "学府路", "科技路", "创业路", "滨河路", "环城东路", "环城西路", "车站路", "西大街", "东大街", "南大街", "北大街",
          "花园路", "公园路", "体育路", "健康路", "幸福路", "平安路", "富民路", "兴业路", "商业街", "步行街", "桃园路", "柳湖路", "梅园路",
          "竹林路");
  private static final String WIDE = "０１２３４５６７８９";

  /**
   * A place to live or practise.
   *
   * @param county entry of the list
   */
  record Place(String county, String road, int number, int room) {
    String code() {
      return county.split(" ")[0];
    }

    String countyName() {
      return county.split(" ")[2];
    }

    String province() {
      return county.split(" ")[1];
    }
  }

  Place anywhere() {
    return in(dice.of(COUNTIES));
  }

  Place near(Place other) {
    return in(other.county());
  }

  Place elsewhere(Place other) {
    Place found = anywhere();
    while (found.county().equals(other.county())) {
      found = anywhere();
    }
    return found;
  }

  private Place in(String county) {
    int room = dice.chance(0.4) ? 101 + 100 * dice.below(6) + dice.below(4) : 0;
    return new Place(county, dice.of(ROADS), 1 + dice.below(400), room);
  }

  /** As somebody writes it. */
  String write(Place place) {
    StringBuilder text = new StringBuilder();
    if (dice.chance(0.5)) {
      text.append(place.province());
    }
    if (dice.chance(0.75)) {
      text.append(place.countyName());
    }
    text.append(place.road());
    if (dice.chance(0.08)) {
      return text.toString();
    }
    boolean isLane = place.number() % 7 == 0;
    text.append(place.number()).append(isLane && dice.chance(0.7) ? "弄" : "号");
    if (place.room() > 0 && dice.chance(0.6)) {
      text.append(place.room()).append("室");
    }
    return dice.chance(0.1) ? wide(text.toString()) : text.toString();
  }

  private static String wide(String text) {
    StringBuilder wide = new StringBuilder();
    text.chars().forEach(c -> wide.append(c >= '0' && c <= '9' ? WIDE.charAt(c - '0') : (char) c));
    return wide.toString();
  }
}
