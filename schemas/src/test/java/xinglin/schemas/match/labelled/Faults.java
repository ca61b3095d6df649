package xinglin.schemas.match.labelled;

import java.util.List;
import java.util.Set;
import xinglin.schemas.match.labelled.Labelled.Fault;

/** Writes names and dates as people do: now and then wrong. About four in ten names are. */
record Faults(Dice dice, People people) {

  String person(String name, Set<Fault> wrong) {
    if (name.contains("·") && dice.chance(0.4)) {
      wrong.add(Fault.DOTS);
      return name.replace("·", dice.of(List.of("", "•", ".", "・", " ", "．")));
    }
    double kind = dice.below(1000) / 1000.0;
    if (kind < 0.03) {
      return mark(wrong, Fault.TYPO, name, replace(name, people.otherCharacter()));
    } else if (kind < 0.11) {
      return mark(wrong, Fault.SOUND, name, mistype(Mistyped.SAME_SOUND, name));
    } else if (kind < 0.15) {
      return mark(wrong, Fault.NEAR_SOUND, name, mistype(Mistyped.NEAR_SOUND, name));
    } else if (kind < 0.19) {
      return mark(wrong, Fault.SHAPE, name, mistype(Mistyped.SAME_SHAPE, name));
    } else if (kind < 0.26) {
      return mark(wrong, Fault.VARIANT, name, mistype(Mistyped.VARIANTS, name));
    } else if (kind < 0.31) {
      return mark(
          wrong, Fault.SPACES, name, first(name) + dice.of(List.of(" ", "　", "  ")) + rest(name));
    } else if (kind < 0.37) {
      return mark(wrong, Fault.MASKED, name, masked(name));
    } else if (kind < 0.395) {
      String former = first(name) + people.given();
      String written = dice.chance(0.6) ? former + "（曾用名：" + name + "）" : former;
      return mark(wrong, Fault.CHANGED_NAME, name, written);
    } else if (kind < 0.405 && name.length() > 2) {
      return mark(wrong, Fault.MISSING_CHARACTER, name, first(name) + name.substring(2));
    }
    return name;
  }

  private static String mark(Set<Fault> wrong, Fault fault, String name, String written) {
    if (!written.equals(name)) {
      wrong.add(fault);
    }
    return written;
  }

  private String masked(String name) {
    return switch (dice.below(4)) {
      case 0 -> first(name) + "*";
      case 1 -> first(name) + "某";
      case 2 -> first(name) + "某某";
      default -> first(name) + "*" + (name.length() > 2 ? name.substring(name.length() - 1) : "");
    };
  }

  private String replace(String name, String with) {
    int at = 1 + dice.below(Math.max(1, name.length() - 1));
    return at >= name.length() ? name : name.substring(0, at) + with + name.substring(at + 1);
  }

  /** Wherever the first character is that somebody takes for another. */
  private String mistype(List<String> groups, String name) {
    int start = dice.below(name.length());
    for (int step = 0; step < name.length(); step++) {
      int at = (start + step) % name.length();
      String character = name.substring(at, at + 1);
      String other = Mistyped.other(groups, character, dice);
      if (!other.equals(character)) {
        return name.substring(0, at) + other + name.substring(at + 1);
      }
    }
    return name;
  }

  private static String first(String name) {
    return name.substring(0, 1);
  }

  private static String rest(String name) {
    return name.substring(1);
  }

  String birth(String birth, Set<Fault> wrong) {
    String year = birth.substring(0, 4);
    String month = birth.substring(4, 6);
    String day = birth.substring(6);
    double kind = dice.below(1000) / 1000.0;
    if (kind < 0.04 && !month.equals(day)) {
      wrong.add(Fault.BIRTH_SWAPPED);
      return year + "-" + day + "-" + month;
    } else if (kind < 0.08) {
      wrong.add(Fault.BIRTH_TYPO);
      int last = (day.charAt(1) - '0' + 1 + dice.below(8)) % 10;
      return year
          + "-"
          + month
          + "-"
          + day.charAt(0)
          + (last == 0 && day.charAt(0) == '0' ? 5 : last);
    }
    return kind < 0.3
        ? year + "年" + Integer.parseInt(month) + "月" + Integer.parseInt(day) + "日"
        : year + "-" + month + "-" + day;
  }

  String organisation(Entity entity, Set<Fault> wrong) {
    String core = entity.name();
    String region = entity.place().countyName();
    String form = entity.form();
    String behind = "";
    double kind = dice.below(1000) / 1000.0;
    if (kind < 0.06) {
      core = mark(wrong, Fault.SOUND, core, mistype(Mistyped.SAME_SOUND, core));
    } else if (kind < 0.09) {
      core = mark(wrong, Fault.TYPO, core, replace(core, people.otherCharacter()));
    } else if (kind < 0.13) {
      core = mark(wrong, Fault.VARIANT, core, mistype(Mistyped.VARIANTS, core));
    } else if (kind < 0.21) {
      wrong.add(Fault.REGION_MISSING);
      region = "";
    } else if (kind < 0.27 && !form.isEmpty()) {
      wrong.add(Fault.FORM);
      form = form.equals("有限公司") ? "有限责任公司" : "有限公司";
    } else if (kind < 0.32) {
      wrong.add(Fault.BRACKETS);
      behind = dice.of(List.of("（个体工商户）", "(已注销)", "（" + "负责人：" + entity.head() + "）"));
    } else if (kind < 0.38) {
      wrong.add(Fault.RENAMED);
      String former = region + core + entity.trade() + form + entity.branch();
      core = people.given() + "堂";
      behind = dice.chance(0.6) ? "（原名：" + former + "）" : "";
    } else if (kind < 0.42) {
      wrong.add(Fault.BRACKETS);
      return core + entity.trade() + "（" + region + "）" + form + entity.branch();
    }
    String front =
        !region.isEmpty() && dice.chance(0.25) ? entity.place().province() + region : region;
    return front + core + entity.trade() + form + entity.branch() + behind;
  }
}
