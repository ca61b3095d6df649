package xinglin.jobs.match;

import java.util.Optional;
import java.util.function.Consumer;
import xinglin.schemas.match.name.Hash;
import xinglin.schemas.match.party.HashCounts;
import xinglin.schemas.match.party.Party;
import xinglin.schemas.match.place.Addresses;
import xinglin.warehouse.match.PartyRow;

/** Turns rows of penalties into parties, each way in which one is known once. */
final class PartyReading implements Consumer<PartyRow> {
  private static final int LONGEST_NAME = 120;
  private final Consumer<Party> parties;
  private final HashCounts seen = new HashCounts();

  PartyReading(Consumer<Party> parties) {
    this.parties = parties;
  }

  @Override
  public void accept(PartyRow row) {
    Party party = party(row);
    long content =
        Hash.of(
            String.join(
                "\n",
                party.id(),
                party.name(),
                party.birth().orElse(""),
                party.identity().orElse(""),
                party.address().orElse(""),
                party.division(),
                party.head().orElse("")));
    if (!party.name().isBlank() && seen.of(content) == 0) {
      seen.add(content);
      parties.accept(party);
    }
  }

  private static Party party(PartyRow row) {
    Party.Kind kind = kind(row.kind());
    boolean isPerson = kind == Party.Kind.PERSON;
    Optional<String> head =
        text(row, "representative").filter(name -> !isPerson).map(PartyReading::shortened);
    Optional<String> address =
        text(row, "address").or(() -> text(row, "facts").flatMap(Addresses::inText));
    return new Party(
        row.partyId(),
        kind,
        row.identified(),
        shortened(row.text("party_name")),
        text(row, "birth_date"),
        text(row, isPerson ? "id_number" : "representative_id"),
        address,
        row.division(),
        head);
  }

  private static Party.Kind kind(String kind) {
    return switch (kind) {
      case "natural_person" -> Party.Kind.PERSON;
      case "sole_trader" -> Party.Kind.SOLE_TRADER;
      default -> Party.Kind.ORGANISATION;
    };
  }

  /** No name is longer; what somebody pasted there must not cost a night. */
  private static String shortened(String name) {
    return name.codePointCount(0, name.length()) > LONGEST_NAME
        ? name.substring(0, name.offsetByCodePoints(0, LONGEST_NAME))
        : name;
  }

  private static Optional<String> text(PartyRow row, String column) {
    return Optional.of(row.text(column)).filter(text -> !text.isBlank());
  }
}
