package xinglin.schemas.match.evidence;

import xinglin.schemas.finding.Wording;

/**
 * What a kind of evidence is worth.
 *
 * @param bits what it adds to the sum, beside the rarity of what agrees
 * @param most the most that many places together add
 * @param supports whether it may make a name sure
 */
public record Weight(double bits, double most, boolean supports, Wording words) {}
