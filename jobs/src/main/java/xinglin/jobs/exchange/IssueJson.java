package xinglin.jobs.exchange;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.TreeMap;
import xinglin.schemas.finding.Issue;

/** An issue as the ledger keeps it. */
public final class IssueJson {
  private static final ObjectMapper JSON = new ObjectMapper();

  private IssueJson() {}

  /** As one line of JSON, always the same. */
  public static String write(Issue issue) {
    ObjectNode node = JSON.createObjectNode();
    node.put("code", issue.code());
    node.put("sent", issue.verbatim());
    node.put("expected", issue.expected());
    ObjectNode arguments = node.putObject("arguments");
    new TreeMap<>(issue.arguments()).forEach(arguments::put);
    return node.toString();
  }

  /** What was written. */
  public static Issue read(String text) {
    try {
      JsonNode node = JSON.readTree(text);
      Issue issue =
          Issue.of(node.path("code").asText())
              .sent(node.path("sent").asText())
              .expecting(node.path("expected").asText());
      for (Map.Entry<String, JsonNode> argument : node.path("arguments").properties()) {
        issue = issue.with(argument.getKey(), argument.getValue().asText());
      }
      return issue;
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Cannot read an issue of the ledger", e);
    }
  }
}
