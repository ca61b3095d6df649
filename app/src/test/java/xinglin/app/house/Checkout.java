package xinglin.app.house;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The files of the repository: those that git tracks, else (an unpacked archive) those that would
 * be.
 */
final class Checkout {
  private static final Set<String> MADE =
      Set.of("target", ".git", ".xinglin", "xinglin-home", "xinglin-demo");
  private static final Set<String> TEXT =
      Set.of(
          "java",
          "md",
          "xml",
          "yaml",
          "yml",
          "sql",
          "sh",
          "py",
          "properties",
          "csv",
          "txt",
          "json",
          "config",
          "log");

  private Checkout() {}

  static Path root() {
    return Path.of(System.getProperty("xinglin.root", "..")).toAbsolutePath().normalize();
  }

  static List<Path> files() throws IOException, InterruptedException {
    List<Path> files = Files.exists(root().resolve(".git")) ? tracked() : walked();
    return files.stream().filter(Files::isRegularFile).sorted().toList();
  }

  static List<Path> files(String extension) throws IOException, InterruptedException {
    return files().stream().filter(file -> extension(file).equals(extension)).toList();
  }

  static List<Path> texts() throws IOException, InterruptedException {
    return files().stream()
        .filter(file -> TEXT.contains(extension(file)) || extension(file).isEmpty())
        .toList();
  }

  static String name(Path file) {
    return root().relativize(file).toString();
  }

  static String extension(Path file) {
    String name = file.getFileName().toString();
    return name.lastIndexOf('.') <= 0 ? "" : name.substring(name.lastIndexOf('.') + 1);
  }

  /** The text of a file; bytes that are not UTF-8 do not matter to those who ask. */
  static String text(Path file) throws IOException {
    return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
  }

  private static List<Path> tracked() throws IOException, InterruptedException {
    Process git =
        new ProcessBuilder(
                "git", "ls-files", "-z", "--cached", "--others", "--exclude-standard", ".")
            .directory(root().toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    String names = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return git.waitFor() == 0
        ? Stream.of(names.split("\0")).map(name -> root().resolve(name)).toList()
        : walked();
  }

  private static List<Path> walked() throws IOException {
    try (Stream<Path> files = Files.walk(root())) {
      return files
          .filter(file -> Stream.of(name(file).split("/")).noneMatch(MADE::contains))
          .toList();
    }
  }
}
