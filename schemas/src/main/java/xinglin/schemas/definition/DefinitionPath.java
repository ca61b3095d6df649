package xinglin.schemas.definition;

/**
 * A definition file.
 *
 * @param name path among the definitions: {@code forms/x.yaml}
 * @param shown as its author knows it: {@code config/forms/x.yaml} in a home
 */
public record DefinitionPath(String name, String shown) {

  public boolean isOfHome() {
    return !shown.equals(name);
  }

  static DefinitionPath builtIn(String name) {
    return new DefinitionPath(name, name);
  }

  static DefinitionPath ofHome(String name) {
    return new DefinitionPath(name, "config/" + name);
  }
}
