package xinglin.schemas.match.party;

import java.util.List;
import java.util.Optional;
import xinglin.schemas.match.place.Address;
import xinglin.schemas.match.place.BirthDate;
import xinglin.schemas.match.place.IdentityNumber;

/**
 * A party made ready to be compared.
 *
 * @param names of a person, former ones behind; of an organisation the distinctive part
 * @param city first four digits of the division, 0 if not known
 * @param county the division, 0 if not known
 * @param company parts of an organisation's name
 */
public record Features(
    String id,
    Party.Kind kind,
    boolean identified,
    List<WeighedName> names,
    Optional<BirthDate> birth,
    Optional<IdentityNumber> identity,
    Address address,
    int city,
    int county,
    Optional<CompanyFeatures> company,
    Optional<WeighedName> head) {

  public boolean isPerson() {
    return kind == Party.Kind.PERSON;
  }

  public WeighedName name() {
    return names.get(0);
  }

  /**
   * Parts as numbers; 0 where there is none.
   *
   * @param former whole names that it had
   */
  public record CompanyFeatures(
      int region, int trade, int form, int branch, int whole, List<Integer> former) {}
}
