/** Parties as they come in, and made ready to be compared, with the rarity of their names. */
@org.jspecify.annotations.NullMarked
package xinglin.schemas.match.party;
