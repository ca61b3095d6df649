package xinglin.schemas.match.party;

import java.util.List;
import java.util.Optional;
import xinglin.schemas.codelist.Division;
import xinglin.schemas.match.evidence.MatchingRules;
import xinglin.schemas.match.name.Companies;
import xinglin.schemas.match.name.Company;
import xinglin.schemas.match.name.Hash;
import xinglin.schemas.match.name.Name;
import xinglin.schemas.match.name.PersonNames;
import xinglin.schemas.match.place.Address;
import xinglin.schemas.match.place.Addresses;
import xinglin.schemas.match.place.BirthDate;
import xinglin.schemas.match.place.IdentityNumber;

/** Reads parties; each is counted first, then made ready with the rarity of its names. */
public final class FeatureMaker {
  private final MatchingRules rules;
  private final PersonNames persons;
  private final Companies companies;
  private final Addresses addresses;
  private final Rarity rarity;

  public FeatureMaker(MatchingRules rules, NameReaders readers) {
    this.rules = rules;
    this.persons = readers.persons();
    this.companies = readers.companies();
    this.addresses = readers.addresses();
    this.rarity = new Rarity(rules.commonness());
  }

  /** What was read of a party, before it is known how rare its names are. */
  public record Draft(
      Party party, List<Name> names, Optional<Company> company, Optional<Name> head) {}

  public Draft count(Party party) {
    Draft draft = read(party);
    if (party.kind() == Party.Kind.PERSON) {
      rarity.countPerson(draft.names().get(0));
    } else {
      rarity.countCore(draft.names().get(0));
      draft.head().ifPresent(rarity::countPerson);
    }
    return draft;
  }

  /** Reads a party that was counted before. */
  public Draft read(Party party) {
    if (party.kind() == Party.Kind.PERSON) {
      return new Draft(party, persons.read(party.name()), Optional.empty(), Optional.empty());
    }
    Company company = companies.read(party.name());
    Optional<Name> head =
        party
            .head()
            .or(company::operator)
            .filter(name -> !name.isBlank())
            .map(name -> persons.read(name).get(0));
    return new Draft(party, List.of(company.core()), Optional.of(company), head);
  }

  public Features finish(Draft draft) {
    Party party = draft.party();
    boolean isPerson = party.kind() == Party.Kind.PERSON;
    Optional<IdentityNumber> identity = party.identity().flatMap(IdentityNumber::read);
    Optional<BirthDate> birth =
        party.birth().flatMap(BirthDate::read).or(() -> identity.flatMap(IdentityNumber::birth));
    int division = division(party.division());
    return new Features(
        party.id(),
        party.kind(),
        party.identified(),
        draft.names().stream()
            .map(name -> isPerson ? rarity.weighPerson(name) : rarity.weighCore(name))
            .toList(),
        birth,
        identity,
        address(party),
        division / 100,
        division % 100 == 0 ? 0 : division,
        draft.company().map(company -> features(company)),
        draft.head().map(rarity::weighPerson));
  }

  private Address address(Party party) {
    Address read = party.address().map(addresses::read).orElse(Address.NONE);
    Optional<Division> division = rules.divisions().find(party.division());
    if (read.county() != 0
        || division.isEmpty()
        || division.get().level() != Division.Level.COUNTY) {
      return read;
    }
    return new Address(
        addresses.county(division.get().name()),
        read.town(),
        read.road(),
        read.first(),
        read.second());
  }

  private Features.CompanyFeatures features(Company company) {
    return new Features.CompanyFeatures(
        number(company.region()),
        number(company.trade()),
        number(company.form()),
        number(company.branch()),
        number(company.whole()),
        company.former().stream().map(name -> number(companies.read(name).whole())).toList());
  }

  private static int number(String text) {
    return text.isEmpty() ? 0 : (int) Hash.of(text) | 1;
  }

  private static int division(String code) {
    return code.matches("\\d{6,9}") ? Integer.parseInt(code.substring(0, 6)) : 0;
  }
}
