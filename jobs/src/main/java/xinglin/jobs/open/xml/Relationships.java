package xinglin.jobs.open.xml;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import xinglin.jobs.open.guard.RefusalException;
import xinglin.jobs.open.guard.ZipParts;

/** What a part of an office file refers to inside the file. */
public record Relationships(Map<String, Target> byId) {

  /**
   * @param kind last word of the relationship's type, for example {@code worksheet}
   */
  public record Target(String kind, String part) {}

  public static Relationships of(ZipParts parts, String part)
      throws IOException, XMLStreamException, RefusalException {
    int slash = part.lastIndexOf('/');
    String folder = part.substring(0, slash + 1);
    Map<String, Target> found = new HashMap<>();
    Optional<InputStream> in = parts.find(folder + "_rels/" + part.substring(slash + 1) + ".rels");
    if (in.isPresent()) {
      try (InputStream stream = in.get();
          Xml xml = Xml.of(stream)) {
        while (xml.next()) {
          if (xml.starts("Relationship") && !xml.text("TargetMode").equals("External")) {
            String type = xml.text("Type");
            found.put(
                xml.text("Id"),
                new Target(
                    type.substring(type.lastIndexOf('/') + 1),
                    resolve(folder, xml.text("Target"))));
          }
        }
      }
    }
    return new Relationships(found);
  }

  public Optional<String> findKind(String kind) {
    return byId.values().stream()
        .filter(target -> target.kind().equals(kind))
        .map(Target::part)
        .findFirst();
  }

  private static String resolve(String folder, String target) {
    String path = target.startsWith("/") ? target.substring(1) : folder + target;
    while (path.contains("/../")) {
      int up = path.indexOf("/../");
      int before = path.lastIndexOf('/', up - 1);
      path = path.substring(0, before + 1) + path.substring(up + 4);
    }
    return path.replace("/./", "/");
  }
}
