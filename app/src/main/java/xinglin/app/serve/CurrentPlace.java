package xinglin.app.serve;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import xinglin.app.assembly.Workplace;
import xinglin.schemas.definition.DefinitionException;

/**
 * The home as its settings, partners and definitions say now. A change is taken over without a
 * restart; while there are mistakes in it, the former state goes on.
 */
final class CurrentPlace {
  private volatile Workplace place;
  private volatile int mistakes;
  private String seen;

  CurrentPlace(Workplace first) {
    this.place = first;
    this.seen = files();
  }

  Workplace get() {
    return place;
  }

  /** How many mistakes keep a change from being taken over. */
  int mistakes() {
    return mistakes;
  }

  /** Reads everything again if a file changed; true if it did. */
  synchronized boolean refresh() {
    String now = files();
    if (now.equals(seen)) {
      return false;
    }
    seen = now;
    try {
      place = Workplace.open(place.home().root(), place.clock());
      mistakes = 0;
    } catch (DefinitionException e) {
      mistakes = e.problems().size();
    }
    return true;
  }

  /** Path, size and time of every file in {@code config/}. */
  private String files() {
    try (Stream<Path> files = Files.walk(place.home().config())) {
      return files
          .filter(Files::isRegularFile)
          .map(CurrentPlace::state)
          .sorted()
          .collect(Collectors.joining("\n"));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot list " + place.home().config(), e);
    }
  }

  private static String state(Path file) {
    try {
      return file + " " + Files.size(file) + " " + Files.getLastModifiedTime(file);
    } catch (IOException e) {
      return file + " gone";
    }
  }
}
