package xinglin.routes.openpgp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import xinglin.jobs.exchange.Refusal;
import xinglin.warehouse.raw.Envelope;

/**
 * The packages of the conformance kit, which gpg and Python made by the specification alone, get
 * the answers that the kit expects; however they are spread over nights.
 */
final class ConformanceKitTest {
  private static final Path KIT = Path.of("../docs/spec/conformance");
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final JsonSchema SCHEMA =
      JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
          .getSchema(text(Path.of("../docs/spec/schemas/answer.schema.json")));

  /** What gpg cannot be made to produce. */
  private static final Set<String> NOT_IN_THE_KIT = Set.of("SIGNATURE_WRONG", "LIMIT_EXCEEDED");

  @TempDir Path folder;

  @TestFactory
  Stream<DynamicTest> everyScenarioGetsItsAnswers() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    for (JsonNode scenario : JSON.readTree(text(KIT.resolve("scenarios.json")))) {
      String name = scenario.get("name").asText();
      tests.add(
          DynamicTest.dynamicTest(
              name,
              () -> {
                Map<String, String> once = answers(scenario, name + "-once", List.of(100));
                assertEquals(expected(scenario), outcomes(once));
                if (scenario.get("deliveries").size() == 1) {
                  return;
                }
                Map<String, String> nightly = answers(scenario, name + "-nightly", List.of(1));
                nightly.keySet().retainAll(once.keySet());
                assertEquals(once, nightly, "spread over nights the answers are the same");
              }));
    }
    return tests.stream();
  }

  @Test
  void everyRefusalIsInTheKitAndInTheSpecification() throws IOException {
    String spec = text(Path.of("../docs/spec/yrd-package-1.md"));
    String table = spec.substring(spec.indexOf("## 7."), spec.indexOf("## 8."));
    Set<String> known = new TreeSet<>();
    int last = 0;
    for (Refusal refusal : Refusal.values()) {
      int at = table.indexOf("`" + refusal.name() + "`");
      assertTrue(at > last, refusal + " stands in section 7, in the order of checking");
      last = at;
      known.add(refusal.name());
    }
    Set<String> shown = new TreeSet<>();
    JSON.readTree(text(KIT.resolve("scenarios.json"))).findValuesAsText("code").forEach(shown::add);
    shown.addAll(NOT_IN_THE_KIT);
    assertEquals(known, shown);
  }

  /** Runs a scenario; returns the text of every answer in the outbox. */
  private Map<String, String> answers(JsonNode scenario, String name, List<Integer> stride)
      throws Exception {
    KitRegion region = new KitRegion(folder.resolve(name));
    List<Envelope> open = new ArrayList<>();
    int count = 0;
    for (JsonNode delivery : scenario.get("deliveries")) {
      String file = delivery.get("name").asText();
      open.add(
          region.arrive(
              file.startsWith("330000") ? "330000" : "310000",
              file,
              Files.readAllBytes(KIT.resolve("packages").resolve(delivery.get("file").asText())),
              OffsetDateTime.parse(delivery.get("at").asText())));
      if (++count % stride.get(0) == 0) {
        region.night(open);
      }
    }
    region.night(open);
    return collect(region.outbox());
  }

  /** The texts of all answers by bundle and kind, each valid, signed and chained. */
  private Map<String, String> collect(Path outbox) throws Exception {
    Map<String, String> texts = new TreeMap<>();
    try (Stream<Path> files = Files.walk(outbox)) {
      for (Path bundle : files.filter(file -> file.toString().endsWith(".zip")).toList()) {
        Map<String, byte[]> entries = entries(bundle);
        String before = "null";
        for (String kind : List.of("stored", "understood", "judged", "published")) {
          byte[] answer = entries.get(kind + ".json");
          if (answer != null) {
            check(answer, entries.get(kind + ".json.asc"), before);
            before = "\"" + xinglin.jobs.exchange.pack.Digests.of(answer) + "\"";
            String name = bundle.getFileName().toString().replaceFirst("\\.zip$", "");
            texts.put(name + "/" + kind, new String(answer, StandardCharsets.UTF_8));
          }
        }
      }
    }
    return texts;
  }

  private void check(byte[] answer, byte[] signature, String before) throws Exception {
    String text = new String(answer, StandardCharsets.UTF_8);
    assertEquals(Set.of(), SCHEMA.validate(text, InputFormat.JSON), text);
    JsonNode node = JSON.readTree(text);
    assertEquals(before, node.get("previous").toString());
    OpenPgpSealing sender =
        TestKeys.sealing(
            folder, List.of(), TestKeys.partner("320000", "320000-2024", "2024-01-01", ""));
    Instant at = OffsetDateTime.parse(node.get("at").asText()).toInstant();
    assertEquals(at, sender.verify(answer, signature, at).signedAt());
  }

  private static Map<String, byte[]> entries(Path bundle) throws IOException {
    Map<String, byte[]> entries = new TreeMap<>();
    try (InputStream file = Files.newInputStream(bundle);
        ZipInputStream zip = new ZipInputStream(file)) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        entries.put(entry.getName(), zip.readAllBytes());
      }
    }
    return entries;
  }

  private static Map<String, List<String>> expected(JsonNode scenario) {
    Map<String, List<String>> expected = new TreeMap<>();
    scenario
        .get("answers")
        .properties()
        .forEach(
            one -> {
              List<String> results = new ArrayList<>();
              Iterable<JsonNode> all =
                  one.getValue().isArray() ? one.getValue() : List.of(one.getValue());
              for (JsonNode answer : all) {
                String code = answer.path("code").asText("");
                results.add(answer.get("result").asText() + (code.isEmpty() ? "" : " " + code));
              }
              Collections.sort(results);
              expected.put(one.getKey(), results);
            });
    return expected;
  }

  /** By package: understood, refused with its code, or waiting. */
  private static Map<String, List<String>> outcomes(Map<String, String> texts) throws IOException {
    Map<String, List<String>> outcomes = new TreeMap<>();
    Set<String> understood = new HashSet<>();
    for (Map.Entry<String, String> one : texts.entrySet()) {
      JsonNode node = JSON.readTree(one.getValue());
      String name = node.get("package").get("name").asText();
      if (node.get("kind").asText().equals("understood")) {
        understood.add(name);
        String code = node.path("reasons").path(0).path("code").asText("");
        outcomes
            .computeIfAbsent(name, key -> new ArrayList<>())
            .add(node.get("result").asText() + (code.isEmpty() ? "" : " " + code));
      }
    }
    for (String text : texts.values()) {
      String name = JSON.readTree(text).get("package").get("name").asText();
      if (understood.add(name)) {
        outcomes.put(name, List.of("waiting"));
      }
    }
    outcomes.values().stream().filter(ArrayList.class::isInstance).forEach(Collections::sort);
    return outcomes;
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
