package xinglin.jobs.mark.part;

import java.io.IOException;
import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** What kind each part of a package is. */
public final class ContentTypes {
  static final String PART = "[Content_Types].xml";
  private static final String NAMESPACE =
      "http://schemas.openxmlformats.org/package/2006/content-types";

  private final Map<String, String> defaults = new LinkedHashMap<>();
  private final Map<String, String> overrides = new LinkedHashMap<>();

  private ContentTypes() {}

  static ContentTypes read(String xml) throws IOException {
    ContentTypes types = new ContentTypes();
    Markup markup = new Markup(new StringReader(xml));
    while (markup.next()) {
      if (markup.starts("Default")) {
        types.defaults.put(markup.tag().text("Extension"), markup.tag().text("ContentType"));
      } else if (markup.starts("Override")) {
        types.overrides.put(markup.tag().text("PartName"), markup.tag().text("ContentType"));
      }
    }
    return types;
  }

  public void part(String part, String type) {
    String name =
        overrides.keySet().stream()
            .filter(known -> known.equalsIgnoreCase("/" + part))
            .findFirst()
            .orElse("/" + part);
    overrides.put(name, type);
  }

  public void extension(String extension, String type) {
    if (defaults.keySet().stream().noneMatch(known -> known.equalsIgnoreCase(extension))) {
      defaults.put(extension, type);
    }
  }

  void remove(String part) {
    overrides.keySet().removeIf(name -> name.equalsIgnoreCase("/" + part));
  }

  /** Type of a part, empty if unknown. */
  public String of(String part) {
    for (Map.Entry<String, String> entry : overrides.entrySet()) {
      if (entry.getKey().equalsIgnoreCase("/" + part)) {
        return entry.getValue();
      }
    }
    String extension = part.substring(part.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return defaults.getOrDefault(extension, "");
  }

  public boolean has(String typePart) {
    return overrides.values().stream().anyMatch(type -> type.contains(typePart));
  }

  String xml() {
    StringBuilder xml = new StringBuilder("<Types xmlns=\"" + NAMESPACE + "\">");
    defaults.forEach(
        (extension, type) ->
            xml.append("<Default Extension=\"" + XmlText.escaped(extension))
                .append("\" ContentType=\"" + XmlText.escaped(type) + "\"/>"));
    overrides.forEach(
        (part, type) ->
            xml.append("<Override PartName=\"" + XmlText.escaped(part))
                .append("\" ContentType=\"" + XmlText.escaped(type) + "\"/>"));
    return xml.append("</Types>").toString();
  }
}
