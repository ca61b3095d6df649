package xinglin.schemas.match.party;

import java.util.Optional;

/**
 * Whom a penalty was imposed on, as one record or several with the same key have it.
 *
 * @param id stable; the keyed digest of the identity number or credit code where there is one
 * @param identified whether the id rests on a valid number: two such parties of a kind are two
 * @param name as sent; former names, operators and the like may stand in brackets behind it
 * @param birth as sent; empty where it is only known from the identity number, or not at all
 * @param identity number of a citizen as sent, perhaps with places masked
 * @param address as sent, of the person or the place of practice
 * @param division code, six digits, empty if not known
 * @param head legal representative, person in charge, or operator of a sole trader
 */
public record Party(
    String id,
    Kind kind,
    boolean identified,
    String name,
    Optional<String> birth,
    Optional<String> identity,
    Optional<String> address,
    String division,
    Optional<String> head) {

  /** As the national layout tells them apart. */
  public enum Kind {
    /** 自然人. */
    PERSON,
    /** 法人及非法人组织. */
    ORGANISATION,
    /** 个体工商户. */
    SOLE_TRADER
  }

  /** The id alone: everything else is personal. */
  @Override
  public String toString() {
    return "party " + id;
  }
}
