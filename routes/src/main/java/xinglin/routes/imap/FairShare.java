package xinglin.routes.imap;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import xinglin.routes.arrival.Allowance;
import xinglin.routes.partner.ChannelException;

/**
 * Which of the waiting messages are taken in this round. Senders take turns, each with its oldest
 * first, so that a flood of one starves nobody; who has had enough for today waits until tomorrow.
 * Senders that nobody registered count as one.
 *
 * @param messages in the order they came
 * @param warning of messages that wait until tomorrow
 */
record FairShare(List<RemoteMessage> messages, Optional<ChannelException> warning) {

  private record Turn(int number, RemoteMessage message, Allowance allowance) {}

  /**
   * @param waiting oldest first
   * @param known UIDs of those that are stored already
   * @param allowances by sender
   * @param most messages
   * @param where they wait, for people
   */
  static FairShare of(
      List<RemoteMessage> waiting,
      Set<Long> known,
      Function<Optional<String>, Allowance> allowances,
      int most,
      String where) {
    Map<Allowance, Integer> turns = new IdentityHashMap<>();
    List<Turn> order = new ArrayList<>();
    for (RemoteMessage message : waiting) {
      Allowance allowance = allowances.apply(message.sender());
      order.add(new Turn(turns.merge(allowance, 1, Integer::sum), message, allowance));
    }
    order.sort(Comparator.comparingInt(Turn::number));
    List<RemoteMessage> taken = new ArrayList<>();
    Map<Allowance, Long> held = new IdentityHashMap<>();
    for (Turn turn : order) {
      if (taken.size() == most) {
        break;
      }
      RemoteMessage message = turn.message();
      if (known.contains(message.uid()) || turn.allowance().take(message.bytes())) {
        taken.add(message);
      } else {
        held.merge(turn.allowance(), 1L, Long::sum);
      }
    }
    taken.sort(Comparator.comparingLong(RemoteMessage::uid));
    return new FairShare(
        List.copyOf(taken),
        held.entrySet().stream()
            .max(Map.Entry.comparingByValue())
            .map(one -> one.getKey().warning(one.getValue(), where)));
  }
}
