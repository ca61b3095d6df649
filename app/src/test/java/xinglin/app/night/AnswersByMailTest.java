package xinglin.app.night;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sample mails, sent to the office's mailbox, each answered to the address it came from. */
final class AnswersByMailTest {
  @TempDir Path folder;

  @Test
  void everySenderIsAnsweredOnce() throws IOException {
    try (OfficeMail office = new OfficeMail()) {
      Path home = Examples.home(folder.resolve("home"));
      office.configure(home);
      for (Path mail : Mails.all()) {
        if (mail.toString().endsWith(".eml")) {
          office.arrived(mail, Instant.parse("2024-08-08T10:00:00Z"));
        }
      }
      assertEquals(9, Examples.night(home).count("answers_sent"));
      List<byte[]> mails = office.received("tongshan@wjw.xuzhou.example.cn");
      assertEquals(1, mails.size());
      assertEquals(List.of(), office.received("wuming@mail.example.com"));
      assertEquals(0, Examples.night(home).count("answers_sent"));
    }
  }
}
