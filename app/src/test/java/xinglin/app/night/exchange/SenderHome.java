package xinglin.app.night.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import xinglin.app.assembly.Night;
import xinglin.app.assembly.Workplace;
import xinglin.app.command.CommandLines;
import xinglin.app.night.Examples;
import xinglin.app.night.Published;
import xinglin.jobs.batch.Progress;
import xinglin.jobs.exchange.seal.Sealing;
import xinglin.routes.openpgp.OpenPgpSealing;
import xinglin.warehouse.ledger.PackageEntry;
import xinglin.warehouse.ledger.PackageEntry.Direction;
import xinglin.warehouse.ledger.PackageLedger;
import xinglin.warehouse.ledger.returned.ReturnLedger;

/** The home that sent the packages of the kit, 310000, and what comes back to it. */
final class SenderHome {
  private static final String REQUEST =
      """
      {"protocol": "yrd-request-1", "kind": "resend", "from": "320000", "to": "310000", "profile": "yrd-pen-1",
       "missing": [%d], "understood": %d, "digest": %s, "at": "2024-08-15T02:00:00+08:00"}
      """;
  private static final Instant NOW = Instant.parse("2024-08-14T18:00:00Z");
  private final Path home;
  private final Path receiver;

  /**
   * @param receiver home that got the packages and answers them
   */
  SenderHome(Path home, Path receiver) throws IOException {
    this.home = KitHome.sender(home);
    this.receiver = receiver;
    List<PackageEntry> sent = new ArrayList<>();
    for (PackageEntry got : new PackageLedger(Examples.place(receiver).database()).all()) {
      sent.add(
          new PackageEntry(
              got.name(),
              Direction.OUT,
              "320000",
              got.name(),
              got.fileSha256(),
              got.bytes(),
              got.receivedAt(),
              PackageEntry.State.SENT,
              got.content(),
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              Optional.empty()));
    }
    new PackageLedger(place().database()).put(sent);
  }

  private Workplace place() {
    return Examples.place(home);
  }

  /** Bundles and requests that wait in the outbox of a home, by name. */
  static Map<String, byte[]> outbox(Path home) throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> walk = Files.walk(home.resolve("outbox"))) {
      for (Path file : walk.filter(path -> path.toString().endsWith(".zip")).toList()) {
        files.put(file.getFileName().toString(), Files.readAllBytes(file));
      }
    }
    return files;
  }

  private void deliver(String name, byte[] bytes, String at) throws IOException {
    Path file = home.resolve("inbox").resolve(name);
    Files.writeString(
        file.resolveSibling(name + ".envelope.json"),
        "{\"partner\": \"320000\", \"received_at\": \"%s\"}".formatted(at));
    Files.write(file, bytes);
  }

  private void night() {
    new Night(place(), Progress.SILENT).run(Night.Steps.ALL);
  }

  /** First answers to two packages, and the request for those before them. */
  void takesFirstAnswersAndARequest(Map<String, byte[]> came) throws IOException {
    assertEquals(
        List.of(
            "310000-320000-yrd-pen-1-20240717-000002-stored.zip",
            "310000-320000-yrd-pen-1-20240719-000004-stored.zip",
            "320000-310000-yrd-pen-1-20240815-resend.zip"),
        List.copyOf(came.keySet()));
    for (Map.Entry<String, byte[]> one : came.entrySet()) {
      deliver(one.getKey(), one.getValue(), "2024-08-15T01:00:00+08:00");
    }
    deliver("20240720-010000-0123456789abcdef.json", "{}".getBytes(), "2024-08-15T01:00:00+08:00");
    night();
    assertEquals(List.of("got,stored,2"), answers());
    assertEquals(List.of("0"), Published.query(home, "select count(*) from finding"));
    assertEquals(Map.of("loaded", 4L), place().ledger().countOutcomes());
    assertEquals(List.of("1 asked", "2 unanswered", "3 asked", "4 unanswered"), resends());
    try (Stream<Path> outbox = Files.list(home.resolve("outbox"))) {
      assertEquals(List.of(), outbox.toList(), "answers are not answered");
    }
    String status = status();
    assertTrue(
        status.contains(
            "没有审核回执：发给 320000 的 310000-320000-yrd-pen-1-20240716-000001（2024-07-16 制作，最近的回执：没有），已重发 0 次"),
        status);
    assertTrue(status.contains("20240717-000002（2024-07-17 制作，最近的回执：已收存）"), status);
  }

  /** All answers, the first ones once more, and everything that can be wrong. */
  void takesAllAnswersAndRefusesWrongOnes(Map<String, byte[]> former, Map<String, byte[]> came)
      throws IOException {
    for (Map.Entry<String, byte[]> one : came.entrySet()) {
      if (one.getKey().endsWith("-published.zip")) {
        deliver(one.getKey(), one.getValue(), "2024-08-15T03:00:00+08:00");
      }
    }
    String second = "310000-320000-yrd-pen-1-20240717-000002";
    byte[] stored = former.get(second + "-stored.zip");
    byte[] published = came.get(second + "-published.zip");
    deliver("again.zip", stored, "2024-08-15T04:00:00+08:00");
    deliver("twice.zip", published, "2024-08-15T04:01:00+08:00");
    deliver("altered.zip", altered(published), "2024-08-15T04:02:00+08:00");
    deliver("halved.zip", without(published, "understood.json"), "2024-08-15T04:03:00+08:00");
    deliver("mixed.zip", mixed(published, came), "2024-08-15T04:04:00+08:00");
    deliver("differs.zip", request(1, 2, digest(3)), "2024-08-15T04:05:00+08:00");
    deliver("unknown.zip", request(9, 2, digest(2)), "2024-08-15T04:06:00+08:00");
    night();
    List<String> all =
        List.of("got,judged,4", "got,published,4", "got,stored,4", "got,understood,4");
    assertEquals(all, answers());
    assertEquals(
        List.of("1,published", "2,published", "3,published", "4,published"),
        Published.query(
            home, "select sequence, state from package where direction = 'out' order by 1"));
    List<String> wrong =
        List.of(
            "ANSWERS_BROKEN",
            "REQUEST_DIFFERS",
            "REQUEST_UNKNOWN",
            "RETURN_INVALID",
            "SIGNATURE_WRONG");
    assertEquals(wrong, Published.query(home, "select code from finding order by code"));
    assertEquals(Map.of("loaded", 15L), place().ledger().countOutcomes());
    assertTrue(
        status().contains("没有采用：320000 于 2024-08-15 送来的 differs.zip：补发请求所写第 2 号数据包的摘要不是我方所发的那一包"),
        status());
    List<String> before = resends();
    new Night(place(), Progress.SILENT).rebuild();
    assertEquals(all, answers());
    assertEquals(wrong, Published.query(home, "select code from finding order by code"));
    assertEquals(before, resends());
  }

  private List<String> answers() throws IOException {
    return Published.query(
        home, "select direction, kind, count(*) from answer group by all order by kind");
  }

  private List<String> resends() {
    return new ReturnLedger(place().database())
        .resends().stream()
            .map(one -> one.packageId().replaceFirst(".*-0*", "") + " " + one.reason().code())
            .distinct()
            .sorted()
            .toList();
  }

  private String status() {
    StringWriter out = new StringWriter();
    PrintWriter writer = new PrintWriter(out);
    assertEquals(
        0,
        CommandLines.run(new String[] {"status", "--home", home.toString()}, writer, writer),
        out::toString);
    writer.flush();
    return out.toString();
  }

  private String digest(int sequence) {
    return new PackageLedger(place().database())
        .sent().stream()
            .flatMap(entry -> entry.content().stream())
            .filter(content -> content.sequence() == sequence)
            .findFirst()
            .orElseThrow()
            .digest();
  }

  private byte[] request(int missing, int understood, String digest) throws IOException {
    Sealing sealing = new OpenPgpSealing(Examples.place(receiver).keys());
    byte[] text =
        REQUEST
            .formatted(missing, understood, "\"" + digest + "\"")
            .getBytes(StandardCharsets.UTF_8);
    return zip(Map.of("request.json", text, "request.json.asc", sealing.sign(text, NOW)));
  }

  private static byte[] altered(byte[] bundle) throws IOException {
    Map<String, byte[]> entries = entries(bundle);
    entries.computeIfPresent(
        "published.json",
        (name, text) ->
            new String(text, StandardCharsets.UTF_8)
                .replace("\"night\"", "\"dusk\"")
                .getBytes(StandardCharsets.UTF_8));
    return zip(entries);
  }

  private static byte[] without(byte[] bundle, String name) throws IOException {
    Map<String, byte[]> entries = entries(bundle);
    entries.remove(name);
    return zip(entries);
  }

  /** Good answers, all signed, that belong to different packages. */
  private static byte[] mixed(byte[] bundle, Map<String, byte[]> all) throws IOException {
    Map<String, byte[]> entries = entries(bundle);
    Map<String, byte[]> other =
        entries(all.get("310000-320000-yrd-pen-1-20240718-000003-published.zip"));
    entries.put("published.json", other.get("published.json"));
    entries.put("published.json.asc", other.get("published.json.asc"));
    return zip(entries);
  }

  private static Map<String, byte[]> entries(byte[] bundle) throws IOException {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    try (ZipInputStream zip = new ZipInputStream(new java.io.ByteArrayInputStream(bundle))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        entries.put(entry.getName(), zip.readAllBytes());
      }
    }
    return entries;
  }

  private static byte[] zip(Map<String, byte[]> entries) throws IOException {
    java.io.ByteArrayOutputStream bytes = new java.io.ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue());
      }
    }
    return bytes.toByteArray();
  }
}
