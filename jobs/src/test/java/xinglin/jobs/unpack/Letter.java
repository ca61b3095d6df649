package xinglin.jobs.unpack;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Writes a mail message part by part, as bytes. */
public final class Letter {
  private static final String BOUNDARY = "=_part";
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  /** The usual header and a body that says something. */
  public static Letter of(String... fields) {
    Letter letter = new Letter();
    letter.line("From: gulou@wjw.example.cn");
    letter.line("To: office@example.cn");
    letter.line("Date: Wed, 07 Aug 2024 16:40:00 +0800");
    for (String field : fields) {
      letter.line(field);
    }
    letter.line("MIME-Version: 1.0");
    letter.line("Content-Type: multipart/mixed; boundary=\"" + BOUNDARY + "\"");
    letter.line("");
    return letter;
  }

  public Letter line(String text) {
    return raw(text + "\r\n", StandardCharsets.UTF_8);
  }

  public Letter raw(String text, Charset charset) {
    bytes.writeBytes(text.getBytes(charset));
    return this;
  }

  /** A part with its header lines. */
  public Letter part(String content, String... header) {
    line("--" + BOUNDARY);
    for (String field : header) {
      line(field);
    }
    line("");
    return line(content);
  }

  public Letter attachment(String name, byte[] content) {
    return part(
        Base64.getMimeEncoder().encodeToString(content),
        "Content-Type: application/octet-stream",
        "Content-Transfer-Encoding: base64",
        "Content-Disposition: attachment; filename=\"" + name + "\"");
  }

  public byte[] end() {
    line("--" + BOUNDARY + "--");
    return unended();
  }

  /** Without the last line. */
  public byte[] unended() {
    return bytes.toByteArray();
  }
}
