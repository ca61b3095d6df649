package xinglin.jobs.unpack.mail;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Whether bytes begin like a mail message (RFC 5322), whatever the file is called. */
public final class MessageStart {
  private static final Pattern FIELD = Pattern.compile("[!-9;-~]+[ \\t]*:.*");
  private static final Set<String> OTHERS =
      Set.of("date", "message-id", "received", "subject", "to", "mime-version", "return-path");
  private static final int FEWEST_FIELDS = 3;

  private MessageStart() {}

  /**
   * Where the header starts, behind what programs put before it (a byte order mark, blank lines, an
   * mbox line); empty if this is no message.
   *
   * @param head the first bytes, some kilobytes
   */
  public static Optional<Integer> find(byte[] head) {
    String text = new String(head, StandardCharsets.ISO_8859_1);
    int start = text.startsWith("\u00ef\u00bb\u00bf") ? 3 : 0;
    while (start < text.length() && (text.charAt(start) == '\r' || text.charAt(start) == '\n')) {
      start++;
    }
    if (text.startsWith("From ", start) || text.startsWith(">From ", start)) {
      int line = text.indexOf('\n', start);
      start = line < 0 ? text.length() : line + 1;
    }
    return isHeader(text.substring(start), head.length) ? Optional.of(start) : Optional.empty();
  }

  private static boolean isHeader(String text, int length) {
    Set<String> names = new HashSet<>();
    int fields = 0;
    String name = "";
    boolean author = false;
    boolean ended = false;
    for (String line : text.split("\r?\n", -1)) {
      if (line.isEmpty()) {
        ended = true;
        break;
      }
      boolean folded = line.charAt(0) == ' ' || line.charAt(0) == '\t';
      if (!folded) {
        if (!FIELD.matcher(line).matches()) {
          break;
        }
        name = line.substring(0, line.indexOf(':')).strip().toLowerCase(Locale.ROOT);
        names.add(name);
        fields++;
      } else if (fields == 0) {
        return false;
      }
      author |= name.equals("from") && line.indexOf('@') >= 0;
    }
    // A long trace of servers may push the author out of what is looked at.
    boolean traced = !ended && names.contains("received") && text.length() > length / 2;
    names.retainAll(OTHERS);
    return fields >= FEWEST_FIELDS && !names.isEmpty() && (author || traced);
  }
}
