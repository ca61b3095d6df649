package xinglin.jobs.example;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import xinglin.schemas.definition.DefinitionFiles;
import xinglin.schemas.definition.DefinitionPath;
import xinglin.schemas.definition.Problems;
import xinglin.schemas.form.FormDefinition;

/**
 * Finds the examples of forms: {@code forms/x.example.txt} beside {@code forms/x.yaml}, and every
 * file of {@code forms/x.examples/} with its {@code NAME.expected.csv}.
 */
public final class FormExamples {
  private static final String EXPECTED = ".expected.csv";
  private static final String ROOT = "xinglin/schemas/";
  private final DefinitionFiles files;
  private final Optional<Path> config;
  private final Problems problems;

  /**
   * @param config the {@code config} folder of a home, if there is one
   * @param problems receives expected files that are no text
   */
  public FormExamples(DefinitionFiles files, Optional<Path> config, Problems problems) {
    this.files = files;
    this.config = config;
    this.problems = problems;
  }

  /** In order of their names, the one written as text first. */
  public List<FormExample> list(FormDefinition form) throws IOException {
    DefinitionPath path = files.path(form.file());
    String base = form.file().replaceFirst("\\.yaml$", "");
    List<FormExample> examples = new ArrayList<>();
    Optional<String> text = files.find(base + ".example.txt");
    if (text.isPresent()) {
      DefinitionPath example = files.path(base + ".example.txt");
      examples.add(
          example(
              form,
              example.shown(),
              base + ".examples/example" + EXPECTED,
              text,
              Optional.empty(),
              example.isOfHome()));
    }
    Optional<Path> folder =
        config.map(root -> root.resolve(base + ".examples")).filter(Files::isDirectory);
    if (path.isOfHome() && folder.isPresent()) {
      for (Path file : filesOf(folder.get())) {
        String name = base + ".examples/" + file.getFileName();
        examples.add(
            example(
                form,
                "config/" + name,
                name + EXPECTED,
                Optional.empty(),
                Optional.of(file),
                true));
      }
    }
    return examples;
  }

  private FormExample example(
      FormDefinition form,
      String shown,
      String expected,
      Optional<String> text,
      Optional<Path> file,
      boolean ofHome)
      throws IOException {
    Optional<Path> written = ofHome ? config.map(root -> root.resolve(expected)) : Optional.empty();
    return new FormExample(
        form,
        shown,
        text,
        file,
        written.isPresent() ? read(written.get(), "config/" + expected) : builtIn(expected),
        ofHome ? "config/" + expected : expected,
        written);
  }

  private Optional<String> read(Path file, String shown) throws IOException {
    return Files.exists(file)
        ? Optional.of(DefinitionFiles.readText(shown, file, problems))
        : Optional.empty();
  }

  private static Optional<String> builtIn(String name) throws IOException {
    try (InputStream in = FormExamples.class.getClassLoader().getResourceAsStream(ROOT + name)) {
      return in == null
          ? Optional.empty()
          : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  /** Files that a sender could send; hidden ones and lock files of office programs are none. */
  private static List<Path> filesOf(Path folder) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(Files::isRegularFile)
          .filter(file -> !file.getFileName().toString().endsWith(EXPECTED))
          .filter(file -> !file.getFileName().toString().matches("[.~].*"))
          .sorted()
          .toList();
    }
  }
}
