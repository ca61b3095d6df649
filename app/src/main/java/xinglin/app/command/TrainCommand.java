package xinglin.app.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import xinglin.app.launch.Classes;

/** Does once what users do, so that the launcher can record the classes it takes. */
@Command(name = "train", hidden = true, mixinStandardHelpOptions = true)
final class TrainCommand implements Callable<Integer> {
  @Parameters(arity = "1", paramLabel = "DIR", descriptionKey = "home")
  private Path folder = Path.of("");

  @Override
  public Integer call() throws IOException {
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
    askPartner(folder);
    run("nightly", "--home", home);
    Classes.load();
    return Exit.DONE.code();
  }

  /** A partner whom nobody answers for: enough to load what speaks SSH. */
  private static void askPartner(Path home) throws IOException {
    Path config = home.resolve("config");
    Path partners = Files.createDirectories(config.resolve("partners"));
    Path secret = config.resolve("train-secret");
    Files.createFile(
        secret, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(secret, "train\n");
    Files.writeString(
        partners.resolve("320303.yaml"),
        """
        name: train
        division: "320303"
        channels:
          sftp: {host: 127.0.0.1, port: 1, user: train, password: file:train-secret}
        """);
  }

  private static void run(String... words) {
    CommandLines.run(words);
  }
}
