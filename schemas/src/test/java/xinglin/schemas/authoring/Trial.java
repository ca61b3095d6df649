package xinglin.schemas.authoring;

import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import xinglin.schemas.definition.DefinitionFiles;
import xinglin.schemas.definition.DefinitionProblem;
import xinglin.schemas.definition.Problems;

/** Definitions of one kind, tried with the parser and with the schema. */
final class Trial {
  private static final JsonSchemaFactory FACTORY =
      JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
  private final JsonSchema schema;
  private final Map<String, String> texts;
  private final BiConsumer<DefinitionFiles, Problems> parser;
  private final boolean alone;

  /**
   * @param texts the definitions of this kind by path
   * @param alone whether one is parsed without the others
   */
  Trial(
      String schema,
      Map<String, String> texts,
      BiConsumer<DefinitionFiles, Problems> parser,
      boolean alone) {
    this.schema = FACTORY.getSchema(schema);
    this.texts = new TreeMap<>(texts);
    this.parser = parser;
    this.alone = alone;
  }

  /** A mapping inside a definition: keys and positions that lead to it. */
  record Place(String file, List<Object> steps) {
    /** {@code tables[].columns[]}. */
    String shape() {
      StringBuilder shape = new StringBuilder();
      steps.forEach(step -> shape.append(step instanceof Integer ? "[]" : "." + step));
      return shape.toString();
    }
  }

  Object document(String file) {
    return TypedYaml.read(texts.getOrDefault(file, ""));
  }

  /** What the schema says of a document; empty if it is content. */
  Set<String> schemaSays(Object document) {
    Set<String> said = new TreeSet<>();
    schema.validate(TypedYaml.json(document)).forEach(message -> said.add(message.toString()));
    return said;
  }

  /** What the parser says of all definitions with this one changed. */
  List<DefinitionProblem> parserSays(String file, Object document) {
    Map<String, String> changed = alone ? new TreeMap<>() : new TreeMap<>(texts);
    changed.put(file, TypedYaml.write(document));
    Problems problems = new Problems();
    parser.accept(DefinitionFiles.of(changed), problems);
    return problems.list().stream().filter(problem -> problem.file().equals(file)).toList();
  }

  static Set<String> unknownKeys(List<DefinitionProblem> problems) {
    Set<String> unknown = new TreeSet<>();
    for (DefinitionProblem problem : problems) {
      if (problem.mistake().sentence().equals("unknown key \"{0}\"")) {
        unknown.add(problem.mistake().values().get(0));
      }
    }
    return unknown;
  }

  /** Every mapping of a document, the outer ones first. */
  static List<Place> places(String file, Object document) {
    List<Place> places = new ArrayList<>();
    collect(new Place(file, List.of()), document, places);
    return places;
  }

  private static void collect(Place place, Object value, List<Place> places) {
    if (value instanceof Map<?, ?> map) {
      places.add(place);
      map.forEach((key, child) -> collect(step(place, key.toString()), child, places));
    } else if (value instanceof List<?> list) {
      for (int i = 0; i < list.size(); i++) {
        collect(step(place, i), list.get(i), places);
      }
    }
  }

  private static Place step(Place place, Object step) {
    List<Object> steps = new ArrayList<>(place.steps());
    steps.add(step);
    return new Place(place.file(), steps);
  }

  @SuppressWarnings("unchecked")
  static Map<String, Object> at(Object document, Place place) {
    Object value = document;
    for (Object step : place.steps()) {
      value =
          step instanceof Integer index
              ? ((List<Object>) value).get(index)
              : ((Map<String, Object>) value).get(step.toString());
    }
    return (Map<String, Object>) value;
  }
}
