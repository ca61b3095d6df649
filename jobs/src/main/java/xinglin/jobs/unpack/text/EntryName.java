package xinglin.jobs.unpack.text;

import java.util.Locale;

/**
 * The name of something inside a message or archive, fit to be shown: no control characters, no
 * characters that turn the direction of writing, not too long. It is never used as a path.
 */
public final class EntryName {
  private static final int LONGEST = 200;

  private EntryName() {}

  /** The name of an attachment: folders of the sender's disk are dropped. */
  public static String ofAttachment(String sent) {
    String plain = plain(sent).replace('\\', '/');
    return shortened(plain.substring(plain.lastIndexOf('/') + 1).strip());
  }

  /** The name of an archive entry: its folders inside the archive stay. */
  public static String ofEntry(String sent) {
    return shortened(plain(sent).replace('\\', '/').strip());
  }

  /** In lower case, without dot; empty if there is none. */
  public static String extension(String name) {
    int dot = name.lastIndexOf('.');
    return dot < 0 || dot < name.lastIndexOf('/')
        ? ""
        : name.substring(dot + 1).toLowerCase(Locale.ROOT);
  }

  private static String plain(String sent) {
    return sent.replaceAll("[\\p{Cntrl}\\u200b-\\u200f\\u202a-\\u202e\\u2066-\\u2069\\ufeff]", "");
  }

  private static String shortened(String name) {
    if (name.codePointCount(0, name.length()) <= LONGEST) {
      return name;
    }
    String end = extension(name).length() < 10 ? "…." + extension(name) : "…";
    return name.substring(0, name.offsetByCodePoints(0, LONGEST - end.length())) + end;
  }
}
