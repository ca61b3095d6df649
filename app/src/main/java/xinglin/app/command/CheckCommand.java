package xinglin.app.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import xinglin.app.assembly.CheckedFile;
import xinglin.app.assembly.Clocks;
import xinglin.app.assembly.FileCheck;
import xinglin.app.failure.UsageException;
import xinglin.app.terminal.Texts;
import xinglin.schemas.finding.Language;

/** What a sender runs before sending. Stores nothing. */
@Command(name = "check", mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {
  @Mixin private HomeOptions home = new HomeOptions();
  @Mixin private JsonOption json = new JsonOption();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(arity = "1..*", paramLabel = "FILE", descriptionKey = "check.files")
  private List<Path> files = List.of();

  @Option(names = "--annotate", paramLabel = "DIR", descriptionKey = "check.annotate")
  private Optional<Path> annotate = Optional.empty();

  @Override
  public Integer call() throws IOException {
    Texts texts = home.texts();
    for (Path file : files) {
      if (!Files.isRegularFile(file)) {
        throw new UsageException(texts.say("check.no.file", file));
      }
    }
    List<CheckedFile> checked = new ArrayList<>();
    FileCheck check = FileCheck.of(home.folder(), Clocks.ofEnvironment());
    for (Path file : files) {
      CheckedFile result = check.check(file);
      checked.add(result);
      if (annotate.isPresent()) {
        Files.createDirectories(annotate.get());
        check.annotate(result, annotate.get(), texts.english() ? Language.EN : Language.ZH);
      }
    }
    PrintWriter out = spec.commandLine().getOut();
    CheckReport report = new CheckReport(texts);
    if (json.asked()) {
      out.println(JsonOption.write(report.json(checked)));
    } else {
      report.lines(checked).forEach(out::println);
    }
    return (checked.stream().anyMatch(CheckedFile::hasErrors) ? Exit.ERRORS_FOUND : Exit.DONE)
        .code();
  }
}
