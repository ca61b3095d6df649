package xinglin.jobs.impact;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import xinglin.schemas.check.CheckDeclaration;
import xinglin.schemas.definition.Entry;
import xinglin.schemas.definition.ProposedFile;
import xinglin.schemas.engine.Definitions;
import xinglin.schemas.form.FormDefinition;
import xinglin.warehouse.impact.Reach;

/** Tells which stored files a changed definition can matter to. */
public final class Reaches {
  /** What is asked of what is published only. */
  private static final Set<String> OF_PUBLISHING = Set.of("indicators", "assessments");

  private Reaches() {}

  /** Of changed files, compared with the definitions that hold. */
  public static Reach of(List<ProposedFile> files, Definitions before, Definitions after) {
    return files.stream().map(file -> of(file, before, after)).reduce(Reach.NOTHING, Reach::and);
  }

  private static Reach of(ProposedFile file, Definitions before, Definitions after) {
    if (OF_PUBLISHING.contains(file.kind())) {
      return Reach.NOTHING;
    }
    if (!file.kind().equals("checks")) {
      return Reach.EVERYTHING;
    }
    if (file.name().endsWith(".sql")) {
      return Reach.NOTHING;
    }
    return declared(file, before).and(declared(file, after));
  }

  /** Forms that a declaration or a form itself has checked, and whatever has such a finding. */
  private static Reach declared(ProposedFile file, Definitions definitions) {
    Optional<CheckDeclaration> check =
        definitions.checks().list().stream()
            .filter(known -> known.file().equals(file.name()))
            .findFirst();
    if (check.isEmpty()) {
      return Reach.NOTHING;
    }
    Set<String> forms =
        check.get().on().stream()
            .map((Entry entry) -> entry.text("form"))
            .collect(Collectors.toCollection(TreeSet::new));
    if (check.get().like().isPresent()) {
      definitions.forms().list().stream()
          .filter(form -> mentions(definitions, form, check.get().code()))
          .map(FormDefinition::formId)
          .forEach(forms::add);
    }
    return new Reach(false, forms, Set.of(check.get().code()));
  }

  private static boolean mentions(Definitions definitions, FormDefinition form, String code) {
    return definitions.files().find(form.file()).filter(text -> text.contains(code)).isPresent();
  }
}
