package xinglin.jobs.template;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import xinglin.jobs.open.Samples;
import xinglin.schemas.blank.BlankForm;
import xinglin.schemas.blank.BlankForms;
import xinglin.schemas.codelist.Division;
import xinglin.schemas.codelist.Divisions;
import xinglin.schemas.engine.Definitions;
import xinglin.schemas.engine.FormEngine;
import xinglin.schemas.engine.ReadingContext;
import xinglin.schemas.form.FormDefinition;
import xinglin.schemas.reading.FileReading;
import xinglin.schemas.sheet.Document;

/** A form with the definitions that it stands in. */
record Forms(Definitions definitions, FormEngine engine, FormDefinition form) {
  private static final int MOST = 3;
  private static final Path EXAMPLES =
      Path.of(System.getProperty("xinglin.root", "..")).resolve("docs/how-to/example");

  /** Every built-in form. */
  static List<Forms> builtIn() {
    Definitions definitions = Definitions.load(Optional.empty());
    FormEngine engine = new FormEngine(definitions);
    return definitions.forms().list().stream()
        .map(form -> new Forms(definitions, engine, form))
        .toList();
  }

  /** Every form of the examples in docs/how-to. */
  static List<Forms> examples() throws IOException {
    List<Path> folders = new ArrayList<>(List.of(EXAMPLES.resolve("config")));
    try (Stream<Path> layouts = Files.list(EXAMPLES.resolve("layouts"))) {
      layouts
          .map(layout -> layout.resolve("config"))
          .filter(Files::isDirectory)
          .forEach(folders::add);
    }
    List<Forms> forms = new ArrayList<>();
    for (Path folder : folders.stream().sorted().toList()) {
      Definitions definitions = Definitions.load(Optional.of(folder));
      FormEngine engine = new FormEngine(definitions);
      definitions.forms().list().stream()
          .filter(form -> definitions.files().path(form.file()).isOfHome())
          .forEach(form -> forms.add(new Forms(definitions, engine, form)));
    }
    return forms;
  }

  String name() {
    return form.formId() + "/" + form.edition();
  }

  BlankForm blank(Optional<Division> reporter) {
    return BlankForms.of(form, definitions.vocabulary(), reporter);
  }

  /** For nobody in particular where that is enough, and for some of those who report. */
  List<BlankForm> blanks(int most) {
    List<BlankForm> blanks = new ArrayList<>();
    if (form.campaigns().size() <= 1) {
      blanks.add(blank(Optional.empty()));
    }
    for (Division division : reporters()) {
      if (blanks.size() < most) {
        blanks.add(blank(Optional.of(division)));
      }
    }
    return blanks;
  }

  /** Of each campaign in turn; of a form of none, anybody of its level known by name alone. */
  List<Division> reporters() {
    if (form.campaigns().isEmpty()) {
      return form.reporterLevel().stream()
          .flatMap(level -> definitions.divisions().within(Divisions.CHINA, level).stream())
          .filter(this::isOnlyOneOfItsName)
          .limit(MOST)
          .toList();
    }
    List<Division> reporters = new ArrayList<>();
    for (int number = 0; number < MOST; number++) {
      for (String campaign : form.campaigns()) {
        List<Division> known =
            form.reporterLevel()
                .map(
                    level ->
                        definitions
                            .divisions()
                            .within(definitions.campaigns().get(campaign).scope(), level))
                .orElse(List.of());
        if (number < known.size()) {
          reporters.add(known.get(number));
        }
      }
    }
    return reporters;
  }

  private boolean isOnlyOneOfItsName(Division division) {
    return definitions
            .divisions()
            .lookup(division.name(), Divisions.CHINA, Optional.of(division.level()))
            .size()
        == 1;
  }

  static byte[] bytes(BlankForm form, boolean workbook) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    if (workbook) {
      WorkbookTemplate.write(form, bytes);
    } else {
      WordTemplate.write(form, bytes);
    }
    return bytes.toByteArray();
  }

  FileReading read(Document document) {
    return engine.read(document, ReadingContext.unsent());
  }

  static Document open(Path file) throws IOException {
    return Samples.open(file);
  }
}
