package xinglin.app.night.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import xinglin.app.assembly.Night;
import xinglin.app.assembly.NightResult;
import xinglin.app.night.Examples;
import xinglin.app.night.Published;
import xinglin.jobs.batch.Progress;

/** Packages of the conformance kit through whole nights: rows, answers, published tables. */
final class PackageNightTest {
  private static final String STREAM = "310000-320000-yrd-pen-1-";
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void packagesOutOfOrderHealAndEndInTheSameRows(@TempDir Path folder) throws IOException {
    Path home = KitHome.of(folder.resolve("home"));
    deliver(home, "11-reordered-1.bin", 4);
    deliver(home, "11-reordered-2.bin", 2);
    night(home);
    assertEquals(List.of("2,waiting", "4,waiting"), packages(home));
    assertEquals(List.of("0"), Published.query(home, "select count(*) from penalty"));
    assertEquals(
        Map.of(name(2) + "-stored", "stored", name(4) + "-stored", "stored"), results(home));
    Map<String, byte[]> first = SenderHome.outbox(home);

    deliver(home, "11-reordered-4.bin", 3);
    deliver(home, "11-reordered-3.bin", 1);
    night(home);
    assertEquals(
        List.of("1,published", "2,published", "3,published", "4,published"), packages(home));
    List<String> numbers =
        Published.query(home, "select document_number from penalty order by document_number");
    assertEquals(
        Stream.of(10, 11, 20, 21, 30, 31, 40, 41)
            .map(number -> "嘉卫医罚〔2024〕" + number + "号")
            .toList(),
        numbers);
    assertEquals(
        List.of("judged,4", "stored,4", "understood,4"),
        Published.query(home, "select kind, count(*) from answer group by kind order by kind"));

    SenderHome sender = new SenderHome(folder.resolve("sender"), home);
    sender.takesFirstAnswersAndARequest(first);
    sender.takesAllAnswersAndRefusesWrongOnes(first, SenderHome.outbox(home));

    Map<String, String> before = texts(home);
    new Night(Examples.place(home), Progress.SILENT).rebuild();
    Map<String, String> after = texts(home);
    assertEquals(before, after);
    assertEquals(
        numbers,
        Published.query(home, "select document_number from penalty order by document_number"));
  }

  @Test
  void badRowsAreRefusedOneByOne(@TempDir Path folder) throws IOException {
    Path home = KitHome.of(folder.resolve("home"));
    KitHome.deliver(
        home,
        "07-rows-1.bin",
        STREAM + "20240715-000001.zip.gpg",
        "310000",
        "2024-07-15T18:00:00+08:00");
    KitHome.deliverBare(
        home, "ah-202402-withdraw-v2015.xls", "撤销.xls", "2024-02-20T09:00:00+08:00");
    KitHome.deliverBare(home, "ah-2023q4-v2015.xls", "四季度.xls", "2024-01-08T09:00:00+08:00");
    KitHome.deliverBare(home, "ah-2023q4-v2015.xls", "四季度2.xls", "2024-01-09T09:00:00+08:00");
    NightResult result = night(home);
    JsonNode judged = JSON.readTree(texts(home).get(STREAM + "20240715-000001-judged/judged"));
    assertEquals(
        "{\"accepted\":2,\"remarked\":0,\"rejected\":2,\"duplicate\":1}",
        judged.get("rows").toString(),
        () -> judged.toPrettyString() + result);
    bareWorkbooksGetNumbersAndAnswers(home);
    new Night(Examples.place(home), Progress.SILENT).rebuild();
    bareWorkbooksGetNumbersAndAnswers(home);
  }

  /** In the order of receipt; people get receipts besides. */
  private static void bareWorkbooksGetNumbersAndAnswers(Path home) throws IOException {
    String stream = "340000-320000-yrd-pen-1-";
    assertEquals(
        List.of(
            stream + "20240108-000001,1,published,false",
            stream + "20240108-000001,1,repeated,false",
            stream + "20240220-000002,2,published,true"),
        Published.query(
            home,
            "select name, sequence, state, previous_digest is not null from package where sender = '340000' order by 1, 3"));
    JsonNode first = JSON.readTree(texts(home).get(stream + "20240108-000001-published/judged"));
    JsonNode second = JSON.readTree(texts(home).get(stream + "20240220-000002-published/judged"));
    assertEquals(
        "{\"accepted\":88,\"remarked\":0,\"rejected\":0,\"duplicate\":0}",
        first.get("rows").toString());
    assertEquals(
        "{\"accepted\":1,\"remarked\":0,\"rejected\":0,\"duplicate\":0}",
        second.get("rows").toString());
    try (Stream<Path> files = Files.list(home.resolve("outbox/340000"))) {
      assertEquals(
          3, files.filter(file -> file.toString().matches(".*/[0-9a-f]{16}[.]json")).count());
    }
  }

  @Test
  void refusedPackagesBringNoRows(@TempDir Path folder) throws IOException {
    Path home = KitHome.of(folder.resolve("home"));
    for (String file : List.of("23-altered-1.bin", "26-stranger-1.bin", "40-other-sender-1.bin")) {
      KitHome.deliver(home, file, file + ".zip.gpg", "310000", "2024-07-15T18:00:00+08:00");
    }
    night(home);
    assertEquals(List.of("0"), Published.query(home, "select count(*) from penalty"));
    assertEquals(
        List.of("refused,NOT_DECRYPTED", "refused,SENDER_MISMATCH", "refused,SIGNER_UNKNOWN"),
        Published.query(home, "select state, refusal_code from package order by refusal_code"));
    assertEquals(
        List.of("NOT_DECRYPTED", "SENDER_MISMATCH", "SIGNER_UNKNOWN"),
        Published.query(home, "select code from finding order by code"));
  }

  private static void deliver(Path home, String file, int number) throws IOException {
    KitHome.deliver(
        home,
        file,
        name(number) + ".zip.gpg",
        "310000",
        "2024-07-%dT18:00:00+08:00".formatted(15 + number));
  }

  private static String name(int number) {
    return STREAM + "202407%d-%06d".formatted(15 + number, number);
  }

  private static NightResult night(Path home) {
    return new Night(Examples.place(home), Progress.SILENT).run(Night.Steps.ALL);
  }

  private static List<String> packages(Path home) throws IOException {
    return Published.query(home, "select sequence, state from package order by sequence");
  }

  private static Map<String, String> results(Path home) throws IOException {
    Map<String, String> results = new TreeMap<>();
    for (Map.Entry<String, String> one : texts(home).entrySet()) {
      String bundle = one.getKey().substring(0, one.getKey().indexOf('/'));
      if (bundle.endsWith("-resend")) {
        continue;
      }
      results.put(bundle, JSON.readTree(one.getValue()).get("result").asText());
    }
    return results;
  }

  /** Every answer that waits in the outbox, by bundle and kind. */
  private static Map<String, String> texts(Path home) throws IOException {
    Map<String, String> texts = new TreeMap<>();
    try (Stream<Path> files = Files.walk(home.resolve("outbox"))) {
      for (Path bundle : files.filter(file -> file.toString().endsWith(".zip")).toList()) {
        String name = bundle.getFileName().toString().replaceFirst("\\.zip$", "");
        try (InputStream file = Files.newInputStream(bundle);
            ZipInputStream zip = new ZipInputStream(file)) {
          for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            if (entry.getName().endsWith(".json")) {
              texts.put(
                  name + "/" + entry.getName().replace(".json", ""),
                  new String(zip.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8));
            }
          }
        }
      }
    }
    return texts;
  }
}
