package xinglin.jobs.unpack;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import xinglin.jobs.open.Limits;
import xinglin.jobs.open.Refused;
import xinglin.jobs.open.guard.Limit;
import xinglin.jobs.open.guard.RefusalException;
import xinglin.jobs.unpack.ContainerKind.Kind;
import xinglin.jobs.unpack.archive.ZipArchive;
import xinglin.jobs.unpack.mail.Letterhead;
import xinglin.jobs.unpack.mail.MessageContent;
import xinglin.jobs.unpack.mail.MessageReader;
import xinglin.jobs.unpack.outlook.OutlookMessage;
import xinglin.jobs.unpack.outlook.TnefFile;
import xinglin.schemas.finding.Issue;
import xinglin.schemas.reading.Verdict;
import xinglin.warehouse.failure.DeliveryException;
import xinglin.warehouse.raw.Arrival;
import xinglin.warehouse.raw.Envelope;
import xinglin.warehouse.raw.RawGroup;

/**
 * Takes one delivery apart, with everything inside it. What is inside becomes deliveries of its
 * own, the same ones however often it is done: their ids come from the delivery they are in, their
 * place in it and their bytes. A container that cannot be opened harms nothing beside it. One use
 * per delivery, by one thread.
 */
public final class Unpacker {
  private static final int DEEPEST = 8;
  private static final int ARCHIVES_IN_ARCHIVES = 2;

  /** Containers are read as a stream; only what comes out of them has to keep to the file limit. */
  private static final int CONTAINER_FACTOR = 2;

  private final RawGroup group;
  private final UnpackBudget budget;
  private final Function<Envelope, Optional<List<Unpacked>>> packages;
  private final List<Unpacked> done = new ArrayList<>();

  /**
   * @param packages what was decided about packages of the exchange before; empty for anything else
   */
  public Unpacker(
      RawGroup group, Limits limits, Function<Envelope, Optional<List<Unpacked>>> packages) {
    this.group = group;
    this.budget = new UnpackBudget(limits);
    this.packages = packages;
  }

  /** Where there are no packages. */
  public Unpacker(RawGroup group, Limits limits) {
    this(group, limits, envelope -> Optional.empty());
  }

  /** The header of a delivery that is a mail message; empty for anything else. */
  public static Optional<Letterhead> letterhead(Path file) throws IOException {
    Optional<ContainerKind> kind = ContainerKind.letter(file);
    if (kind.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        kind.get().kind() == Kind.MESSAGE
            ? MessageReader.letterhead(file, kind.get().start())
            : new Letterhead(
                OutlookMessage.sender(file), OutlookMessage.subject(file), false, List.of()));
  }

  /**
   * The delivery and all that was inside it, each before what it holds. The bytes of what was
   * inside are in the group, which the caller commits.
   *
   * @param file the delivery's bytes
   * @throws IOException if the disk fails, never because of the content
   */
  public List<Unpacked> unpack(Envelope arrived, Path file) throws IOException {
    expand(arrived, file, false, 0, 0);
    return List.copyOf(done);
  }

  private void expand(Envelope envelope, Path file, boolean damaged, int depth, int archives)
      throws IOException {
    Optional<List<Unpacked>> decided = packages.apply(envelope);
    if (decided.isPresent()) {
      done.addAll(decided.get());
      return;
    }
    Optional<ContainerKind> found = ContainerKind.of(file);
    if (found.isEmpty()) {
      done.add(new Unpacked.PlainFile(envelope, damaged));
      return;
    }
    Kind kind = found.get().kind();
    int inArchives = kind == Kind.ARCHIVE ? archives + 1 : archives;
    int stored = group.size();
    int place = done.size();
    List<Entry> entries = new ArrayList<>();
    try {
      if (depth >= DEEPEST || inArchives > ARCHIVES_IN_ARCHIVES) {
        throw tooDeep();
      }
      if (Files.size(file) > CONTAINER_FACTOR * budget.limits().bytes()) {
        throw Limit.BYTES.exceeded(CONTAINER_FACTOR * budget.limits().bytes());
      }
      done.add(open(envelope, file, found.get(), entries));
    } catch (RefusalException e) {
      group.forgetBack(stored);
      done.subList(place, done.size()).clear();
      done.add(new Unpacked.NotOpened(envelope, damaged ? damage() : e.refused()));
      return;
    }
    for (Entry entry : entries) {
      Envelope inner = entry.envelope();
      boolean doubtful = entry.damaged() || (damaged && kind != Kind.ARCHIVE);
      expand(inner, group.path(inner), doubtful, depth + 1, inArchives);
    }
  }

  private Unpacked open(Envelope envelope, Path file, ContainerKind kind, List<Entry> entries)
      throws IOException, RefusalException {
    Entries into = new Entries(envelope, entries);
    return switch (kind.kind()) {
      case MESSAGE -> {
        MessageContent message = MessageReader.read(file, kind.start(), budget, into);
        if (message.truncated()) {
          into.damageLast();
        }
        yield letter(envelope, message.letterhead().automatic(), message.cloudLink(), entries);
      }
      case OUTLOOK_MESSAGE -> {
        OutlookMessage.read(file, budget, into);
        yield letter(envelope, false, false, entries);
      }
      case TNEF -> {
        TnefFile.read(file, budget, into);
        yield letter(envelope, false, false, entries);
      }
      case ARCHIVE -> {
        ZipArchive.read(file, budget, into);
        if (entries.isEmpty()) {
          throw RefusalException.unrecognised("EMPTY_ARCHIVE");
        }
        yield new Unpacked.Container(envelope, "loaded", List.of());
      }
    };
  }

  private static Unpacked letter(
      Envelope envelope, boolean automatic, boolean cloudLink, List<Entry> entries) {
    List<Issue> issues = new ArrayList<>();
    if (cloudLink) {
      issues.add(Issue.of("CLOUD_ATTACHMENT"));
    }
    if (entries.isEmpty() && automatic) {
      issues.add(Issue.of("AUTOMATIC_MESSAGE"));
    } else if (entries.isEmpty() && !cloudLink) {
      issues.add(Issue.of("NO_ATTACHMENT"));
    }
    return new Unpacked.Container(envelope, entries.isEmpty() ? "no_attachment" : "loaded", issues);
  }

  private static Refused damage() {
    return new Refused(Verdict.UNRECOGNISED, List.of(Issue.of("ATTACHMENT_DAMAGED")));
  }

  private static RefusalException tooDeep() {
    return RefusalException.unsafe(
        Issue.of("OVER_LIMIT")
            .with("what", "压缩包或邮件的嵌套层数")
            .with("what_en", "The archives or messages inside one another")
            .with("limit", ARCHIVES_IN_ARCHIVES + " 层压缩包")
            .with("limit_en", ARCHIVES_IN_ARCHIVES + " archives"));
  }

  private record Entry(Envelope envelope, boolean damaged) {}

  /** Makes deliveries of what one container holds. */
  private final class Entries implements ContentSink {
    private final Envelope parent;
    private final List<Entry> entries;

    Entries(Envelope parent, List<Entry> entries) {
      this.parent = parent;
      this.entries = entries;
    }

    @Override
    public void add(String name, InputStream content, BooleanSupplier damaged)
        throws IOException, RefusalException {
      int ordinal = entries.size();
      Arrival outer = parent.arrival();
      Arrival inner =
          new Arrival(
              Optional.of(parent.deliveryId()),
              ordinal,
              outer.partner(),
              outer.channel(),
              outer.sender(),
              outer.subject(),
              name.isBlank() ? "附件" + (ordinal + 1) : name,
              outer.receivedAt());
      try {
        Envelope envelope = group.add(inner, content);
        entries.add(new Entry(envelope, damaged.getAsBoolean()));
      } catch (DeliveryException e) {
        if (!(e.getCause() instanceof ContentException broken)) {
          throw e;
        }
        throw broken.getCause() instanceof RefusalException refusal
            ? refusal
            : RefusalException.broken();
      }
    }

    void damageLast() {
      int last = entries.size() - 1;
      if (last >= 0) {
        entries.set(last, new Entry(entries.get(last).envelope(), true));
      }
    }
  }
}
