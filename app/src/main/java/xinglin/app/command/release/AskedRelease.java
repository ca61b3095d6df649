package xinglin.app.command.release;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;
import xinglin.app.assembly.Clocks;
import xinglin.jobs.release.Releases;
import xinglin.warehouse.home.Home;
import xinglin.warehouse.ledger.Ledger;
import xinglin.warehouse.ledger.StateDatabase;

/** Options of every command that answers from a release: which one, and whether before its time. */
public final class AskedRelease {
  @Option(names = "--release", paramLabel = "NAME", descriptionKey = "sql.release")
  private Optional<String> name = Optional.empty();

  @Option(names = "--embargoed", descriptionKey = "sql.embargoed")
  private boolean embargoed;

  /**
   * The release asked for, if one was.
   *
   * @param folder of the home
   * @throws xinglin.jobs.release.ReleaseException if it may not be quoted yet and was not asked for
   *     all the same
   */
  public Optional<String> of(Path folder) {
    if (name.isPresent() && !embargoed) {
      Home home = Home.open(folder);
      new Releases(home, new Ledger(StateDatabase.open(home)))
          .checkEmbargo(name.get(), Clocks.ofEnvironment().instant());
    }
    return name;
  }
}
