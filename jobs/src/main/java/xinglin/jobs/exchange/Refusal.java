package xinglin.jobs.exchange;

import xinglin.schemas.finding.Issue;

/**
 * Why a package is refused as a whole, in the order in which it is checked. The names are the codes
 * of section 7 of the specification and of the catalogue of checks.
 */
public enum Refusal {
  SEAL_MISSING,
  NOT_DECRYPTED,
  SIGNATURE_MISSING,
  SIGNER_UNKNOWN,
  SIGNATURE_WRONG,
  KEY_NOT_VALID,
  ALGORITHM_REFUSED,
  CONTAINER_DAMAGED,
  LIMIT_EXCEEDED,
  MANIFEST_MISSING,
  MANIFEST_INVALID,
  PROFILE_UNKNOWN,
  SUITE_UNKNOWN,
  ENTRY_REFUSED,
  RECEIVER_FOREIGN,
  SENDER_MISMATCH,
  NOT_AGREED,
  TIME_WRONG,
  PART_MISSING,
  PART_DIFFERS,
  HEADER_WRONG,
  ROWS_DIFFER,
  AMOUNTS_DIFFER,
  SEQUENCE_REUSED,
  CHAIN_BROKEN;

  /** To be completed with what the sentence names. */
  public Issue issue() {
    return Issue.of(name());
  }

  /** A refusal that names what was sent. */
  public RefusedException of(String sent) {
    return new RefusedException(issue().sent(sent));
  }

  /** A refusal that names nothing. */
  public RefusedException plain() {
    return new RefusedException(issue());
  }

  /** A refusal with a reason in both languages. */
  public RefusedException because(String zh, String en) {
    return new RefusedException(issue().with("reason", zh).with("reason_en", en));
  }
}
