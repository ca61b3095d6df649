package xinglin.app.night.search;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;

/** Attachments of messages, decoded. */
final class Mime {
  private static final Pattern HEADER =
      Pattern.compile(
          "^(Return-Path|Received|From|Date|Message-ID|Subject|MIME-Version|To):.*",
          Pattern.DOTALL | Pattern.CASE_INSENSITIVE);

  private Mime() {}

  /** Empty if it is no message. */
  static List<byte[]> parts(byte[] bytes) throws IOException {
    String start = new String(bytes, 0, Math.min(200, bytes.length), StandardCharsets.ISO_8859_1);
    List<byte[]> parts = new ArrayList<>();
    if (HEADER.matcher(start).matches()) {
      try {
        MimeMessage message =
            new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(bytes));
        collect(message, parts);
      } catch (MessagingException e) {
        return List.of();
      }
    }
    return parts;
  }

  private static void collect(Part part, List<byte[]> parts)
      throws IOException, MessagingException {
    if (part.getContent() instanceof Multipart all) {
      for (int at = 0; at < all.getCount(); at++) {
        BodyPart one = all.getBodyPart(at);
        collect(one, parts);
      }
    } else {
      parts.add(part.getInputStream().readAllBytes());
    }
  }
}
