package xinglin.app.command.form;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import xinglin.schemas.engine.Definitions;

/** The definitions that hold in a home, which need not be there yet. */
final class HomeDefinitions {
  private HomeDefinitions() {}

  /** The {@code config} folder, if the home has one. */
  static Optional<Path> overlay(Path home) {
    return Optional.of(home.resolve("config")).filter(Files::isDirectory);
  }

  /**
   * @throws xinglin.schemas.definition.DefinitionException with all mistakes together
   */
  static Definitions of(Path home) {
    return Definitions.load(overlay(home));
  }
}
