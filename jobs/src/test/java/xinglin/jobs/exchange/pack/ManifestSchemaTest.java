package xinglin.jobs.exchange.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import xinglin.jobs.exchange.RefusedException;

/** The reader of manifests and their JSON Schema agree. */
final class ManifestSchemaTest {
  private static final String GOOD =
      """
      {"protocol": "yrd-pkg-1", "profile": "yrd-pen-1", "suite": "openpgp-1", "sender": "310000", "receiver": "320000",
       "sequence": 12, "previous": "sha256:%s", "created": "2024-07-15T18:00:00+08:00",
       "period": {"from": "2024-01-01", "to": "2024-06-30"}, "identities": {"form": "keyed", "key": "sh-js"},
       "rows": 3, "states": {"published": 2, "amended": 0, "withdrawn": 1}, "amounts": {"CF_NR_FK": "4.234567"},
       "parts": [{"name": "penalty.csv", "role": "data", "rows": 3, "bytes": 10, "digest": "sha256:%s"}],
       "producer": "test", "more": {"of our own": true}}
      """
          .formatted("0".repeat(64), "a".repeat(64));

  /** What is replaced, with what, and whether the manifest is still valid. */
  private static final List<List<String>> CHANGES =
      List.of(
          List.of("\"sequence\": 12,", "", "no"),
          List.of("\"sequence\": 12", "\"sequence\": 0", "no"),
          List.of("\"sequence\": 12", "\"sequence\": \"12\"", "no"),
          List.of("\"sequence\": 12", "\"sequence\": 12.5", "no"),
          List.of("\"sequence\": 12", "\"sequence\": 1000000", "no"),
          List.of("\"sequence\": 12", "\"sequence\": 999999", "yes"),
          List.of("\"sha256:0", "\"md5:0", "no"),
          List.of("\"sha256:0", "\"sm3:0", "yes"),
          List.of("\"310000\"", "\"上海\"", "no"),
          List.of("\"310000\"", "\"shanghai\"", "yes"),
          List.of("18:00:00+08:00", "18:00", "no"),
          List.of("18:00:00+08:00", "10:00:00Z", "yes"),
          List.of("2024-01-01", "2024/1/1", "no"),
          List.of("\"keyed\"", "\"hashed\"", "no"),
          List.of(", \"key\": \"sh-js\"", "", "no"),
          List.of("\"form\": \"keyed\", \"key\": \"sh-js\"", "\"form\": \"none\"", "yes"),
          List.of("\"withdrawn\": 1", "\"withdrawn\": -1", "no"),
          List.of(", \"withdrawn\": 1", "", "no"),
          List.of("\"withdrawn\": 1", "\"withdrawn\": 1, \"deleted\": 0", "no"),
          List.of("\"4.234567\"", "\"4.23\"", "no"),
          List.of("\"4.234567\"", "4.234567", "no"),
          List.of("{\"CF_NR_FK\": \"4.234567\"}", "{}", "yes"),
          List.of("\"penalty.csv\"", "\"../penalty.csv\"", "no"),
          List.of("\"role\": \"data\"", "\"role\": \"copy\"", "no"),
          List.of("\"role\": \"data\"", "\"role\": \"notes\"", "no"),
          List.of("\"parts\": [", "\"parts\": [],\"x\": [", "no"),
          List.of("\"producer\": \"test\"", "\"producer\": 1", "no"),
          List.of("\"producer\": \"test\",", "", "yes"));

  private static final JsonSchema SCHEMA = schema("manifest");

  static JsonSchema schema(String name) {
    try {
      String text = Files.readString(Path.of("../docs/spec/schemas/" + name + ".schema.json"));
      return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(text);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void bothSayTheSame() {
    assertEquals("valid, valid", said(GOOD));
    for (List<String> change : CHANGES) {
      String text = GOOD.replace(change.get(0), change.get(1));
      String expected = change.get(2).equals("yes") ? "valid, valid" : "invalid, MANIFEST_INVALID";
      assertEquals(expected, said(text), change.toString());
    }
  }

  @Test
  void whatIsWrittenIsValid() throws Exception {
    Manifest manifest = ManifestJson.read(GOOD.getBytes(StandardCharsets.UTF_8));
    byte[] written = ManifestJson.write(manifest);
    assertEquals("valid, valid", said(new String(written, StandardCharsets.UTF_8)));
    assertEquals(manifest, ManifestJson.read(written));
  }

  @Test
  void membersStandOnce() {
    assertEquals(
        "MANIFEST_INVALID", read(GOOD.replace("\"rows\": 3,", "\"rows\": 3, \"rows\": 3,")));
    assertEquals("MANIFEST_INVALID", read("[]"));
    assertEquals("MANIFEST_INVALID", read("{} {}"));
    assertEquals("MANIFEST_INVALID", read("\uFEFF" + GOOD));
  }

  private static String said(String text) {
    boolean valid = SCHEMA.validate(text, InputFormat.JSON).isEmpty();
    return (valid ? "valid, " : "invalid, ") + read(text);
  }

  private static String read(String text) {
    try {
      ManifestJson.read(text.getBytes(StandardCharsets.UTF_8));
      return "valid";
    } catch (RefusedException e) {
      return e.issue().code();
    }
  }
}
