package xinglin.jobs.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import xinglin.jobs.template.TemplateFiles;
import xinglin.schemas.blank.BlankForms;
import xinglin.schemas.engine.Definitions;
import xinglin.schemas.form.FormDefinition;

/**
 * The forms to fill in, beside the published file: {@code forms/<form>-<edition>/}. They are made
 * anew only where definitions changed; otherwise those of the former run are linked.
 */
final class PublishedForms {
  private static final String FOLDER = "forms";

  /** Says of which definitions the forms were made. */
  private static final String DIGEST = "definitions.txt";

  private final Definitions definitions;

  PublishedForms(Definitions definitions) {
    this.definitions = definitions;
  }

  /**
   * @param run folder of a run that nobody reads yet
   * @param former folder of the run that is read now
   */
  void write(Path run, Optional<Path> former) throws IOException {
    Path folder = Files.createDirectories(run.resolve(FOLDER));
    Optional<Path> same = former.map(path -> path.resolve(FOLDER)).filter(this::isOfToday);
    if (same.isPresent()) {
      link(same.get(), folder);
      return;
    }
    for (FormDefinition form : definitions.forms().list()) {
      TemplateFiles.write(
          BlankForms.of(form, definitions.vocabulary(), Optional.empty()),
          folder.resolve(form.formId() + "-" + form.edition()));
    }
    Files.writeString(folder.resolve(DIGEST), definitions.digest() + "\n");
  }

  private boolean isOfToday(Path forms) {
    try {
      Path digest = forms.resolve(DIGEST);
      return Files.exists(digest) && Files.readString(digest).strip().equals(definitions.digest());
    } catch (IOException unreadable) {
      return false;
    }
  }

  private static void link(Path from, Path to) throws IOException {
    try (Stream<Path> found = Files.walk(from)) {
      List<Path> paths = found.sorted().toList();
      for (Path path : paths) {
        Path target = to.resolve(from.relativize(path).toString());
        if (Files.isDirectory(path)) {
          Files.createDirectories(target);
        } else {
          linkOrCopy(path, target);
        }
      }
    }
  }

  /** Not every file system knows links. */
  private static void linkOrCopy(Path from, Path to) throws IOException {
    try {
      Files.createLink(to, from);
    } catch (UnsupportedOperationException | IOException noLinks) {
      Files.copy(from, to);
    }
  }
}
