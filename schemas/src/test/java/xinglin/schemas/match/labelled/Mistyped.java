package xinglin.schemas.match.labelled;

import java.util.List;

/**
 * Characters that people type, read or hear for others. Written for the set, not taken from the
 * tables of the matcher.
 */
final class Mistyped {
  static final List<String> SAME_SOUND =
      List.of(
          "伟炜玮维纬", "芳方坊", "静婧靖敬", "丽莉立利", "强墙蔷", "军君均钧", "洋阳扬杨", "勇永咏泳", "艳燕雁彦", "杰洁捷婕", "涛韬滔",
          "明铭名鸣茗", "超朝潮", "秀绣锈", "霞侠遐", "平萍苹屏", "刚钢岗", "桂贵", "英瑛鹰莹", "华桦骅", "玉钰育誉", "兰岚蓝澜", "红宏洪虹鸿",
          "建健剑", "国帼", "志智治致", "文雯闻", "海", "云芸耘", "梅玫媚", "凤奉", "春椿", "金今津", "小晓筱", "雪", "飞菲妃非",
          "鹏朋彭", "俊峻骏浚", "佳嘉家加", "婷亭庭", "雨宇羽语", "欣新心昕馨", "浩皓昊灏", "梓子紫", "张章", "徐许", "吴武伍", "江姜蒋",
          "陆路鲁", "肖萧", "付傅", "余于俞虞", "程成诚", "向项", "颜严阎闫", "代戴", "曲屈", "祁齐戚", "辉晖徽", "荣容蓉榕");
  static final List<String> NEAR_SOUND =
      List.of(
          "林凌玲琳灵", "民明敏", "陈程成", "新兴星", "珍真政正", "芬峰锋凤", "燕艳杨", "娜拉", "诗思丝", "春村", "金京晶", "兰南男",
          "黄王汪", "胡吴扶", "胜森", "生森", "根庚");
  static final List<String> SAME_SHAPE =
      List.of(
          "未末", "己已", "冶治", "晴睛", "宣宜", "崇祟", "今令", "候侯", "洁浩", "天夫", "土士", "王玉", "大太", "干千", "刘列",
          "杨扬", "陈阵", "柱拄", "娟捐", "博搏", "坤坪", "建健", "静净", "琪棋", "琳淋", "辉挥", "凤风", "俊峻");
  static final List<String> VARIANTS =
      List.of(
          "高髙", "喆哲", "堃坤", "昇升", "峰峯", "勋勳", "晖暉", "岳嶽", "群羣", "真眞", "凯凱", "伟偉", "华華", "国國", "丽麗",
          "张張", "刘劉", "陈陳", "杨楊", "赵趙", "吴吳", "孙孫", "马馬", "罗羅", "郑鄭", "谢謝", "兰蘭", "凤鳳", "红紅", "玉玊",
          "云雲", "龙龍", "艳艷", "荣榮", "强強", "军軍", "东東", "贵貴", "飞飛", "银銀", "莲蓮", "业業");

  private Mistyped() {}

  /** Another character of the group that the one belongs to; the same if it belongs to none. */
  static String other(List<String> groups, String character, Dice dice) {
    for (String group : groups) {
      if (group.contains(character) && group.codePointCount(0, group.length()) > 1) {
        String found = character;
        while (found.equals(character)) {
          found = dice.character(group);
        }
        return found;
      }
    }
    return character;
  }
}
