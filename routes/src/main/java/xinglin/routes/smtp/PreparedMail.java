package xinglin.routes.smtp;

import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A mail that goes out exactly as it was prepared, byte for byte, never held in memory. */
final class PreparedMail extends MimeMessage {
  private final Path file;

  PreparedMail(Session session, Path file) {
    super(session);
    this.file = file;
  }

  @Override
  public void writeTo(OutputStream out, String[] ignored) throws IOException {
    Files.copy(file, out);
  }

  @Override
  public void writeTo(OutputStream out) throws IOException {
    Files.copy(file, out);
  }

  @Override
  public int getSize() {
    try {
      return (int) Math.min(Integer.MAX_VALUE, Files.size(file));
    } catch (IOException e) {
      return -1;
    }
  }
}
