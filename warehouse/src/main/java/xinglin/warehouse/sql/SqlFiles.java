package xinglin.warehouse.sql;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import xinglin.schemas.assessment.Assessment;
import xinglin.schemas.assessment.AssessmentItem;
import xinglin.schemas.assessment.Assessments;
import xinglin.schemas.definition.DefinitionFiles;
import xinglin.schemas.definition.Mistake;
import xinglin.schemas.definition.Problems;
import xinglin.schemas.table.TableDefinition;
import xinglin.schemas.table.Tables;

/**
 * The SQL files of this build with the indicators of a home laid over them: {@code
 * config/indicators/x.sql} replaces or adds {@code indicators/x.sql}.
 */
public final class SqlFiles {
  private static final String ROOT = "xinglin/warehouse/sql/";
  private static final String REGISTER = "register/";
  private static final String EACH = "-- for each ";
  private static final Pattern ASKING =
      Pattern.compile(
          "(trace|rollup|assessment_sheet)/.*|revision/revision.sql"
              + "|marts/(figure_outweighed|figure_beside|register_beside).sql");

  private SqlFiles() {}

  /**
   * All models; files that are not named like an object are reported.
   *
   * @param tables each register among them gets the models of {@code register/}
   */
  public static List<SqlModel> load(DefinitionFiles definitions, Tables tables, Problems problems) {
    Map<String, String> texts = builtIn();
    for (String folder : List.of("indicators", "assessments")) {
      for (String path : definitions.list(folder, ".sql")) {
        texts.put(path, definitions.text(path));
      }
    }
    List<SqlModel> models = new ArrayList<>();
    texts.forEach(
        (path, text) -> {
          String[] parts = path.split("/");
          Layer layer = parts.length == 2 ? Layer.find(parts[0]).orElse(null) : null;
          if (layer == null) {
            return;
          }
          String name = parts[1].substring(0, parts[1].length() - ".sql".length());
          if (!name.matches("[a-z][a-z0-9_]*")) {
            problems.add(
                path, 0, Mistake.of("a file name must be lower case letters, digits and _"));
            return;
          }
          models.add(new SqlModel(layer, name, path, text));
        });
    for (TableDefinition table : tables.registers()) {
      for (Layer layer : List.of(Layer.STAGING, Layer.HISTORY, Layer.MARTS)) {
        String path = REGISTER + layer.folder() + ".sql";
        SqlModel model = ofRegister(layer, table, path, texts.getOrDefault(path, ""));
        if (models.stream().noneMatch(own -> own.qualifiedName().equals(model.qualifiedName()))) {
          models.add(model);
        }
      }
    }
    List<String> indicators =
        models.stream()
            .filter(model -> model.layer() == Layer.INDICATORS)
            .map(SqlModel::name)
            .toList();
    List<String> registers = tables.registers().stream().map(TableDefinition::name).toList();
    List<String> placed =
        tables.registers().stream()
            .filter(
                table ->
                    table.columns().stream()
                        .anyMatch(column -> column.name().equals("division_code")))
            .map(TableDefinition::name)
            .toList();
    List<Map<String, String>> assessed = assessed(definitions);
    return models.stream()
        .map(model -> forEach(model, indicators, registers, placed, assessed))
        .toList();
  }

  /** Statements that ask a published file, by path: it keeps them, so that it answers for ever. */
  public static Map<String, String> asking() {
    Map<String, String> texts = builtIn();
    texts.keySet().removeIf(path -> !ASKING.matcher(path).matches());
    return texts;
  }

  /** What every statement of an assessment is asked, by placeholder. */
  private static List<Map<String, String>> assessed(DefinitionFiles definitions) {
    List<Map<String, String>> asked = new ArrayList<>();
    for (Assessment assessment : Assessments.load(definitions, new Problems()).list()) {
      for (AssessmentItem item : assessment.items()) {
        for (String statement : item.decidedBy()) {
          asked.add(
              Map.of(
                  "assessment", assessment.id(),
                  "item", item.id(),
                  "statement", statement,
                  "campaign", assessment.campaign(),
                  "form", assessment.form(),
                  "measure", item.measure(),
                  "from", assessment.period().start().toString(),
                  "to", assessment.period().end().toString()));
        }
      }
    }
    return asked;
  }

  /** What every register is made with, whichever columns it has. */
  private static SqlModel ofRegister(Layer layer, TableDefinition table, String path, String text) {
    return new SqlModel(layer, table.name(), path, text.replace("{table}", table.name()));
  }

  /**
   * Repeats a line marked {@code -- for each indicator:} with the name of each in place of {id},
   * and one marked {@code -- for each register:} with that of each in place of {table}, {@code --
   * for each placed register:} with that of those whose lines name a division; one marked {@code --
   * for each assessed:} for each statement that an item of an assessment asks.
   */
  private static SqlModel forEach(
      SqlModel model,
      List<String> indicators,
      List<String> registers,
      List<String> placed,
      List<Map<String, String>> assessed) {
    if (!model.text().contains(EACH)) {
      return model;
    }
    StringBuilder text = new StringBuilder();
    for (String line : model.text().split("\n")) {
      String stripped = line.strip();
      if (stripped.startsWith(EACH + "indicator: ")) {
        text.append(repeated(stripped, "{id}", indicators));
      } else if (stripped.startsWith(EACH + "register: ")) {
        text.append(repeated(stripped, "{table}", registers));
      } else if (stripped.startsWith(EACH + "placed register: ")) {
        text.append(repeated(stripped, "{table}", placed));
      } else if (stripped.startsWith(EACH + "assessed: ")) {
        text.append(repeated(stripped, assessed));
      } else {
        text.append(line);
      }
      text.append('\n');
    }
    return new SqlModel(model.layer(), model.name(), model.path(), text.toString());
  }

  /** One line for all of them, so that line numbers stay those of the file. */
  private static String repeated(String line, String placeholder, List<String> names) {
    String pattern = line.substring(line.indexOf(": ") + 2);
    return names.stream()
        .map(name -> pattern.replace(placeholder, name))
        .collect(Collectors.joining(" "));
  }

  private static String repeated(String line, List<Map<String, String>> asked) {
    String pattern = line.substring(line.indexOf(": ") + 2);
    return asked.stream()
        .map(
            values -> {
              String one = pattern;
              for (Map.Entry<String, String> value : values.entrySet()) {
                one = one.replace("{" + value.getKey() + "}", value.getValue().replace("'", "''"));
              }
              return one;
            })
        .collect(Collectors.joining(" "));
  }

  private static Map<String, String> builtIn() {
    Map<String, String> texts = new TreeMap<>();
    URL anchor = SqlFiles.class.getClassLoader().getResource(ROOT + "staging");
    if (anchor == null) {
      throw new IllegalStateException("Cannot find the SQL models on the class path: " + ROOT);
    }
    try {
      if ("jar".equals(anchor.getProtocol())) {
        readJar(anchor, texts);
      } else {
        readFolder(Path.of(new URI(anchor.toString())).resolve("..").normalize(), texts);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the SQL models", e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException("Cannot locate the SQL models: " + anchor, e);
    }
    return texts;
  }

  private static void readJar(URL anchor, Map<String, String> texts) throws IOException {
    JarURLConnection connection = (JarURLConnection) anchor.openConnection();
    connection.setUseCaches(false);
    try (JarFile jar = connection.getJarFile()) {
      for (var entries = jar.entries(); entries.hasMoreElements(); ) {
        var entry = entries.nextElement();
        if (entry.getName().startsWith(ROOT) && entry.getName().endsWith(".sql")) {
          try (InputStream in = jar.getInputStream(entry)) {
            texts.put(
                entry.getName().substring(ROOT.length()),
                new String(in.readAllBytes(), StandardCharsets.UTF_8));
          }
        }
      }
    }
  }

  private static void readFolder(Path root, Map<String, String> texts) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".sql")).sorted().toList()) {
        texts.put(root.relativize(file).toString().replace('\\', '/'), Files.readString(file));
      }
    }
  }
}
