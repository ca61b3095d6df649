package xinglin.app.night;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The sample mails. */
public final class Mails {
  private Mails() {}

  public static Path folder() {
    return Path.of(System.getProperty("xinglin.root", ".."), "jobs/src/test/resources/mail");
  }

  public static List<Path> all() throws IOException {
    try (Stream<Path> files = Files.list(folder())) {
      return files.sorted().toList();
    }
  }

  /** Puts those of the given names into the inbox, each with the time it arrived. */
  public static void deliver(Path home, Predicate<String> wanted) throws IOException {
    for (Path mail : all()) {
      String name = mail.getFileName().toString();
      if (wanted.test(name)) {
        Path to = home.resolve("inbox").resolve(name);
        Files.writeString(
            to.resolveSibling(name + ".envelope.json"),
            name.endsWith(".zip")
                ? "{\"received_at\": \"2024-08-13T18:00:00+08:00\", \"partner\": \"331024003\"}"
                : "{\"received_at\": \"2024-08-12T18:00:00+08:00\"}");
        Files.copy(mail, to);
      }
    }
  }

  /** Lines that begin with the digest of a sample mail, with its name instead, in order. */
  public static List<String> named(List<String> lines) throws IOException {
    Map<String, String> names = new TreeMap<>();
    for (Path mail : all()) {
      names.put(Sha.of(mail), mail.getFileName().toString().replaceFirst("\\.[^.]*$", ""));
    }
    return lines.stream()
        .map(line -> names.getOrDefault(line.substring(0, 64), "?") + line.substring(64))
        .sorted()
        .toList();
  }

  /** The example or sample with this digest. */
  public static String sample(String sha256) throws IOException {
    for (Path folder : List.of(Examples.folder(), folder())) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
          if (Sha.of(file).equals(sha256)) {
            return file.getFileName().toString();
          }
        }
      }
    }
    return "something else";
  }
}
