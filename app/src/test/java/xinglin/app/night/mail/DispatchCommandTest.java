package xinglin.app.night.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import xinglin.app.command.CommandLines;
import xinglin.app.night.Examples;
import xinglin.warehouse.home.Home;
import xinglin.warehouse.home.HomeLock;

/** What the operator sees of answers that leave, wait, or have no way. */
final class DispatchCommandTest {
  private static final String PARTNER = "320311";
  @TempDir Path folder;

  private record Ran(int exit, String out) {}

  private static Ran run(String... arguments) {
    StringWriter out = new StringWriter();
    PrintWriter writer = new PrintWriter(out);
    int exit = CommandLines.run(arguments, writer, writer);
    writer.flush();
    return new Ran(exit, out.toString());
  }

  private Path home(String answer) throws IOException {
    Path home = Examples.home(folder.resolve("home"));
    Files.writeString(
        home.resolve("config/partners/" + PARTNER + ".yaml"),
        "name: 泉山区卫生健康委员会\ndivision: \"320311\"\naddresses: [quanshan@wjw.xuzhou.example.cn]\n"
            + answer);
    Examples.deliver(home, "jiangsu-2024/d-quanshan-total-mismatch.xlsx");
    Examples.deliver(home, "jiangsu-2024/a-gulou-clean.xlsx");
    return home;
  }

  @Test
  void aServerThatIsAwayIsALineWithWhatToDoAndNeverFailsTheNight() throws IOException {
    Path home = home("answer: {by: mail}\n");
    int port;
    try (OfficeMail office = new OfficeMail()) {
      office.configure(home);
      port = office.smtpPort();
    }
    assertEquals(0, Examples.night(home).count("answers_sent"));
    Ran status = run("status", "--home", home.toString());
    assertEquals(0, status.exit());
    assertTrue(status.out().contains("答复等待发送 1 份（office/smtp，最早 "), status.out());
    assertTrue(status.out().contains("连不上 127.0.0.1:" + port), status.out());
    assertTrue(status.out().contains("由目录收来，报送方的 YAML 里没有写 answer，不往外发。"), status.out());
    JsonNode json =
        new ObjectMapper().readTree(run("status", "--json", "--home", home.toString()).out());
    assertEquals(1, json.path("answers").path("waiting").asInt());
    assertEquals(1, json.path("answers").path("kept").asInt());
    assertEquals(
        List.of("UNREACHABLE", "BY_FOLDER"),
        json.path("answers_open").findValuesAsText("problem").stream()
            .sorted((a, b) -> b.compareTo(a))
            .toList());
    // The command goes by the real clock, for which the answer has waited for years.
    Ran retried = run("dispatch", "--retry", "--home", home.toString());
    assertEquals(3, retried.exit());
    assertTrue(retried.out().startsWith("发出答复 0 份，等待 0 份，卡住 1 份。"), retried.out());
    try (OfficeMail office = new OfficeMail()) {
      office.configure(home);
      Ran sent = run("dispatch", "--retry", "--json", "--home", home.toString());
      assertEquals(0, sent.exit(), sent.out());
      JsonNode done = new ObjectMapper().readTree(sent.out());
      assertEquals(1, done.path("sent").asInt());
      assertEquals("ok", done.path("channels").path("office/smtp").asText());
      assertEquals(1, office.received("quanshan@wjw.xuzhou.example.cn").size());
    }
  }

  @Test
  void answersIntoAFolderOfThisMachine() throws IOException {
    Path share = Files.createDirectories(folder.resolve("share"));
    Path home = home("channels: {folder: {path: " + share + "}}\nanswer: {by: folder}\n");
    assertEquals(1, Examples.night(home).count("answers_sent"));
    try (var files = Files.list(share.resolve("answers"))) {
      assertEquals(
          List.of("-marked.xlsx", ".html", ".json"),
          files.map(file -> file.getFileName().toString().substring(32)).sorted().toList());
    }
  }

  @Test
  void theHomeIsTakenByOneOnly() throws IOException {
    Path home = home("");
    try (HomeLock lock = HomeLock.tryTake(Home.open(home)).orElseThrow()) {
      assertEquals(4, run("dispatch", "--home", home.toString()).exit());
    }
  }

  @Test
  void mistakesOfSettingsAreAllSaid() throws IOException {
    Path home = home("answer: {by: post, to: nobody}\nlanguage: fr\n");
    Files.writeString(
        home.resolve("config/xinglin.yml"),
        "mail:\n  smtp: {host: mail.example.cn, tls: none, from: office}\n");
    Ran ran = run("dispatch", "--home", home.toString());
    assertEquals(2, ran.exit());
    for (String said :
        List.of(
            "不加密只能连本机的服务器，不能连 mail.example.cn",
            "“from”应当是答复的发件地址，不是“office”",
            "“post”",
            "nobody",
            "“fr”")) {
      assertTrue(ran.out().contains(said), said + " in " + ran.out());
    }
  }
}
