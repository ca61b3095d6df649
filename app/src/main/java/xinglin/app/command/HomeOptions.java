package xinglin.app.command;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;
import xinglin.app.terminal.Texts;

/** Where the home folder is; shared by all commands. */
public final class HomeOptions {
  @Option(names = "--home", paramLabel = "DIR", descriptionKey = "home")
  private Optional<Path> home = Optional.empty();

  @Option(names = "--lang", paramLabel = "zh|en", descriptionKey = "lang")
  private Texts.Language language = Texts.Language.ZH;

  /** {@code --home}, else {@code $XINGLIN_HOME}, else {@code ./xinglin-home}; absolute. */
  public Path folder() {
    return home.or(
            () ->
                Optional.ofNullable(System.getenv("XINGLIN_HOME"))
                    .filter(text -> !text.isBlank())
                    .map(Path::of))
        .orElse(Path.of("xinglin-home"))
        .toAbsolutePath()
        .normalize();
  }

  public boolean given() {
    return home.isPresent();
  }

  public Texts texts() {
    return new Texts(language);
  }
}
