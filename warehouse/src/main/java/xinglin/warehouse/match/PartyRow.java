package xinglin.warehouse.match;

import java.util.Map;

/**
 * A row of penalty_source as matching needs it. Personal: never printed.
 *
 * @param partyId key of its number, or a digest of decision and keyed name
 * @param kind natural_person, organisation, sole_trader
 * @param identified whether the number is whole and right
 * @param division code, empty if not known
 * @param personal restricted columns by name
 */
public record PartyRow(
    String partyId,
    String kind,
    boolean identified,
    String division,
    String submissionId,
    int ordinal,
    Map<String, String> personal) {
  public PartyRow {
    personal = Map.copyOf(personal);
  }

  /** A personal column, empty if it was not sent. */
  public String text(String column) {
    return personal.getOrDefault(column, "");
  }

  @Override
  public String toString() {
    return submissionId + "/" + ordinal;
  }
}
