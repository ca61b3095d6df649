package xinglin.app.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import picocli.CommandLine.Option;

/** Whether a result is printed as JSON; shared by the commands that print one. */
public final class JsonOption {
  @Option(names = "--json", descriptionKey = "json")
  private boolean json;

  public boolean asked() {
    return json;
  }

  /** Indented JSON of maps, lists and plain values. */
  public static String write(Object value) {
    try {
      return new ObjectMapper()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Cannot write JSON", e);
    }
  }
}
