package xinglin.schemas.check;

import java.util.Optional;
import xinglin.schemas.definition.DefinitionFiles;
import xinglin.schemas.definition.Problems;

/** The checks as they are shipped. */
final class Declared {
  private Declared() {}

  static CheckCatalogue catalogue() {
    Problems problems = new Problems();
    CheckCatalogue catalogue =
        CheckCatalogue.load(DefinitionFiles.load(Optional.empty()), problems);
    problems.check();
    return catalogue;
  }
}
