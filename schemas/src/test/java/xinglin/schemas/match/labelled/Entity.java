package xinglin.schemas.match.labelled;

import xinglin.schemas.match.party.Party;

/**
 * Somebody invented.
 *
 * @param number of the truth
 * @param name of a person; of an organisation without region, trade and form
 * @param birth {@code yyyymmdd}, of the person or of whoever is in charge
 * @param head who is in charge, empty for persons
 * @param holder whose identity number it is: a branch may have the head of the whole
 * @param branch empty, or what its name ends in
 */
record Entity(
    int number,
    Party.Kind kind,
    String name,
    String trade,
    String form,
    String branch,
    String birth,
    String head,
    int holder,
    Places.Place place) {}
