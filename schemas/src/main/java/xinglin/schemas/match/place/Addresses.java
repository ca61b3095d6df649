package xinglin.schemas.match.place;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import xinglin.schemas.match.name.Characters;
import xinglin.schemas.match.name.Hash;

/** Takes addresses apart: 江苏省徐州市鼓楼区黄楼街道中山北路120弄3号501室. */
public final class Addresses {
  private static final List<String> UNITS = List.of("自治区", "省", "市", "新区", "区", "县");
  private static final List<String> TOWNS = List.of("街道", "镇", "乡");
  private static final List<String> ROADS =
      List.of("大道", "公路", "路", "街", "巷", "里弄", "道", "小区", "新村", "花园", "公寓", "家园", "苑", "村");
  private static final Pattern BRACKETS = Pattern.compile("[(][^)]*[)]");
  private static final Pattern FIRST =
      Pattern.compile("^[^0-9]{0,4}?(\\d+)(?:[-—]\\d+)?(?:号院|号楼|号|弄|支弄|幢|栋)?");
  private static final Pattern SECOND = Pattern.compile("^[^0-9]{0,3}?(\\d+)(?:号楼|幢|栋|座|号|弄)");
  private static final int LONGEST = 9;
  private static final int LONGEST_ROAD = 12;
  private static final Pattern HOUSE_IN_TEXT =
      Pattern.compile("[在于]([^，,。；;、0-9]{2,40}\\d+(?:号|弄|幢|栋|室)(?:\\d+(?:号楼|号|室|幢|栋))*)");
  private static final Pattern ROAD_IN_TEXT = Pattern.compile("[在于]([^，,。；;、0-9]{2,40}?[路街道巷村镇])");
  private static final Pattern NUMERALS = Pattern.compile("[一二三四五六七八九十百零〇]+(?=[号弄幢栋室])");
  private static final Pattern COUNTY_KIND = Pattern.compile("[区县市]$");
  private static final Pattern TOWN_KIND = Pattern.compile("(?:街道|镇|乡)$");
  private static final Pattern OFFICE = Pattern.compile("^.{1,8}?(?:社区|居委会)");
  private static final String DIGITS = "零一二三四五六七八九";
  private final Characters characters;

  public Addresses(Characters characters) {
    this.characters = characters;
  }

  /** The address in a sentence of facts: 在徐州市鼓楼区某路192号开展…. */
  public static Optional<String> inText(String facts) {
    Matcher house = HOUSE_IN_TEXT.matcher(facts);
    if (house.find()) {
      return Optional.of(house.group(1));
    }
    Matcher road = ROAD_IN_TEXT.matcher(facts);
    return road.find() ? Optional.of(road.group(1)) : Optional.empty();
  }

  public Address read(String text) {
    String folded = BRACKETS.matcher(characters.fold(text)).replaceAll("");
    String rest = NUMERALS.matcher(folded).replaceAll(match -> digits(match.group()));
    String county = "";
    boolean isInCity = false;
    for (int end = end(rest, UNITS, LONGEST); end > 0; end = end(rest, UNITS, LONGEST)) {
      String unit = rest.substring(0, end);
      boolean isCity = unit.endsWith("市");
      // 徐州市新沂市: the second is a county; a single 市 may be either.
      county = isCity && !isInCity ? "" : unit.endsWith("省") || unit.endsWith("自治区") ? "" : unit;
      isInCity = isInCity || isCity;
      rest = rest.substring(end);
    }
    int townEnd = end(rest, TOWNS, LONGEST);
    String town = rest.substring(0, townEnd);
    rest = rest.substring(townEnd);
    int roadEnd = end(rest, ROADS, LONGEST_ROAD);
    String road = rest.substring(0, roadEnd);
    Matcher first = FIRST.matcher(rest.substring(roadEnd));
    boolean hasFirst = first.find();
    Matcher second = SECOND.matcher(hasFirst ? rest.substring(roadEnd + first.end()) : "");
    return new Address(
        named(county, COUNTY_KIND),
        named(town, TOWN_KIND),
        road(road),
        hasFirst ? number(first.group(1)) : 0,
        second.find() ? number(second.group(1)) : 0);
  }

  /** Where the first name of a kind ends, 0 if there is none before a road or a number. */
  private static int end(String text, List<String> kinds, int longest) {
    for (int end = 2; end <= Math.min(longest, text.length()); end++) {
      if (Character.isDigit(text.charAt(end - 1)) || text.charAt(0) < '㐀') {
        return 0;
      }
      String name = text.substring(0, end);
      if (name.endsWith("街") && text.startsWith("道", end)) {
        continue;
      }
      boolean isHouse = name.endsWith("小区") && !kinds.contains("小区");
      if (isHouse || (kinds != ROADS && ends(name, ROADS) && !ends(name, kinds))) {
        return 0;
      }
      if (ends(name, kinds)) {
        return end;
      }
    }
    return 0;
  }

  private static boolean ends(String name, List<String> kinds) {
    for (String kind : kinds) {
      if (name.endsWith(kind)) {
        return true;
      }
    }
    return false;
  }

  /** Code of a name without its kind. */
  public int county(String name) {
    return named(characters.fold(name), COUNTY_KIND);
  }

  private static int named(String name, Pattern kind) {
    if (name.isEmpty()) {
      return 0;
    }
    String stem = name.length() > 2 ? kind.matcher(name).replaceFirst("") : name;
    return hash(Hash.of(stem));
  }

  /** By sound, so that a homophone is the same road; what is hidden is none. */
  private int road(String name) {
    if (name.isEmpty() || name.contains("某") || name.contains("*")) {
      return 0;
    }
    String stem = OFFICE.matcher(name).replaceFirst("");
    return hash(
        Hash.of(stem.codePoints().map(point -> characters.reading(point, false)).toArray()));
  }

  private static int hash(long hash) {
    int folded = (int) hash;
    return folded == 0 ? 1 : folded;
  }

  private static int number(String digits) {
    return Integer.parseInt(digits.substring(0, Math.min(6, digits.length())));
  }

  /** 一百二十 and 一二〇 are 120. */
  private static String digits(String numeral) {
    if (numeral.indexOf('十') < 0 && numeral.indexOf('百') < 0) {
      StringBuilder plain = new StringBuilder();
      numeral.chars().forEach(c -> plain.append(Math.max(0, DIGITS.indexOf(c))));
      return plain.toString();
    }
    int total = 0;
    int digit = 0;
    for (char c : numeral.toCharArray()) {
      if (c == '百' || c == '十') {
        total += Math.max(1, digit) * (c == '百' ? 100 : 10);
        digit = 0;
      } else {
        digit = Math.max(0, DIGITS.indexOf(c));
      }
    }
    return Integer.toString(total + digit);
  }
}
