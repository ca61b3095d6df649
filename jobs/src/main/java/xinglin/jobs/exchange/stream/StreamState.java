package xinglin.jobs.exchange.stream;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import xinglin.jobs.exchange.pack.StreamId;
import xinglin.warehouse.ledger.PackageEntry;
import xinglin.warehouse.ledger.PackageEntry.Content;
import xinglin.warehouse.ledger.PackageEntry.Direction;
import xinglin.warehouse.ledger.PackageEntry.State;
import xinglin.warehouse.ledger.PackageLedger;

/**
 * A stream in which packages wait for others.
 *
 * @param partner that sends it
 * @param missing numbers that are waited for, ascending
 * @param since when the first of those that wait came
 * @param waiting how many wait
 * @param understood the highest number understood, 0 at first
 * @param digest of that package
 */
public record StreamState(
    StreamId id,
    String partner,
    List<Integer> missing,
    Instant since,
    int waiting,
    int understood,
    Optional<String> digest) {
  public StreamState {
    missing = List.copyOf(missing);
  }

  /** All streams that have packages waiting. */
  public static List<StreamState> waiting(PackageLedger ledger) {
    Map<StreamId, List<PackageEntry>> streams = new LinkedHashMap<>();
    for (PackageEntry entry : ledger.inState(Direction.IN, State.WAITING)) {
      Content content = entry.content().orElseThrow();
      StreamId id = new StreamId(content.sender(), content.receiver(), content.profile());
      streams.computeIfAbsent(id, key -> new ArrayList<>()).add(entry);
    }
    return streams.entrySet().stream()
        .map(stream -> of(stream.getKey(), stream.getValue(), ledger))
        .toList();
  }

  private static StreamState of(StreamId id, List<PackageEntry> waiting, PackageLedger ledger) {
    Optional<PackageEntry> highest =
        ledger.stream(Direction.IN, id.sender(), id.receiver(), id.profile()).stream()
            .filter(entry -> entry.state().isUnderstood())
            .max(Comparator.comparingInt(StreamState::sequence));
    int understood = highest.map(StreamState::sequence).orElse(0);
    TreeSet<Integer> there = new TreeSet<>(waiting.stream().map(StreamState::sequence).toList());
    List<Integer> missing = new ArrayList<>();
    for (int number = understood + 1; number < there.last(); number++) {
      if (!there.contains(number)) {
        missing.add(number);
      }
    }
    return new StreamState(
        id,
        waiting.get(0).partnerId(),
        missing,
        waiting.get(0).receivedAt(),
        waiting.size(),
        understood,
        highest.map(entry -> entry.content().orElseThrow().digest()));
  }

  private static int sequence(PackageEntry entry) {
    return entry.content().orElseThrow().sequence();
  }
}
