package xinglin.app.night.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import xinglin.app.assembly.Dispatch;
import xinglin.app.night.Examples;
import xinglin.app.night.Mails;
import xinglin.app.night.killed.Killed;
import xinglin.jobs.batch.Progress;
import xinglin.routes.moment.Moment;
import xinglin.routes.moment.Moments;

/**
 * Dispatch killed at each of its moments and started again: every answer arrives, and one arrives
 * twice only where it was confirmed and not yet booked, then with the same bytes.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class KilledDispatchTest {
  private static final String PARTNER = "331024103";
  private static final List<String> SENDERS =
      List.of(
          "gulou@wjw.xuzhou.example.cn",
          "quanshan@wjw.xuzhou.example.cn",
          "tongshan@wjw.xuzhou.example.cn");
  private Path home = Path.of("");
  private Path loaded = Path.of("");
  private Optional<OfficeMail> office = Optional.empty();
  private Optional<PartnerSftp> sftp = Optional.empty();
  private Map<String, String> laid = Map.of();

  @BeforeAll
  void loadOnce(@TempDir Path folder) throws IOException {
    home = Examples.home(folder.resolve("home"));
    loaded = folder.resolve("loaded");
    office = Optional.of(new OfficeMail());
    sftp = Optional.of(new PartnerSftp(folder.resolve("server")));
    office.get().configure(home);
    sftp.get().configure(home, PARTNER, "白塔镇");
    for (Path mail : Mails.all()) {
      if (mail.getFileName().toString().matches("0[145].*\\.eml")) {
        office.get().arrived(mail, Instant.parse("2024-08-08T10:00:00Z"));
      }
    }
    Path inbox = Examples.folder().resolve("inbox");
    try (Stream<Path> files = Files.walk(inbox)) {
      sftp.get()
          .lay(
              files
                  .filter(file -> file.endsWith("d-quanshan-total-mismatch.xlsx"))
                  .findFirst()
                  .orElseThrow());
    }
    Examples.load(home);
    keep();
  }

  @AfterAll
  void stop() throws IOException {
    office.orElseThrow().close();
    sftp.orElseThrow().close();
  }

  private void keep() throws IOException {
    Files.createDirectories(loaded);
    Examples.copy(home.resolve("outbox"), loaded.resolve("outbox"));
    try (Stream<Path> files = Files.list(home)) {
      for (Path file : files.filter(file -> name(file).startsWith("state.db")).toList()) {
        Files.copy(file, loaded.resolve(name(file)));
      }
    }
  }

  /** The home as it was loaded, mailboxes and answers folder empty. */
  private void again() throws IOException {
    office.orElseThrow().empty(SENDERS);
    sftp.orElseThrow().forget();
    delete(home.resolve("outbox"));
    Examples.copy(loaded.resolve("outbox"), home.resolve("outbox"));
    try (Stream<Path> files = Files.list(home)) {
      for (Path file : files.filter(file -> name(file).startsWith("state.db")).toList()) {
        Files.delete(file);
      }
    }
    try (Stream<Path> files = Files.list(loaded)) {
      for (Path file : files.filter(file -> name(file).startsWith("state.db")).toList()) {
        Files.copy(file, home.resolve(name(file)), StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  private static String name(Path file) {
    return file.getFileName().toString();
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  private Dispatch.Outcome dispatch() {
    return new Dispatch(Examples.place(home), Moments.unwatched()).once(Progress.SILENT);
  }

  @Test
  void notKilledEveryAnswerArrivesOnce() throws IOException {
    again();
    Dispatch.Outcome outcome = dispatch();
    assertEquals(4, outcome.dispatched().sent());
    assertEquals(Map.of(), outcome.dispatched().channels());
    assertEquals(3, mails().size());
    assertEquals(
        List.of("html", "json", "marked.xlsx"),
        sftp.orElseThrow().answers().keySet().stream()
            .map(name -> name.replaceFirst("^[0-9]{8}-[0-9]{6}-[0-9a-f]{16}[.-]", ""))
            .sorted()
            .toList());
    assertEquals(0, dispatch().dispatched().sent());
  }

  @ParameterizedTest
  @EnumSource(value = Moment.class, names = "ANSWERS?_.*", mode = EnumSource.Mode.MATCH_ALL)
  void killedAt(Moment moment) throws IOException, InterruptedException {
    if (laid.isEmpty()) {
      again();
      dispatch();
      laid = sftp.orElseThrow().answers();
    }
    again();
    assertEquals(137, Killed.at(HaltingDispatch.class, home.toString(), moment.name()));
    dispatch();
    List<String> mails = mails();
    List<String> once = mails.stream().distinct().toList();
    assertEquals(3, once.size(), "an answer is missing, or came with other bytes");
    assertEquals(moment == Moment.ANSWER_MAILED ? 4 : 3, mails.size());
    assertEquals(laid, sftp.orElseThrow().answers());
    assertEquals(0, dispatch().dispatched().sent());
    assertEquals(
        Map.of("sent", 4L), new Dispatch(Examples.place(home), Moments.unwatched()).states());
  }

  /** What arrived, without what the server wrote before it. */
  private List<String> mails() throws IOException {
    List<String> mails = new ArrayList<>();
    for (String sender : SENDERS) {
      for (byte[] mail : office.orElseThrow().received(sender)) {
        String text = new String(mail, StandardCharsets.ISO_8859_1);
        mails.add(text.substring(text.indexOf("Date: ")));
      }
    }
    return mails;
  }
}
