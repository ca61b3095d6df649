package xinglin.jobs.parcel;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import xinglin.jobs.letter.HtmlLetter;
import xinglin.jobs.letter.Letter;
import xinglin.jobs.letter.PlainLetter;
import xinglin.jobs.unpack.mail.Correspondence;

/**
 * A mail as the bytes that are sent (RFC 5322, MIME): a letter as text and HTML, files attached.
 * Everything but plain headers is base64, so no server on the way changes a byte.
 *
 * @param identity its Message-ID, in angle brackets, also seed of the boundaries
 * @param answered the message that it answers
 */
record MailDraft(
    String identity,
    Office from,
    String toName,
    String toAddress,
    ZonedDateTime date,
    Optional<Correspondence> answered,
    Letter letter,
    List<Attached> attached) {
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.ENGLISH);
  private static final int LINE = 76;

  /** A file under the name its receiver sees. */
  record Attached(String name, Path file) {
    /** How many bytes it takes in a mail. */
    long encoded() throws IOException {
      long groups = (Files.size(file) + 2) / 3 * 4;
      return groups + groups / LINE * 2 + 1_000;
    }
  }

  void write(OutputStream out) throws IOException {
    String mixed = "=_mixed_" + seed();
    String both = "=_both_" + seed();
    put(out, header() + "Content-Type: multipart/mixed;\r\n boundary=\"" + mixed + "\"\r\n\r\n");
    put(out, "--" + mixed + "\r\nContent-Type: multipart/alternative;\r\n boundary=\"");
    put(out, both + "\"\r\n\r\n--" + both + "\r\n");
    text(out, "plain", PlainLetter.of(letter).replace("\n", "\r\n"));
    put(out, "--" + both + "\r\n");
    text(out, "html", HtmlLetter.of(letter).replace("\n", "\r\n"));
    put(out, "--" + both + "--\r\n");
    for (Attached one : attached) {
      put(out, "--" + mixed + "\r\n" + HeaderText.attachment(type(one.name()), one.name()));
      put(out, "Content-Transfer-Encoding: base64\r\n\r\n");
      try (OutputStream base64 = base64(out)) {
        Files.copy(one.file(), base64);
      }
      put(out, "\r\n");
    }
    put(out, "--" + mixed + "--\r\n");
  }

  private String header() {
    StringBuilder header = new StringBuilder();
    header.append("Date: ").append(DATE.format(date)).append("\r\n");
    header.append("From: ").append(HeaderText.address(from.name(), from.address())).append("\r\n");
    header.append("To: ").append(HeaderText.address(toName, toAddress)).append("\r\n");
    header.append("Subject: ").append(HeaderText.encode(letter.subject())).append("\r\n");
    header.append("Message-ID: ").append(identity).append("\r\n");
    answered
        .flatMap(Correspondence::messageId)
        .ifPresent(id -> header.append("In-Reply-To: ").append(id).append("\r\n"));
    List<String> chain = answered.map(Correspondence::chain).orElse(List.of());
    if (!chain.isEmpty()) {
      header.append("References: ").append(String.join("\r\n ", chain)).append("\r\n");
    }
    String kind = answered.isPresent() ? "auto-replied" : "auto-generated";
    header.append("Auto-Submitted: ").append(kind).append("\r\n");
    header.append("X-Auto-Response-Suppress: All\r\n");
    header.append("MIME-Version: 1.0\r\n");
    return header.toString();
  }

  private String seed() {
    return identity.replaceAll("[^A-Za-z0-9]", "_");
  }

  private static void text(OutputStream out, String kind, String content) throws IOException {
    put(out, "Content-Type: text/" + kind + "; charset=UTF-8\r\n");
    put(out, "Content-Transfer-Encoding: base64\r\n\r\n");
    try (OutputStream base64 = base64(out)) {
      base64.write(content.getBytes(StandardCharsets.UTF_8));
    }
    put(out, "\r\n");
  }

  private static OutputStream base64(OutputStream out) {
    OutputStream open =
        new FilterOutputStream(out) {
          @Override
          public void write(byte[] bytes, int from, int count) throws IOException {
            out.write(bytes, from, count);
          }

          @Override
          public void close() throws IOException {
            out.flush();
          }
        };
    return Base64.getMimeEncoder(LINE, new byte[] {'\r', '\n'}).wrap(open);
  }

  private static void put(OutputStream out, String ascii) throws IOException {
    out.write(ascii.getBytes(StandardCharsets.US_ASCII));
  }

  private static String type(String name) {
    String extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return switch (extension) {
      case "xlsx" -> "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
      case "xls" -> "application/vnd.ms-excel";
      case "docx" -> "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
      case "json" -> "application/json";
      default -> "application/octet-stream";
    };
  }
}
