package xinglin.schemas.match.labelled;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import xinglin.schemas.match.party.Party.Kind;

/** Makes somebody new, or somebody who is easily taken for somebody there is already. */
final class Entities {
  private static final String CORES =
      "康健福安益民和美丽华瑞祥泰盛隆兴德仁爱心济世同春宝芝堂雅韵佳颜悦诚信恒源博大中正明远天元百草本千金妙手回春长青松鹤云水竹兰芷若馨怡然";
  private static final List<String> TRADES =
      List.of(
          "健康管理", "养生馆", "诊所", "口腔门诊部", "美容", "中医诊所", "推拿", "视力保健服务部", "健康咨询", "医疗美容", "美容院", "药房",
          "生物科技");
  private final List<Entity> all = new ArrayList<>();
  private final Set<String> registered = new HashSet<>();
  private final Dice dice;
  private final People people;
  private final Places places;

  Entities(Dice dice) {
    this.dice = dice;
    this.people = new People(dice);
    this.places = new Places(dice);
  }

  Entity next() {
    boolean isLike = !all.isEmpty() && dice.chance(0.14);
    Entity made = isLike ? like(all.get(dice.below(all.size()))) : fresh();
    while (made.kind() == Kind.ORGANISATION && !registered.add(fullName(made))) {
      made = fresh();
    }
    all.add(made);
    return made;
  }

  /** A county registers a full name once; shops may share theirs. */
  private static String fullName(Entity made) {
    return made.place().county() + made.name() + made.trade() + made.branch();
  }

  private Entity fresh() {
    double kind = dice.below(1000) / 1000.0;
    Places.Place place = places.anywhere();
    if (kind < 0.68) {
      return person(people.name(), people.birth(), place);
    }
    String core = dice.frequentCharacter(CORES) + dice.character(CORES);
    boolean isTrader = kind < 0.83;
    String longer = dice.chance(0.25) ? core + dice.character(CORES) : core;
    String trade = dice.ofFrequent(TRADES);
    String form = isTrader ? "" : dice.of(List.of("有限公司", "有限责任公司", "有限公司"));
    return new Entity(
        all.size(),
        isTrader ? Kind.SOLE_TRADER : Kind.ORGANISATION,
        longer,
        trade,
        form,
        "",
        people.birth(),
        people.name(),
        all.size(),
        place);
  }

  private Entity person(String name, String birth, Places.Place place) {
    return new Entity(all.size(), Kind.PERSON, name, "", "", "", birth, "", all.size(), place);
  }

  /** Same name in the same town born on another day, a brother in the same house, a branch. */
  private Entity like(Entity other) {
    if (other.kind() == Kind.PERSON) {
      return dice.chance(0.5)
          ? person(other.name(), people.birth(), places.near(other.place()))
          : person(people.sibling(other.name()), people.birth(), other.place());
    }
    boolean isBranch = other.kind() == Kind.ORGANISATION && dice.chance(0.6);
    boolean isSameHead = isBranch && dice.chance(0.5);
    return new Entity(
        all.size(),
        other.kind(),
        other.name(),
        other.trade(),
        other.form(),
        isBranch ? "第" + (1 + dice.below(40)) + "分公司" : "",
        isSameHead ? other.birth() : people.birth(),
        isSameHead ? other.head() : people.name(),
        isSameHead ? other.holder() : all.size(),
        isBranch ? places.near(other.place()) : places.elsewhere(other.place()));
  }

  People people() {
    return people;
  }

  Places places() {
    return places;
  }
}
