package xinglin.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.keyprovider.SimpleGeneratorHostKeyProvider;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import xinglin.warehouse.home.Home;

/** Partners as an operator sees them, with a real SFTP server. */
final class PartnerCommandsTest {
  @TempDir Path folder;

  private record Said(int code, String out, String err) {}

  private Said run(String... words) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    String[] all =
        Stream.concat(
                Stream.of(words),
                Stream.of("--home", folder.resolve("home").toString(), "--lang", "en"))
            .toArray(String[]::new);
    int code = CommandLines.run(all, new PrintWriter(out), new PrintWriter(err));
    return new Said(code, out.toString(), err.toString());
  }

  private void partner(String name, String text) throws IOException {
    Path partners = folder.resolve("home/config/partners");
    Files.createDirectories(partners);
    Files.writeString(partners.resolve(name), text);
  }

  @Test
  void mistakesOfAllPartnersAreListedTogether() throws IOException {
    partner(
        "320303.yaml",
        """
        name: Yunlong
        division: "320399"
        addresses: [yunlong@wjw.example.cn, nobody]
        channels:
          sftp:
            hosst: sftp.example.cn
            user: county
            password: "open sesame"
            host_key: SHA256:short
        """);
    partner(
        "senders.csv",
        "address,division_code,division_name\nyunlong@wjw.example.cn,320305,Jiawang\n320311,Quanshan\n");
    partner(
        "320311.yaml",
        """
        name: Quanshan
        channels:
          sftp: {host: sftp.example.cn, port: 70000, user: county, key: env:KEY}
        """);
    partner(
        "320312.yaml",
        """
        name: Tongshan
        channels:
          sftp: {host: sftp.example.cn, user: county}
        """);
    partner("up and down.yaml", "name: Nobody");
    Said said = run("collect");
    assertEquals(2, said.code());
    assertEquals(
        """
        Definitions or settings have 12 mistakes; correct them and run again:
          config/partners/320303.yaml:1: no division has the code 320399
          config/partners/320303.yaml:3: nobody is no mail address
          config/partners/320303.yaml:6: "host" is missing
          config/partners/320303.yaml:6: unknown key "hosst", did you mean "host"?
          config/partners/320303.yaml:8: "password" must not stand here itself; write env:NAME or file:PATH of a 0600 file
          config/partners/320303.yaml:9: "host_key" must be a fingerprint as ssh-keygen -l shows it: SHA256: and 43 characters
          config/partners/320311.yaml:3: "key" must be a file: reference to a key file
          config/partners/320311.yaml:3: "port" must be from 1 to 65535
          config/partners/320312.yaml:3: either "password" or "key" is needed
          config/partners/senders.csv:2: the address yunlong@wjw.example.cn is registered for 320303 already
          config/partners/senders.csv:3: expected an address, a division code of six or nine digits and a name
          config/partners/up and down.yaml:1: a partner is called by letters, digits, . _ -, not up and down
        """,
        said.err());
  }

  @Test
  void theFinishedExampleIsWhatItsPagesShow() throws IOException {
    Path pages = Path.of(System.getProperty("xinglin.root", ".."), "docs/how-to");
    String example = Files.readString(pages.resolve("example/config/partners/320303.yaml"));
    for (String page : List.of("partners.md", "partners.zh-CN.md")) {
      assertTrue(Files.readString(pages.resolve(page)).contains("```yaml\n" + example + "```"));
    }
    Home.create(folder.resolve("home"));
    partner("320303.yaml", example);
    Said said = run("partner", "list");
    assertEquals(0, said.code(), said.err());
    assertTrue(said.out().contains("sftp sftp.yunlong.example.cn:22 /out"), said.out());
  }

  @Test
  void theMailboxOfThePagesIsRead() throws IOException {
    Path pages = Path.of(System.getProperty("xinglin.root", ".."), "docs/how-to");
    Home.create(folder.resolve("home"));
    for (String page : List.of("partners.md", "partners.zh-CN.md")) {
      String text = Files.readString(pages.resolve(page));
      int at = text.indexOf("```yaml\nmail:") + "```yaml\n".length();
      Files.writeString(
          folder.resolve("home/config/xinglin.yml"), text.substring(at, text.indexOf("```", at)));
      Said said = run("partner", "test", "office");
      assertEquals(3, said.code(), said.err());
      assertEquals(
          "wrong  password or key  office: cannot find the secret env:MAILBOX_PASSWORD. Set that environment variable, or lay down that file.\n",
          said.out());
    }
  }

  @Test
  void mistakesOfMailboxesAreListed() throws IOException {
    partner(
        "320303.yaml",
        """
        name: Yunlong
        requires: [spf, dmarc]
        channels:
          imap:
            host: imap.example.cn
            password: secret
            tls: none
            folder: 已接收
            most_messages: 0
        """);
    partner("office.yaml", "name: Us");
    Files.writeString(
        folder.resolve("home/config/xinglin.yml"),
        "mail:\n  imap: {host: 127.0.0.1, tls: plain}\n");
    Said said = run("collect");
    assertEquals(2, said.code());
    assertEquals(
        """
        Definitions or settings have 10 mistakes; correct them and run again:
          config/partners/320303.yaml:2: "dmarc" is not one of [spf, dkim]
          config/partners/320303.yaml:5: "user" and "password" belong together
          config/partners/320303.yaml:5: "received" must be another folder than "folder"
          config/partners/320303.yaml:6: "password" must not stand here itself; write env:NAME or file:PATH of a 0600 file
          config/partners/320303.yaml:7: without encryption only a server on this machine is talked to, not imap.example.cn
          config/partners/320303.yaml:9: "most_messages" must be from 1 to 100000
          config/partners/office.yaml:1: a partner cannot be called office: that is this office
          config/xinglin.yml:2: "user" is missing
          config/xinglin.yml:2: "password" is missing
          config/xinglin.yml:2: "plain" is not one of [tls, starttls, none]
        """,
        said.err());
  }

  @Test
  void fromTheFirstTestToTheNight() throws IOException {
    Path served = Files.createDirectories(folder.resolve("served/out"));
    try (SshServer server = server(folder.resolve("served"))) {
      Path secret = folder.resolve("home/config/secrets/yunlong");
      Files.createDirectories(secret.getParent());
      Files.createFile(
          secret,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(secret, "a secret\n");
      partner(
          "320303.yaml",
          """
          name: Yunlong
          division: "320303"
          addresses: [yunlong@wjw.example.cn]
          channels:
            sftp:
              host: 127.0.0.1
              port: %d
              user: county
              password: file:secrets/yunlong
              folder: /out
          """
              .formatted(server.getPort()));
      Path form = served.resolve("b-yunlong-clean.xls");
      Files.copy(
          Path.of(System.getProperty("xinglin.root", ".."), "examples/inbox/jiangsu-2024")
              .resolve("b-yunlong-clean.xls"),
          form);
      Files.setLastModifiedTime(form, FileTime.from(Instant.now().minusSeconds(3600)));

      assertEquals(0, run("collect").code());
      String status = run("status").out();
      assertTrue(status.contains("is not accepted yet; not connected"), status);
      assertEquals(3, run("partner", "test", "320303").code());
      String shown = run("partner", "trust-key", "320303").out();
      String fingerprint = shown.replaceAll("(?s).*(SHA256:[A-Za-z0-9+/]{43}).*", "$1");
      assertEquals(
          2, run("partner", "trust-key", "320303", "--fingerprint", "SHA256:other").code());
      assertEquals(0, run("partner", "trust-key", "320303", "--fingerprint", fingerprint).code());
      assertEquals(
          List.of("127.0.0.1:" + server.getPort() + " " + fingerprint),
          Files.readAllLines(folder.resolve("home/config/partners/known_hosts")));
      assertEquals(
          """
          ok     password or key
          ok     connect and log in  county@127.0.0.1:%d
          ok     folder to fetch from (files)  /out (1)
          ok     folder for what was received  /out/received
          """
              .formatted(server.getPort()),
          run("partner", "test", "320303").out());
      assertTrue(Files.exists(form), "a test takes nothing");

      assertEquals(0, run("nightly").code());
      assertTrue(run("status").out().contains("b-yunlong-clean.xls"));
      assertEquals(
          "reporter_code\n320303\n",
          run("sql", "select reporter_code from submission", "--format", "csv")
              .out()
              .replace("\r", ""));
      assertTrue(Files.notExists(form));
      try (Stream<Path> received = Files.list(served.resolve("received"))) {
        assertEquals(1, received.count());
      }
      String list = run("partner", "list").out();
      assertTrue(list.contains("sftp 127.0.0.1:" + server.getPort() + " /out"), list);
    }
  }

  private static SshServer server(Path root) throws IOException {
    SshServer server = SshServer.setUpDefaultServer();
    server.setHost("127.0.0.1");
    server.setKeyPairProvider(new SimpleGeneratorHostKeyProvider());
    server.setPasswordAuthenticator((user, password, session) -> password.equals("a secret"));
    server.setSubsystemFactories(List.of(new SftpSubsystemFactory()));
    server.setFileSystemFactory(new VirtualFileSystemFactory(root));
    server.start();
    return server;
  }
}
