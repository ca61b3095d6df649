package xinglin.jobs.open.guard;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** First bytes of a file and what they give away. */
public record Signature(byte[] head) {
  private static final int[] OLE2 = {0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1};

  public boolean isZip() {
    return starts('P', 'K', 3, 4) || starts('P', 'K', 5, 6) || starts('P', 'K', 7, 8);
  }

  public boolean isOle2() {
    return starts(OLE2);
  }

  public boolean isPdf() {
    return starts('%', 'P', 'D', 'F');
  }

  /** A kind that is not read here; empty for what may be text. */
  public Optional<ForeignKind> foreign() {
    if (isPicture()) {
      return Optional.of(ForeignKind.PICTURE);
    }
    if (starts('R', 'a', 'r', '!')
        || starts('7', 'z', 0xbc, 0xaf)
        || starts(0x1f, 0x8b)
        || starts(0xfd, '7', 'z')) {
      return Optional.of(ForeignKind.ARCHIVE);
    }
    if (starts('{', '\\', 'r', 't', 'f')) {
      return Optional.of(ForeignKind.RTF);
    }
    if (starts(0x09, 0x00, 0x04, 0x00)
        || starts(0x09, 0x02, 0x06, 0x00)
        || starts(0x09, 0x04, 0x06, 0x00)
        || starts(0x09, 0x08)) {
      return Optional.of(ForeignKind.EXCEL_ANCIENT);
    }
    return markup();
  }

  private boolean isPicture() {
    return starts(0x89, 'P', 'N', 'G')
        || starts(0xff, 0xd8, 0xff)
        || starts('G', 'I', 'F', '8')
        || (starts('B', 'M')
            && head.length > 10
            && head[6] == 0
            && head[7] == 0
            && head[8] == 0
            && head[9] == 0)
        || starts('I', 'I', 0x2a, 0)
        || starts('M', 'M', 0, 0x2a)
        || starts('R', 'I', 'F', 'F');
  }

  private Optional<ForeignKind> markup() {
    // Zero bytes out, so that UTF-16 reads like ASCII; marks out.
    byte[] plain = new byte[head.length];
    int length = 0;
    for (byte here : head) {
      if (here != 0) {
        plain[length++] = here;
      }
    }
    String text =
        new String(plain, 0, length, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
    String start =
        text.replaceFirst("\\A(\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)", "").stripLeading();
    if (start.startsWith("mime-version:") && text.contains("text/html")) {
      return Optional.of(ForeignKind.HTML);
    }
    if (!start.startsWith("<")
        || start.length() < 2
        || !(Character.isLetter(start.charAt(1)) || "!?".indexOf(start.charAt(1)) >= 0)) {
      return Optional.empty();
    }
    if (text.contains("urn:schemas-microsoft-com:office:spreadsheet") && !text.contains("<html")) {
      return Optional.of(ForeignKind.EXCEL_XML);
    }
    boolean html =
        text.contains("<html")
            || text.contains("<table")
            || text.contains("<!doctype html")
            || text.contains("<body");
    return Optional.of(html ? ForeignKind.HTML : ForeignKind.XML);
  }

  private boolean starts(int... mark) {
    if (head.length < mark.length) {
      return false;
    }
    int[] here = new int[mark.length];
    Arrays.setAll(here, i -> head[i] & 0xff);
    return Arrays.equals(here, mark);
  }
}
