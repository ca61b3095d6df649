package xinglin.schemas.definition;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * The definition files of this build with those of a home laid over them: a file of the same name
 * in {@code config/<kind>/} replaces the built-in one, any other is added. Read whole at start;
 * {@link #digest()} identifies the set.
 */
public final class DefinitionFiles {
  private static final String ROOT = "xinglin/schemas/";

  /** Layouts of partners, profiles and the like lie in folders of this one. */
  static final String EXCHANGE = "exchange";

  private final Map<String, String> texts;
  private final Map<String, DefinitionPath> paths = new TreeMap<>();
  private final Problems problems = new Problems();
  private final ReadAhead ahead = new ReadAhead();

  private DefinitionFiles(Map<String, String> texts) {
    this.texts = texts;
    texts.keySet().forEach(name -> paths.put(name, DefinitionPath.builtIn(name)));
  }

  /** A set of texts by path, for what is tried out without a file. */
  public static DefinitionFiles of(Map<String, String> texts) {
    return new DefinitionFiles(new TreeMap<>(texts));
  }

  /**
   * @param overlay the {@code config} folder of a home, if there is one
   */
  public static DefinitionFiles load(Optional<Path> overlay) {
    Map<String, String> texts = new TreeMap<>();
    URL anchor = DefinitionFiles.class.getClassLoader().getResource(ROOT + "forms");
    if (anchor == null) {
      throw new IllegalStateException(
          "Cannot find the built-in definitions on the class path: " + ROOT);
    }
    try {
      if ("jar".equals(anchor.getProtocol())) {
        readJar(anchor, texts);
      } else {
        readFolder(Path.of(new URI(anchor.toString())).resolve("..").normalize(), texts);
      }
      DefinitionFiles files = new DefinitionFiles(texts);
      if (overlay.isPresent()) {
        for (OverlayFolder.Found found : OverlayFolder.read(overlay.get(), files.problems)) {
          files.texts.put(found.name(), found.text());
          files.paths.put(found.name(), DefinitionPath.ofHome(found.name()));
        }
      }
      return files;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read definitions", e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException("Cannot locate definitions: " + anchor, e);
    }
  }

  /** The same with one file more, or another of its name. */
  public DefinitionFiles with(ProposedFile file) {
    Map<String, String> laid = new TreeMap<>(texts);
    laid.put(file.name(), file.text());
    DefinitionFiles files = new DefinitionFiles(laid);
    files.paths.putAll(paths);
    files.paths.put(file.name(), new DefinitionPath(file.name(), file.shown()));
    files.problems.addAll(problems.list());
    return files;
  }

  private static void readJar(URL anchor, Map<String, String> texts) throws IOException {
    JarURLConnection connection = (JarURLConnection) anchor.openConnection();
    connection.setUseCaches(false);
    try (JarFile jar = connection.getJarFile()) {
      for (var entries = jar.entries(); entries.hasMoreElements(); ) {
        var entry = entries.nextElement();
        if (entry.getName().startsWith(ROOT)
            && isDefinition(entry.getName())
            && isInKind(entry.getName().substring(ROOT.length()))) {
          try (InputStream in = jar.getInputStream(entry)) {
            texts.put(
                entry.getName().substring(ROOT.length()),
                new String(in.readAllBytes(), StandardCharsets.UTF_8));
          }
        }
      }
    }
  }

  /**
   * The classes of the same packages lie beside the definitions. A home's indicator comes with its
   * statement.
   */
  static boolean isDefinition(String name) {
    return name.endsWith(".yaml")
        || name.endsWith(".csv")
        || name.endsWith(".txt")
        || name.endsWith(".sql");
  }

  /** Files one folder deep, {@code forms/x.yaml}; what is exchanged has kinds of its own below. */
  private static boolean isInKind(String name) {
    String[] parts = name.split("/", -1);
    return parts.length == 2 || (parts.length == 3 && parts[0].equals(EXCHANGE));
  }

  private static void readFolder(Path root, Map<String, String> texts) throws IOException {
    try (Stream<Path> files = Files.walk(root, 3)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        String name = root.relativize(file).toString().replace('\\', '/');
        if (isDefinition(name) && isInKind(name)) {
          texts.put(name, Files.readString(file));
        }
      }
    }
  }

  /** Reports files of the home that cannot be read, or whose names hide them from being read. */
  public void report(Problems reported) {
    reported.addAll(problems.list());
  }

  /**
   * Paths of one kind, for example {@code list("forms", ".yaml")}, in order; those of the home
   * last, so that what is there twice is told of them.
   */
  public List<String> list(String kind, String suffix) {
    return texts.keySet().stream()
        .filter(path -> path.startsWith(kind + "/") && path.endsWith(suffix))
        .sorted(Comparator.comparing(path -> path(path).isOfHome()))
        .toList();
  }

  /** Text of a file; throws IllegalArgumentException if there is none. */
  public String text(String path) {
    return find(path)
        .orElseThrow(() -> new IllegalArgumentException("Cannot find definition: " + path));
  }

  public Optional<String> find(String path) {
    return Optional.ofNullable(texts.get(path));
  }

  /** The YAML files of one kind; those that are no YAML are reported and left out. */
  public List<Entry> entries(String kind, Problems problems) {
    List<Entry> entries = new ArrayList<>();
    for (String path : list(kind, ".yaml")) {
      entry(path, problems).ifPresent(entries::add);
    }
    return entries;
  }

  /** One YAML file; empty, with a problem reported, if it is none. */
  public Optional<Entry> entry(String path, Problems problems) {
    ParsedText parsed = ahead.take(path).orElseGet(() -> parsed(path));
    return parsed.entry(problems);
  }

  /** Begins to parse the YAML files of these kinds, the first ones first, beside the caller. */
  public void readAhead(List<String> kinds) {
    ahead.start(
        kinds.stream().flatMap(kind -> list(kind, ".yaml").stream()).toList(), this::parsed);
  }

  private ParsedText parsed(String path) {
    return ParsedText.of(path(path), text(path));
  }

  /** Where a file is from; throws IllegalArgumentException if there is none. */
  public DefinitionPath path(String name) {
    return Optional.ofNullable(paths.get(name))
        .orElseThrow(() -> new IllegalArgumentException("Cannot find definition: " + name));
  }

  /** Parses one YAML text; empty, with a problem reported, if it is none. */
  public static Optional<Entry> parse(String path, String text, Problems problems) {
    return ParsedText.of(DefinitionPath.builtIn(path), text).entry(problems);
  }

  /** Reads a YAML file that stands alone, such as the settings of a home. */
  public static Optional<Entry> parse(String shown, Path file, Problems problems)
      throws IOException {
    return parse(shown, TextFile.decode(shown, Files.readAllBytes(file), problems), problems);
  }

  /** The text of a file beside the definitions; what is no UTF-8 is reported. */
  public static String readText(String shown, Path file, Problems problems) throws IOException {
    return TextFile.decode(shown, Files.readAllBytes(file), problems);
  }

  /** SHA-256 over all paths and texts: two runs with the same digest judge alike. */
  public String digest() {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      texts.forEach(
          (path, text) -> {
            sha.update(path.getBytes(StandardCharsets.UTF_8));
            sha.update((byte) 0);
            sha.update(text.getBytes(StandardCharsets.UTF_8));
            sha.update((byte) 0);
          });
      return HexFormat.of().formatHex(sha.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Cannot find SHA-256 in this Java runtime", e);
    }
  }
}
