package xinglin.schemas.match.evidence;

/**
 * One observation about a pair.
 *
 * @param number position of a character from 1, or how many; 0 if the kind has none
 * @param bits what it adds
 */
public record Evidence(EvidenceKind kind, int number, double bits) {}
