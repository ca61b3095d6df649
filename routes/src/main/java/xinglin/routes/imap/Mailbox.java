package xinglin.routes.imap;

import jakarta.mail.Flags;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.angus.mail.iap.Argument;
import org.eclipse.angus.mail.iap.ByteArray;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.protocol.BODY;
import org.eclipse.angus.mail.imap.protocol.FetchResponse;
import org.eclipse.angus.mail.imap.protocol.IMAPResponse;
import org.eclipse.angus.mail.imap.protocol.INTERNALDATE;
import org.eclipse.angus.mail.imap.protocol.RFC822SIZE;
import org.eclipse.angus.mail.imap.protocol.UID;
import xinglin.jobs.unpack.mail.MessageReader;
import xinglin.routes.partner.ImapChannel;

/** The open folder where messages arrive. Messages are named by UID, never by position. */
final class Mailbox {
  private static final int PAGE = 500;
  private final ImapChannel channel;
  private final ImapConnection connection;
  private final IMAPFolder folder;

  Mailbox(ImapChannel channel, ImapConnection connection, IMAPFolder folder) {
    this.channel = channel;
    this.connection = connection;
    this.folder = folder;
  }

  Answer command(String command) {
    return connection.command(folder, command, Optional.empty());
  }

  Answer command(String command, Argument arguments) {
    return connection.command(folder, command, Optional.of(arguments));
  }

  ImapConnection connection() {
    return connection;
  }

  /** Under this number UIDs keep their meaning. */
  long validity() {
    try {
      return folder.getUIDValidity();
    } catch (MessagingException e) {
      throw channel.server().failure(e);
    }
  }

  /** How much of its room is used, from 0 to 1; empty where the server does not tell. */
  Optional<Double> used() {
    return connection.quota(folder).stream()
        .flatMap(quota -> Stream.ofNullable(quota.resources).flatMap(Arrays::stream))
        .filter(resource -> resource.limit > 0)
        .map(resource -> (double) resource.usage / resource.limit)
        .max(Double::compare);
  }

  /** What is in the folder and not marked as deleted, oldest first. */
  List<Long> uids() {
    List<Long> uids = new ArrayList<>();
    Answer answer = command("UID SEARCH UNDELETED");
    if (!answer.isGood()) {
      throw connection.broken(answer);
    }
    for (IMAPResponse found : answer.untagged("SEARCH")) {
      for (long uid = found.readLong(); uid != -1; uid = found.readLong()) {
        uids.add(uid);
      }
    }
    return uids.stream().sorted().distinct().toList();
  }

  /**
   * Time and size of messages. Where the server stumbles over one of many, each is asked for alone;
   * those it cannot tell about are not in the result.
   */
  Map<Long, RemoteMessage> describe(List<Long> uids) {
    Map<Long, RemoteMessage> described = new TreeMap<>();
    for (int from = 0; from < uids.size(); from += PAGE) {
      List<Long> page = uids.subList(from, Math.min(from + PAGE, uids.size()));
      boolean good = describe(set(page), described);
      if (!good) {
        page.stream()
            .filter(uid -> !described.containsKey(uid))
            .forEach(uid -> describe(String.valueOf(uid), described));
      }
      nameSenders(set(page), described);
    }
    return described;
  }

  /** Only to share out what may be taken: whose a message is, its bytes tell once it is loaded. */
  private void nameSenders(String set, Map<Long, RemoteMessage> described) {
    Answer answer = command("UID FETCH " + set + " (UID BODY.PEEK[HEADER.FIELDS (FROM)]<0.4096>)");
    for (FetchResponse one : answer.fetched()) {
      UID uid = one.getItem(UID.class);
      BODY body = one.getItem(BODY.class);
      if (uid != null && body != null && body.getByteArray() != null) {
        described.computeIfPresent(
            uid.uid, (number, message) -> message.from(sender(body.getByteArrayInputStream())));
      }
    }
  }

  private static Optional<String> sender(InputStream header) {
    try {
      return MessageReader.letterhead(header).sender();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private boolean describe(String set, Map<Long, RemoteMessage> described) {
    Answer answer = command("UID FETCH " + set + " (UID INTERNALDATE RFC822.SIZE)");
    for (FetchResponse one : answer.fetched()) {
      UID uid = one.getItem(UID.class);
      INTERNALDATE date = one.getItem(INTERNALDATE.class);
      RFC822SIZE size = one.getItem(RFC822SIZE.class);
      if (uid != null && date != null && date.getDate() != null && size != null) {
        Instant received = date.getDate().toInstant();
        described.put(uid.uid, new RemoteMessage(uid.uid, received, size.size, Optional.empty()));
      }
    }
    return answer.isGood();
  }

  /**
   * Bytes of messages as the server has them; nothing is flagged.
   *
   * @param from first byte
   * @param length at most
   * @return by UID; a message that is gone or unreadable is not there
   */
  Fetched bytes(Collection<Long> uids, long from, int length) {
    Answer answer =
        command("UID FETCH " + set(uids) + " (UID BODY.PEEK[]<" + from + "." + length + ">)");
    Map<Long, byte[]> bytes = new TreeMap<>();
    for (FetchResponse one : answer.fetched()) {
      UID uid = one.getItem(UID.class);
      BODY body = one.getItem(BODY.class);
      if (uid != null && body != null) {
        ByteArray array = body.getByteArray();
        bytes.put(uid.uid, array == null ? new byte[0] : array.getNewBytes());
      }
    }
    return new Fetched(bytes, answer.isGood() ? Optional.empty() : Optional.of(answer.words()));
  }

  /**
   * @param refusal what the server said when it did not give all
   */
  record Fetched(Map<Long, byte[]> bytes, Optional<String> refusal) {}

  /** Marks messages as seen. */
  Answer flagSeen(Collection<Long> uids) {
    return store(uids, Flags.Flag.SEEN);
  }

  Answer store(Collection<Long> uids, Flags.Flag flag) {
    String name = flag == Flags.Flag.SEEN ? "\\Seen" : "\\Deleted";
    return command("UID STORE " + set(uids) + " +FLAGS.SILENT (" + name + ")");
  }

  static String set(Collection<Long> uids) {
    return uids.stream().map(String::valueOf).collect(Collectors.joining(","));
  }
}
