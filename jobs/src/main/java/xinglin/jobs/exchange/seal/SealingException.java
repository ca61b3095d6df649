package xinglin.jobs.exchange.seal;

import xinglin.warehouse.failure.DeliveryException;

/** A key of ours or of a partner cannot be used: something for the operator. */
public final class SealingException extends DeliveryException {
  private static final long serialVersionUID = 1L;

  /** What is wrong. */
  public enum Problem {
    OWN_KEY_MISSING("Cannot sign: this home has no key that is valid on %s"),
    PARTNER_KEY_MISSING("Cannot encrypt to %s: it has no trusted key that is valid on %s"),
    KEY_UNREADABLE("Cannot use key file %s: %s"),
    PASSPHRASE_WRONG("Cannot use key file %s: its passphrase is missing or wrong");

    private final String sentence;

    Problem(String sentence) {
      this.sentence = sentence;
    }
  }

  private final Problem problem;

  /**
   * @param values of the sentence; no secrets
   */
  public SealingException(Problem problem, Object... values) {
    super(String.format(problem.sentence, values), Retry.USELESS);
    this.problem = problem;
  }

  public Problem problem() {
    return problem;
  }
}
