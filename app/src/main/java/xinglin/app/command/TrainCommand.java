package xinglin.app.command;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Does once what users do, so that the launcher can record the classes it takes. */
@Command(
    name = "train",
    hidden = true,
    mixinStandardHelpOptions = true,
    resourceBundle = "xinglin.app.texts")
final class TrainCommand implements Callable<Integer> {
  @Parameters(arity = "1", paramLabel = "DIR", descriptionKey = "home")
  private Path folder = Path.of("");

  @Override
  public Integer call() {
    String home = folder.toString();
    Path examples = Path.of(System.getProperty("xinglin.root", "."), "examples", "inbox");
    run("demo", "--home", home);
    run("nightly", "--home", home, "--json");
    run("check", examples.resolve("jiangsu-2024/a-gulou-clean.xlsx").toString());
    run(
        "check",
        examples.resolve("jiangsu-2024/b-yunlong-clean.xls").toString(),
        "--json",
        "--home",
        home);
    run("check", examples.resolve("jiangsu-2024/c-jiawang-clean.docx").toString());
    run("sql", "select * from submission", "--home", home);
    run("sql", "select * from submission", "--format", "csv", "--home", home);
    run("status", "--home", home);
    run("form", "list");
    return Exit.DONE.code();
  }

  private static void run(String... words) {
    CommandLines.run(words);
  }
}
