package xinglin.schemas.match.party;

import xinglin.schemas.codelist.Division;
import xinglin.schemas.match.evidence.MatchingRules;
import xinglin.schemas.match.name.Characters;
import xinglin.schemas.match.name.Companies;
import xinglin.schemas.match.name.PersonNames;
import xinglin.schemas.match.place.Addresses;

/** What takes names and addresses apart, made once of the rules. */
public record NameReaders(
    Characters characters, PersonNames persons, Companies companies, Addresses addresses) {

  public static NameReaders of(MatchingRules rules) {
    Characters characters = rules.names().characters();
    return new NameReaders(
        characters,
        rules.names().persons(characters),
        rules
            .names()
            .companies(
                characters,
                rules.divisions().list().stream()
                    .filter(division -> division.level() != Division.Level.TOWN)
                    .map(Division::name)
                    .toList()),
        new Addresses(characters));
  }
}
