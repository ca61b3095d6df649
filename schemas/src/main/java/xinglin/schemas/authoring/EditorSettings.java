package xinglin.schemas.authoring;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The file {@code .vscode/settings.json}, which tells editors the schema of each definition. */
public final class EditorSettings {
  private EditorSettings() {}

  /**
   * @param schemas folder of the schemas, relative to the folder that is opened
   * @param config folder of the definitions, likewise
   */
  public static String write(String schemas, String config, List<DefinitionKind> kinds) {
    Map<String, Object> association = new LinkedHashMap<>();
    for (DefinitionKind kind : kinds) {
      association.put("./" + schemas + "/" + kind.id() + ".schema.json", pattern(kind, config));
    }
    Map<String, Object> settings = new LinkedHashMap<>();
    settings.put("yaml.schemas", association);
    return Json.write(settings);
  }

  /** Divisions and working days lie in the folder of code lists and are of another kind. */
  private static String pattern(DefinitionKind kind, String config) {
    String files =
        kind.id().equals("codelist") ? "codelists/!(divisions|workdays-*).yaml" : kind.files();
    return config.isEmpty() ? files : config + "/" + files;
  }
}
