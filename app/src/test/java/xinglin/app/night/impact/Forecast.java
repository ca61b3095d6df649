package xinglin.app.night.impact;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import xinglin.app.command.CommandLines;

/**
 * What {@code rule impact} says of a home.
 *
 * @param changed submissions that get another verdict: reporter, form, verdict before and after
 * @param verdicts the verdict of each changed submission after the change, by its id
 * @param comes findings that come
 * @param goes findings that go
 */
record Forecast(
    JsonNode json,
    List<String> changed,
    Map<String, String> verdicts,
    TreeSet<String> comes,
    TreeSet<String> goes) {

  static Forecast of(Path home, String... what) throws IOException {
    String[] arguments =
        Stream.of(
                Stream.of("rule", "impact"),
                Stream.of(what),
                Stream.of("--json", "--home", home.toString()))
            .flatMap(words -> words)
            .toArray(String[]::new);
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    assertEquals(
        0, CommandLines.run(arguments, new PrintWriter(out), new PrintWriter(err)), err.toString());
    return read(new ObjectMapper().readTree(out.toString()));
  }

  private static Forecast read(JsonNode json) {
    Forecast forecast =
        new Forecast(json, new ArrayList<>(), new TreeMap<>(), new TreeSet<>(), new TreeSet<>());
    for (JsonNode one : json.get("changed")) {
      String id = one.get("submission_id").asText();
      String after = one.get("verdict_after").asText();
      String before = one.get("verdict_before").asText();
      if (!after.equals(before) && one.get("stands").asBoolean()) {
        forecast.changed.add(
            String.join(
                " ", one.get("reporter_name").asText(), one.get("form").asText(), before, after));
      }
      forecast.verdicts.put(id, after);
      one.get("comes").forEach(finding -> forecast.comes.add(line(id, finding)));
      one.get("goes").forEach(finding -> forecast.goes.add(line(id, finding)));
    }
    return forecast;
  }

  private static String line(String id, JsonNode finding) {
    return String.join(
        ",",
        id,
        finding.get("code").asText(),
        finding.get("severity").asText(),
        finding.get("sheet").asText(),
        finding.get("cell").asText());
  }
}
