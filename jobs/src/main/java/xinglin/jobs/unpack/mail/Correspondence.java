package xinglin.jobs.unpack.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Where a message stands in a correspondence, so that an answer is shown beneath it.
 *
 * @param messageId in angle brackets
 * @param references of the messages before it, oldest first
 */
public record Correspondence(Optional<String> messageId, List<String> references) {
  private static final Pattern ID = Pattern.compile("<[!-;=?-~]{3,240}>");
  private static final int MOST = 20;

  public Correspondence {
    references = List.copyOf(references);
  }

  static Correspondence of(PartHeader header) {
    Stream<String> before =
        ids(header, "references").isEmpty()
            ? ids(header, "in-reply-to").stream()
            : ids(header, "references").stream();
    return new Correspondence(
        ids(header, "message-id").stream().findFirst(), before.distinct().toList());
  }

  /** Whatever is no message id is left out: nothing of it may get into a header of ours. */
  private static List<String> ids(PartHeader header, String name) {
    return header.find(name).stream()
        .flatMap(text -> ID.matcher(text).results())
        .map(found -> found.group())
        .toList();
  }

  /** What an answer names as the messages before it: the first one and the last ones. */
  public List<String> chain() {
    List<String> chain = new ArrayList<>(references);
    messageId.filter(id -> !chain.contains(id)).ifPresent(chain::add);
    if (chain.size() > MOST) {
      chain.subList(1, chain.size() - MOST + 1).clear();
    }
    return List.copyOf(chain);
  }
}
