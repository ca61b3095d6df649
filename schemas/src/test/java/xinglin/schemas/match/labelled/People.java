package xinglin.schemas.match.labelled;

import java.util.List;

/** Names and birth dates of people who do not exist. */
record People(Dice dice) {
  private static final String SURNAMES =
      "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳欧管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝";
  private static final String POPULAR =
      "伟芳娜敏静丽强磊军洋勇艳杰涛明超霞平刚英华玉兰红建国志文海云梅凤春金小雪飞鹏俊佳婷雨欣浩梓桂秀珍荣林生成德清龙祥东晓美玲萍琴香莲辉峰宇子永庆福根宝正义学忠良新民兴旺发财富贵山川河湖松柏竹菊桃杏蓉茜倩怡悦琳瑶璐薇颖慧聪睿智博瀚宏远航天翔鸣凯旋胜利晨阳曦月星辰瑞祯祺禄寿康宁安泰和顺喜乐欢笑雯霖霄震雷电炎焱森淼鑫垚磐岩崇峻岭峦巍";
  private static final List<String> WHOLE =
      List.of(
          "伟", "芳", "娜", "敏", "静", "秀英", "丽", "强", "磊", "洋", "艳", "勇", "军", "杰", "娟", "涛", "超", "明",
          "霞", "秀兰", "刚", "平", "燕", "辉", "玲", "桂英", "丹", "萍", "鹏", "华", "红", "玉兰", "飞", "桂兰", "英",
          "梅", "鑫", "波", "斌", "莉", "宇", "浩", "凯", "秀珍", "健", "俊", "帆", "雪", "帅", "慧", "旭", "宁", "婷",
          "建华", "建国", "志强", "建军", "小红", "海燕", "国强", "春梅", "丽娟", "文华", "玉珍");
  private static final List<String> FAR =
      List.of(
          "买买提", "艾力", "阿卜杜拉", "古丽", "吐尔逊", "热合曼", "帕提古丽", "玉素甫", "依明", "买合木提", "阿依古丽", "扎西", "卓玛",
          "次仁", "央金", "多吉", "尼玛", "旺堆", "努尔兰", "巴合提");

  String name() {
    if (dice.chance(0.012)) {
      return dice.of(FAR) + "·" + dice.of(FAR);
    }
    if (dice.chance(0.006)) {
      return dice.of(List.of("欧阳", "上官", "司马", "诸葛", "皇甫", "尉迟")) + given();
    }
    return surname() + (dice.chance(0.12) ? dice.ofFrequent(WHOLE) : given());
  }

  String surname() {
    return dice.frequentCharacter(SURNAMES);
  }

  String given() {
    String first = dice.frequentCharacter(POPULAR);
    return dice.chance(0.18) ? first : first + dice.frequentCharacter(POPULAR);
  }

  /** A brother's: surname kept, one character of the given name another. */
  String sibling(String name) {
    int[] points = name.codePoints().toArray();
    String changed = dice.frequentCharacter(POPULAR);
    return points.length < 3 || name.contains("·")
        ? new String(points, 0, 1) + changed + dice.frequentCharacter(POPULAR)
        : new String(points, 0, points.length - 1) + changed;
  }

  String birth() {
    int year = 1945 + (dice.below(30) + dice.below(30));
    int month = 1 + dice.below(12);
    int day = 1 + dice.below(28);
    return "%04d%02d%02d".formatted(year, month, day);
  }

  String otherCharacter() {
    return dice.frequentCharacter(POPULAR);
  }
}
