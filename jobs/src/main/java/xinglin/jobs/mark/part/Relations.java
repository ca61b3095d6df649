package xinglin.jobs.mark.part;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The relationships of one part, with those added and removed. */
public final class Relations {
  private static final String NAMESPACE =
      "http://schemas.openxmlformats.org/package/2006/relationships";

  private final String folder;
  private final Map<String, Relation> byId = new LinkedHashMap<>();
  private final Map<String, String> written = new HashMap<>();
  private Tag root = new Tag("<Relationships xmlns=\"" + NAMESPACE + "\">");
  private boolean changed;

  /**
   * @param kind last piece of the type, for example {@code comments}
   * @param part where it leads inside the package, empty if outside
   */
  public record Relation(String id, String type, String target, boolean external, String part) {
    public String kind() {
      return type.substring(type.lastIndexOf('/') + 1);
    }
  }

  private Relations(String folder) {
    this.folder = folder;
  }

  /**
   * @param owner the part whose relationships these are, empty for the package
   * @param xml empty if there are none yet
   */
  static Relations read(String owner, String xml) throws IOException {
    Relations relations = new Relations(owner.substring(0, owner.lastIndexOf('/') + 1));
    Markup markup = new Markup(new StringReader(xml));
    while (markup.next()) {
      if (markup.starts("Relationship")) {
        Tag tag = markup.tag();
        relations.put(
            tag.text("Id"),
            tag.text("Type"),
            tag.text("Target"),
            tag.text("TargetMode").equals("External"));
        relations.written.put(tag.text("Id"), markup.isEmpty() ? tag.raw() : tag.raw() + tag.end());
      } else if (markup.starts("Relationships")) {
        relations.root = markup.tag();
      }
    }
    return relations;
  }

  /** Name of the part that holds the relationships of another. */
  static String partOf(String owner) {
    int slash = owner.lastIndexOf('/');
    return owner.substring(0, slash + 1) + "_rels/" + owner.substring(slash + 1) + ".rels";
  }

  private void put(String id, String type, String target, boolean external) {
    byId.put(id, new Relation(id, type, target, external, external ? "" : resolve(folder, target)));
  }

  public Optional<Relation> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  public Optional<Relation> findKind(String kind) {
    return list().stream().filter(relation -> relation.kind().equals(kind)).findFirst();
  }

  public List<Relation> list() {
    return new ArrayList<>(byId.values());
  }

  /** Relates to a part of the package; returns the new identity. */
  public String add(String type, String part) {
    int number = byId.size() + 1;
    while (byId.containsKey("rId" + number)) {
      number++;
    }
    String id = "rId" + number;
    put(id, type, "/" + part, false);
    written.put(
        id,
        "<"
            + root.prefix()
            + "Relationship Id=\""
            + id
            + "\" Type=\""
            + XmlText.escaped(type)
            + "\" Target=\"/"
            + XmlText.escaped(part)
            + "\"/>");
    changed = true;
    return id;
  }

  public void remove(String id) {
    changed |= byId.remove(id) != null;
  }

  boolean isChanged() {
    return changed;
  }

  String xml() {
    StringBuilder xml = new StringBuilder(root.opened().raw());
    byId.keySet().forEach(id -> xml.append(written.getOrDefault(id, "")));
    return xml.append(root.end()).toString();
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
