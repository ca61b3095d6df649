package xinglin.app.launch;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/**
 * Turns what Maven built into a folder that starts fast: a plain class path of jars, with the
 * native libraries of DuckDB and SQLite unpacked once. Left in its jar, the driver of DuckDB
 * unpacks 60 MB into the temporary folder in every process; outside, it looks for a file of the
 * same name beside its jar.
 *
 * <p>Arguments: the {@code target} folder of the app module, and the folder to make. Writes {@code
 * classpath}, one line, in a fixed order: shared class data is valid only for exactly the same one.
 * Paths in it are those after the launcher renamed the folder to {@code lib}.
 */
public final class Assemble {
  private static final String DUCKDB_LIBRARY = "libduckdb_java.so_";
  private static final String MONITOR = "org/duckdb/JfrMemoryMonitor.class";
  private static final String RECORDER = "jdk.jfr.FlightRecorder";
  private static final String NO_RECORDER = "jdk.jfr.NoFlightRecord";

  private Assemble() {}

  public static void main(String[] arguments) throws IOException {
    assemble(Path.of(arguments[0]), Path.of(arguments[1]));
  }

  static void assemble(Path target, Path place) throws IOException {
    Files.createDirectories(place);
    List<Path> jars = jars(target);
    for (Path jar : jars) {
      String name = jar.getFileName().toString();
      Path copy = place.resolve(name);
      if (name.startsWith("duckdb_jdbc")) {
        split(jar, copy);
      } else if (name.startsWith("bc")) {
        unsigned(jar, copy);
      } else {
        Files.copy(jar, copy);
      }
      if (name.startsWith("sqlite-jdbc")) {
        unpackSqlite(jar, place);
      }
    }
    Path lib = place.toAbsolutePath().resolveSibling("lib");
    String classPath =
        jars.stream()
            .map(jar -> lib.resolve(jar.getFileName().toString()).toString())
            .collect(Collectors.joining(System.getProperty("path.separator")));
    Files.writeString(place.resolve("classpath"), classPath);
  }

  private static String name(Path jar) {
    return jar.getFileName().toString();
  }

  /**
   * Jars of the module itself and of its {@code lib} folder, by name. Ours first: our files are
   * then found without opening all the others, which takes a seventh of a second.
   */
  private static List<Path> jars(Path target) throws IOException {
    try (Stream<Path> own = Files.list(target);
        Stream<Path> others = Files.list(target.resolve("lib"))) {
      return Stream.concat(own, others)
          .filter(path -> path.toString().endsWith(".jar"))
          .filter(path -> !path.toString().matches(".*-(sources|javadoc|tests)\\.jar"))
          .sorted(
              Comparator.comparing((Path jar) -> !name(jar).startsWith("xinglin-"))
                  .thenComparing(Assemble::name))
          .toList();
    }
  }

  /**
   * Copies a jar without its signature: classes of a signed one do not go into the archive, and
   * each is verified when it is loaded. Maven has compared the jar with its checksum.
   */
  private static void unsigned(Path jar, Path copy) throws IOException {
    try (JarFile in = new JarFile(jar.toFile());
        OutputStream file = Files.newOutputStream(copy);
        JarOutputStream out = new JarOutputStream(file)) {
      Manifest manifest = new Manifest();
      manifest.getMainAttributes().putAll(in.getManifest().getMainAttributes());
      out.putNextEntry(new ZipEntry(JarFile.MANIFEST_NAME));
      manifest.write(out);
      for (JarEntry entry : in.stream().toList()) {
        if (!entry.getName().matches("META-INF/([^/]*[.](SF|RSA|DSA|EC)|MANIFEST.MF)")) {
          out.putNextEntry(new ZipEntry(entry.getName()));
          try (InputStream bytes = in.getInputStream(entry)) {
            bytes.transferTo(out);
          }
        }
      }
    }
  }

  /** Copies a jar without its native libraries, and puts the library of this machine beside it. */
  private static void split(Path jar, Path copy) throws IOException {
    String wanted = DUCKDB_LIBRARY + duckDbPlatform();
    try (JarFile in = new JarFile(jar.toFile());
        OutputStream file = Files.newOutputStream(copy);
        JarOutputStream out = new JarOutputStream(file)) {
      for (JarEntry entry : in.stream().toList()) {
        if (entry.getName().equals(wanted)) {
          unpack(in, entry, copy.resolveSibling(wanted));
        }
        if (!entry.getName().startsWith(DUCKDB_LIBRARY)) {
          out.putNextEntry(new ZipEntry(entry.getName()));
          try (InputStream bytes = in.getInputStream(entry)) {
            out.write(
                entry.getName().equals(MONITOR)
                    ? withoutRecorder(bytes.readAllBytes())
                    : bytes.readAllBytes());
          }
          out.closeEntry();
        }
      }
    }
  }

  private static void unpackSqlite(Path jar, Path place) throws IOException {
    String library = System.mapLibraryName("sqlitejdbc");
    String name = "org/sqlite/native/" + sqlitePlatform() + "/" + library;
    try (JarFile in = new JarFile(jar.toFile())) {
      JarEntry entry = in.getJarEntry(name);
      if (entry != null) {
        unpack(in, entry, place.resolve(library));
      }
    }
  }

  /**
   * The driver looks whether Java has its Flight Recorder, and if so starts it in every process for
   * an event that nobody records: a fifth of a second. Looking for a class of another name it finds
   * none.
   */
  static byte[] withoutRecorder(byte[] monitor) {
    return new String(monitor, StandardCharsets.ISO_8859_1)
        .replace(RECORDER, NO_RECORDER)
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  private static void unpack(JarFile jar, JarEntry entry, Path file) throws IOException {
    try (InputStream bytes = jar.getInputStream(entry)) {
      Files.copy(bytes, file);
    }
  }

  private static String duckDbPlatform() {
    return isMac() ? "osx_universal" : "linux_" + (isArm() ? "arm64" : "amd64");
  }

  private static String sqlitePlatform() {
    String system =
        isMac() ? "Mac" : Files.exists(Path.of("/etc/alpine-release")) ? "Linux-Musl" : "Linux";
    return system + "/" + (isArm() ? "aarch64" : "x86_64");
  }

  private static boolean isMac() {
    return System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac");
  }

  private static boolean isArm() {
    return System.getProperty("os.arch").equals("aarch64");
  }
}
