package xinglin.schemas.authoring;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import xinglin.schemas.authoring.DefinitionKind.Case;
import xinglin.schemas.finding.Wording;

/**
 * JSON Schemas (2020-12) of definitions, made of the declared keys and the known words. Editors
 * complete and check definitions by them; titles are Chinese, descriptions English.
 */
public final class JsonSchemas {
  private static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";
  private static final String DAY = "[0-9]{4}-[0-9]{2}-[0-9]{2}";
  private final DefinitionKind kind;
  private final KnownWords words;
  private final Set<String> referred = new TreeSet<>();

  private JsonSchemas(DefinitionKind kind, KnownWords words) {
    this.kind = kind;
    this.words = words;
  }

  /** The schema of a kind, as indented JSON. */
  public static String write(DefinitionKind kind, KnownWords words) {
    return Json.write(new JsonSchemas(kind, words).root());
  }

  private Map<String, Object> root() {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("$schema", DIALECT);
    schema.putAll(group(kind.root()));
    if (kind.by().isPresent() && kind.inside().isPresent()) {
      schema.put(
          "allOf",
          cases(
              kind.by().get(),
              group(inside().part().map(kind::part).orElseThrow().without(inside().without())),
              List.of(),
              Optional.of(inside().name())));
    }
    Map<String, Object> parts = new TreeMap<>();
    while (!referred.isEmpty()) {
      String name = referred.iterator().next();
      referred.remove(name);
      parts.put(name, Map.of());
      parts.put(name, group(kind.part(name)));
      referred.removeAll(parts.keySet());
    }
    if (!parts.isEmpty()) {
      schema.put("$defs", parts);
    }
    return schema;
  }

  private Key inside() {
    return kind.root().keys().stream()
        .filter(key -> key.name().equals(kind.inside().orElse("")))
        .findFirst()
        .orElseThrow();
  }

  private Map<String, Object> group(KeyGroup group) {
    Map<String, Object> schema = described(group.words());
    schema.put("type", "object");
    Map<String, Object> properties = new LinkedHashMap<>();
    group.keys().forEach(key -> properties.put(key.name(), property(key)));
    schema.put("properties", properties);
    List<String> required = group.keys().stream().filter(Key::required).map(Key::name).toList();
    if (!required.isEmpty()) {
      schema.put("required", required);
    }
    if (!group.needsOne().isEmpty()) {
      schema.put("anyOf", group.needsOne().stream().map(name -> required(List.of(name))).toList());
    }
    List<Object> pairs = new ArrayList<>();
    for (int i = 0; i < group.onlyOne().size(); i++) {
      for (int j = i + 1; j < group.onlyOne().size(); j++) {
        pairs.add(Map.of("not", required(List.of(group.onlyOne().get(i), group.onlyOne().get(j)))));
      }
    }
    if (!pairs.isEmpty()) {
      schema.put("allOf", pairs);
    }
    schema.put("additionalProperties", false);
    return schema;
  }

  private static Map<String, Object> required(List<String> names) {
    return Map.of("required", names);
  }

  private static Map<String, Object> described(Wording words) {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("title", words.zh());
    schema.put("description", words.en());
    return schema;
  }

  private Map<String, Object> property(Key key) {
    Map<String, Object> schema = described(key.words());
    key.example().ifPresent(example -> schema.put("examples", List.of(example)));
    switch (key.type()) {
      case PART -> schema.put("$ref", reference(key));
      case LIST -> {
        schema.put("type", "array");
        if (key.required()) {
          schema.put("minItems", 1);
        }
        schema.put("items", items(key));
      }
      case EITHER -> {
        schema.put("if", Map.of("type", "object"));
        schema.put("then", Map.of("$ref", reference(key)));
        List<Object> others = new ArrayList<>();
        key.of().ifPresent(name -> others.add(word(name)));
        key.also().ifPresent(type -> others.add(value(type, key)));
        schema.put("else", others.size() == 1 ? others.get(0) : Map.of("anyOf", others));
      }
      default -> schema.putAll(value(key.type(), key));
    }
    return schema;
  }

  private String reference(Key key) {
    referred.add(key.part().orElseThrow());
    return "#/$defs/" + key.part().orElseThrow();
  }

  /** An item whose keys depend on one of them, or are fewer than its group's, stands in place. */
  private Map<String, Object> items(Key key) {
    if (key.without().isEmpty() && key.by().isEmpty()) {
      return Map.of("$ref", reference(key));
    }
    KeyGroup part = kind.part(key.part().orElseThrow()).without(key.without());
    Map<String, Object> schema = group(part);
    key.by().ifPresent(by -> schema.put("allOf", cases(by, schema, List.of(by), Optional.empty())));
    return schema;
  }

  /**
   * @param schema of the items
   * @param always keys that every item may have
   * @param inside list whose items are meant; empty if the item itself holds the key
   */
  private List<Object> cases(
      String by, Map<String, Object> schema, List<String> always, Optional<String> inside) {
    List<Object> cases = new ArrayList<>();
    for (Case one : kind.cases()) {
      List<String> when = inside.isPresent() ? one.when() : words.comparingAs(one.when());
      List<String> allowed = new ArrayList<>(always);
      if (inside.isPresent() && schema.get("required") instanceof List<?> names) {
        names.forEach(name -> allowed.add(name.toString()));
      }
      allowed.addAll(one.must());
      allowed.addAll(one.may());
      Map<String, Object> then = new LinkedHashMap<>();
      then.put("propertyNames", Map.of("enum", allowed));
      if (!one.must().isEmpty()) {
        then.put("required", one.must());
      }
      Map<String, Object> condition = new LinkedHashMap<>();
      condition.put(
          "if", Map.of("properties", Map.of(by, Map.of("enum", when)), "required", List.of(by)));
      condition.put(
          "then",
          inside.isEmpty()
              ? then
              : Map.of("properties", Map.of(inside.get(), Map.of("items", then))));
      cases.add(condition);
    }
    return cases;
  }

  private Map<String, Object> value(Key.Type type, Key key) {
    Map<String, Object> text = new LinkedHashMap<>();
    text.put("type", List.of("string", "number", "boolean"));
    text.put("minLength", 1);
    key.pattern().ifPresent(pattern -> text.put("pattern", pattern));
    return switch (type) {
      case TEXT -> text;
      case TEXTS -> oneOrMore(text);
      case FLAG -> Map.of("type", "boolean");
      case NUMBER -> Map.of("type", "integer");
      case DATE -> date();
      case DATES -> oneOrMore(date());
      case PERIOD -> ordered("type", "string", "pattern", "^" + DAY + "\\.\\." + DAY + "$");
      case SIZE ->
          ordered(
              "type",
              List.of("integer", "string"),
              "pattern",
              "^[1-9][0-9]{0,11}( (KiB|MiB|GiB))?$");
      case MAP ->
          ordered(
              "type",
              "object",
              "additionalProperties",
              Map.of("type", List.of("string", "number", "boolean")));
      case NUMBERS -> ordered("type", "object", "additionalProperties", Map.of("type", "number"));
      case WORD ->
          key.also()
              .map(also -> either(word(key.of().orElseThrow()), value(also, key)))
              .orElseGet(() -> word(key.of().orElseThrow()));
      case WORDS -> oneOrMore(word(key.of().orElseThrow()));
      case PART, LIST, EITHER ->
          throw new IllegalArgumentException("Cannot be a plain value: " + type);
    };
  }

  private static Map<String, Object> either(Map<String, Object> one, Map<String, Object> other) {
    return ordered("anyOf", List.of(one, other));
  }

  private static Map<String, Object> date() {
    return ordered("type", "string", "format", "date", "pattern", "^" + DAY + "$");
  }

  private static Map<String, Object> oneOrMore(Map<String, Object> item) {
    return ordered("if", Map.of("type", "array"), "then", Map.of("items", item), "else", item);
  }

  private Map<String, Object> word(String name) {
    List<KnownWords.Word> known = words.get(name);
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("enum", known.stream().map(KnownWords.Word::word).toList());
    if (known.stream().anyMatch(word -> !word.meaning().isEmpty())) {
      schema.put("enumDescriptions", known.stream().map(KnownWords.Word::meaning).toList());
    }
    return schema;
  }

  private static Map<String, Object> ordered(Object... pairs) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      map.put(pairs[i].toString(), pairs[i + 1]);
    }
    return map;
  }
}
