package xinglin.jobs.exchange.stream;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Where packages belong, whatever the order they come in. */
final class PackageStreamTest {

  @Test
  void inOrderEachIsUnderstoodWhenItComes() {
    PackageStream stream = new PackageStream(List.of());
    assertEquals(
        "a UNDERSTOOD 1, b UNDERSTOOD 2",
        shown(stream.place(List.of(one("a", 1, 1), one("b", 2, 2)))));
    assertEquals(2, stream.highest());
    assertEquals(List.of(), stream.missing());
  }

  @Test
  void aGapIsWaitedForAndThenHealed() {
    PackageStream stream = new PackageStream(List.of(one("a", 1, 1)));
    assertEquals(
        "d WAITING 3, c WAITING 4", shown(stream.place(List.of(one("c", 3, 4), one("d", 5, 3)))));
    assertEquals(List.of(2, 4), stream.missing());
    PackageStream later = new PackageStream(List.of(one("a", 1, 1)));
    assertEquals(
        "d WAITING 3, c UNDERSTOOD 9, b UNDERSTOOD 9",
        shown(later.place(List.of(one("d", 5, 3), one("c", 3, 4), one("b", 2, 9)))));
    assertEquals(List.of(4), later.missing());
  }

  @Test
  void repeatedIsNotReplayed() {
    PackageStream stream = new PackageStream(List.of(one("a", 1, 1), one("b", 2, 2)));
    Arrived other = new Arrived("x", 2, Optional.of("digest 1"), "forged", at(6));
    List<Placed> placed = stream.place(List.of(one("again", 1, 5), other));
    assertEquals("again REPEATED 5, x REUSED 6", shown(placed));
    assertEquals(Optional.of("a"), placed.get(0).sameAs());
    assertEquals(2, stream.highest());
  }

  @Test
  void aBrokenChainLeavesItsNumberFree() {
    PackageStream stream = new PackageStream(List.of(one("a", 1, 1)));
    Arrived wrong = new Arrived("x", 2, Optional.of("digest 9"), "digest x", at(2));
    assertEquals("x BROKEN 2, b UNDERSTOOD 3", shown(stream.place(List.of(wrong, one("b", 2, 3)))));
    assertEquals(2, stream.highest());
  }

  @Test
  void whatWaitedForAnotherOneIsBroken() {
    PackageStream stream = new PackageStream(List.of());
    Arrived other = new Arrived("x", 2, Optional.of("digest of another 1"), "digest x", at(1));
    assertEquals("x BROKEN 2, a UNDERSTOOD 2", shown(stream.place(List.of(other, one("a", 1, 2)))));
    assertEquals(1, stream.highest());
  }

  @Test
  void theFirstHasNoneBeforeIt() {
    PackageStream stream = new PackageStream(List.of());
    Arrived wrong = new Arrived("x", 1, Optional.of("digest 0"), "digest x", at(1));
    assertEquals("x BROKEN 1", shown(stream.place(List.of(wrong))));
  }

  @Property(tries = 300)
  void theEndDoesNotDependOnTheOrder(
      @ForAll @IntRange(min = 1, max = 12) int length,
      @ForAll Random random,
      @ForAll @IntRange(min = 1, max = 4) int nights) {
    List<Integer> numbers = new ArrayList<>();
    for (int number = 1; number <= length; number++) {
      numbers.add(number);
      if (random.nextInt(3) == 0) {
        numbers.add(number);
      }
    }
    Collections.shuffle(numbers, random);
    List<Arrived> all = new ArrayList<>();
    for (int i = 0; i < numbers.size(); i++) {
      all.add(one("id" + i, numbers.get(i), i + 1));
    }
    List<Arrived> understood = new ArrayList<>();
    List<Arrived> open = new ArrayList<>();
    Map<String, Placed> last = new java.util.HashMap<>();
    for (int night = 0; night < nights; night++) {
      int from = all.size() * night / nights;
      open.addAll(all.subList(from, all.size() * (night + 1) / nights));
      for (Placed one : new PackageStream(understood).place(open)) {
        last.put(one.id(), one);
      }
      List<Arrived> still = new ArrayList<>();
      for (Arrived one : open) {
        Placed.Place place = java.util.Objects.requireNonNull(last.get(one.id())).place();
        if (place == Placed.Place.UNDERSTOOD) {
          understood.add(one);
        } else if (place == Placed.Place.WAITING) {
          still.add(one);
        }
      }
      open = still;
    }
    assertEquals(length, understood.size());
    assertEquals(List.of(), open);
    assertEquals(
        Map.of(
            Placed.Place.UNDERSTOOD,
            (long) length,
            Placed.Place.REPEATED,
            (long) numbers.size() - length),
        withBoth(last));
  }

  private static Map<Placed.Place, Long> withBoth(Map<String, Placed> placed) {
    Map<Placed.Place, Long> counts =
        placed.values().stream()
            .collect(Collectors.groupingBy(Placed::place, Collectors.counting()));
    counts.putIfAbsent(Placed.Place.REPEATED, 0L);
    return counts;
  }

  private static Arrived one(String id, int sequence, int second) {
    return new Arrived(
        id,
        sequence,
        sequence == 1 ? Optional.empty() : Optional.of("digest " + (sequence - 1)),
        "digest " + sequence,
        at(second));
  }

  private static Instant at(int second) {
    return Instant.ofEpochSecond(second);
  }

  private static String shown(List<Placed> placed) {
    return placed.stream()
        .map(one -> one.id() + " " + one.place() + " " + one.at().getEpochSecond())
        .collect(Collectors.joining(", "));
  }
}
