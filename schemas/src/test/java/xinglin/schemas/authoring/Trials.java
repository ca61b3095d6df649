package xinglin.schemas.authoring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import xinglin.schemas.assessment.Assessments;
import xinglin.schemas.campaign.Campaigns;
import xinglin.schemas.check.CheckCatalogue;
import xinglin.schemas.check.CheckDeclaration;
import xinglin.schemas.codelist.CodeLists;
import xinglin.schemas.codelist.Divisions;
import xinglin.schemas.codelist.Measures;
import xinglin.schemas.codelist.WorkCalendar;
import xinglin.schemas.definition.DefinitionFiles;
import xinglin.schemas.definition.Entry;
import xinglin.schemas.definition.Problems;
import xinglin.schemas.engine.Definitions;
import xinglin.schemas.exchange.PenaltyLayouts;
import xinglin.schemas.form.FormDefinition;
import xinglin.schemas.form.FormVocabulary;
import xinglin.schemas.form.Forms;
import xinglin.schemas.indicator.Indicators;
import xinglin.schemas.rule.Rules;
import xinglin.schemas.table.Tables;

/** One trial for each kind of definition: the built-in ones and those of the how-to examples. */
final class Trials {
  private static final Path ROOT = Path.of("");
  private static final Path EXAMPLES = Path.of("../docs/how-to/example");
  private static final Definitions BUILT_IN = Definitions.load(Optional.empty());

  private Trials() {}

  static Trial of(DefinitionKind kind) {
    return new Trial(
        JsonSchemas.write(kind, KnownWords.of(BUILT_IN)),
        texts(kind),
        parser(kind.id()),
        !Set.of("measure", "check").contains(kind.id()));
  }

  /** The built-in definitions, and those of one example with them. */
  static Trial of(DefinitionKind kind, Path config) {
    Definitions definitions = Definitions.load(Optional.of(config));
    return new Trial(
        JsonSchemas.write(kind, KnownWords.of(definitions)),
        texts(kind, List.of(config)),
        parser(kind.id()),
        true);
  }

  static Map<String, String> texts(DefinitionKind kind) {
    return texts(kind, configs());
  }

  static Map<String, String> texts(DefinitionKind kind, List<Path> configs) {
    Map<String, String> texts = new TreeMap<>();
    PathMatcher files = FileSystems.getDefault().getPathMatcher("glob:" + kind.files());
    String folder = kind.files().substring(0, kind.files().lastIndexOf('/') + 1);
    for (Path config : configs) {
      for (Path file : files(config.resolve(folder))) {
        String name = folder + file.getFileName();
        boolean special = name.matches("codelists/(divisions|workdays-).*");
        if (files.matches(Path.of(name)) && (!kind.id().equals("codelist") || !special)) {
          texts.put(name, text(file));
        }
      }
    }
    return texts;
  }

  /** The built-in definitions and every {@code config} of an example. */
  static List<Path> configs() {
    try (Stream<Path> all = Files.walk(EXAMPLES)) {
      return Stream.concat(
              Stream.of(ROOT),
              all
                  .filter(path -> path.endsWith("config") && !path.toString().contains("wrong"))
                  .sorted()
                  .toList()
                  .stream())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Path> files(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static BiConsumer<DefinitionFiles, Problems> parser(String kind) {
    return switch (kind) {
      case "form" ->
          (files, problems) -> Forms.load(files, vocabulary(BUILT_IN.checks()), problems);
      case "measure" -> Measures::load;
      case "codelist" -> CodeLists::load;
      case "divisions" -> Divisions::load;
      case "workdays" -> WorkCalendar::load;
      case "campaign" -> Campaigns::load;
      case "rule" -> Rules::load;
      case "check" ->
          (files, problems) -> {
            CheckCatalogue checks = CheckCatalogue.load(files, problems);
            Forms.load(asked(checks), vocabulary(checks), problems);
            checks.requireForms(
                BUILT_IN.forms().list().stream()
                    .map(FormDefinition::formId)
                    .collect(Collectors.toSet()));
          };
      case "indicator" ->
          (files, problems) -> Indicators.load(files, BUILT_IN.measures(), problems);
      case "assessment" -> Assessments::load;
      case "table" -> Tables::load;
      case "layout" -> PenaltyLayouts::load;
      default -> throw new IllegalArgumentException("Cannot parse: " + kind);
    };
  }

  /** Forms that a check of one's own looks at. */
  private static DefinitionFiles asked(CheckCatalogue checks) {
    Map<String, String> forms = new TreeMap<>();
    for (CheckDeclaration check : checks.list()) {
      for (Entry entry : check.on()) {
        String file = "forms/" + entry.text("form", "") + ".yaml";
        BUILT_IN.files().find(file).ifPresent(text -> forms.put(file, text));
      }
    }
    return DefinitionFiles.of(forms);
  }

  private static FormVocabulary vocabulary(CheckCatalogue checks) {
    return new FormVocabulary(
        BUILT_IN.measures(),
        BUILT_IN.codeLists(),
        BUILT_IN.divisions(),
        BUILT_IN.campaigns(),
        BUILT_IN.tables(),
        BUILT_IN.rules(),
        checks);
  }
}
