package xinglin.jobs.exchange.pack;

/** All packages of one profile from one region to another: they share one sequence. */
public record StreamId(String sender, String receiver, String profile) {

  /** For ledgers and people. */
  public String text() {
    return sender + "-" + receiver + "-" + profile;
  }
}
