package xinglin.jobs.unpack.mail;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The one address a message is from. Display names are never looked at: anybody may write anything
 * there. Where there is more than one author or address, nobody is meant.
 */
final class SenderAddress {
  private static final Pattern BRACKETS = Pattern.compile("<([^<>]*)>");
  private static final Pattern ADDRESS = Pattern.compile("[^\\s@<>,;:\"()]+@[^\\s@<>,;:\"()]+");

  private SenderAddress() {}

  /**
   * @param fields bodies of all From fields
   */
  static Optional<String> of(List<String> fields) {
    if (fields.size() != 1) {
      return Optional.empty();
    }
    String plain =
        fields
            .get(0)
            .replaceAll("\\s+", " ")
            .replaceAll("\"(\\\\.|[^\"\\\\])*\"", "")
            .replaceAll("\\([^()]*\\)", "");
    Matcher brackets = BRACKETS.matcher(plain);
    String candidate = plain;
    if (brackets.find()) {
      candidate = brackets.group(1);
      if (brackets.find() || plain.replaceAll("<[^<>]*>", "").indexOf(',') >= 0) {
        return Optional.empty();
      }
    }
    String address = candidate.strip();
    return ADDRESS.matcher(address).matches() ? Optional.of(address) : Optional.empty();
  }
}
