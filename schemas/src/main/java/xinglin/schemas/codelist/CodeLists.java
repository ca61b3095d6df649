package xinglin.schemas.codelist;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import xinglin.schemas.definition.DefinitionFiles;
import xinglin.schemas.definition.Entry;
import xinglin.schemas.definition.Mistake;
import xinglin.schemas.definition.Problems;
import xinglin.schemas.value.Labels;

/** All plain code lists: every file of {@code codelists/} but divisions and working days. */
public final class CodeLists {
  private final Map<String, CodeList> byId;

  private CodeLists(Map<String, CodeList> byId) {
    this.byId = byId;
  }

  public static CodeLists load(DefinitionFiles files, Problems problems) {
    Map<String, CodeList> byId = new LinkedHashMap<>();
    for (String path : files.list("codelists", ".yaml")) {
      if (path.startsWith(Divisions.FILES) || path.startsWith(WorkCalendar.FILES)) {
        continue;
      }
      files
          .entry(path, problems)
          .map(entry -> read(entry))
          .ifPresent(
              list -> {
                if (byId.putIfAbsent(list.id(), list) != null) {
                  problems.add(
                      path, 0, Mistake.of("code list \"{0}\" stands in two files", list.id()));
                }
              });
    }
    return new CodeLists(byId);
  }

  private static CodeList read(Entry entry) {
    String name = entry.file().replaceFirst(".*/", "").replace(".yaml", "").replace('-', '_');
    String stated = entry.text("id");
    // A list without an id is a mistake, and said; under its file's name the rest can be read on.
    String id = stated.isEmpty() ? name : stated;
    List<CodeItem> items = new ArrayList<>();
    Map<String, CodeItem> byLabel = new LinkedHashMap<>();
    for (Entry line : entry.list("items")) {
      CodeItem item =
          new CodeItem(line.text("code"), line.text("zh"), line.text("en"), line.texts("synonyms"));
      line.done();
      if (item.code().equals("?")) {
        line.problem("code", Mistake.of("no id is chosen yet; write it for the question mark"));
      }
      items.add(item);
      List<String> labels = new ArrayList<>(List.of(item.code(), item.zh()));
      labels.addAll(item.synonyms());
      for (String label : labels) {
        CodeItem other = byLabel.putIfAbsent(Labels.normalise(label), item);
        if (other != null && !other.equals(item)) {
          line.problem(Mistake.of("\"{0}\" already means \"{1}\"", label, other.code()));
        }
      }
    }
    CodeList list = new CodeList(id, entry.text("zh"), entry.text("en"), items, byLabel);
    entry.findText("source");
    entry.done();
    return list;
  }

  /** Throws IllegalArgumentException for an unknown list. */
  public CodeList get(String id) {
    return find(id)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "Cannot find code list: " + id + Problems.didYouMean(id, byId.keySet())));
  }

  public Optional<CodeList> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  public List<CodeList> list() {
    return List.copyOf(byId.values());
  }
}
