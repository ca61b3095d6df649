package xinglin.jobs.unpack;

import java.util.List;
import xinglin.jobs.open.Refused;
import xinglin.schemas.finding.Issue;
import xinglin.warehouse.raw.Envelope;

/** A delivery after unpacking: the one that arrived, or one that was inside it. */
public sealed interface Unpacked {
  Envelope envelope();

  /**
   * A file, to be read.
   *
   * @param damaged whether it came broken out of its message or archive
   */
  record PlainFile(Envelope envelope, boolean damaged) implements Unpacked {}

  /**
   * The data part of a package of leads: records, never a form.
   *
   * @param sender region that sent it
   * @param receiver this region
   */
  record LeadPart(Envelope envelope, String sender, String receiver) implements Unpacked {}

  /** A message or archive that was not taken apart. */
  record NotOpened(Envelope envelope, Refused refused) implements Unpacked {}

  /** A package whose turn has not come: nothing of it, and of what it came in, is judged yet. */
  record Waiting(Envelope envelope) implements Unpacked {}

  /**
   * A message or archive; what was in it follows.
   *
   * @param outcome {@code loaded} or {@code no_attachment}
   * @param issues about itself
   */
  record Container(Envelope envelope, String outcome, List<Issue> issues) implements Unpacked {
    public Container {
      issues = List.copyOf(issues);
    }
  }
}
