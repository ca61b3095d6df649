package xinglin.schemas.definition;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
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
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * The definition files of this build with those of a home laid over them: a file of the same name
 * in {@code config/<kind>/} replaces the built-in one, any other is added. Read whole at start;
 * {@link #digest()} identifies the set.
 */
public final class DefinitionFiles {
  private static final String ROOT = "xinglin/schemas/";
  private final Map<String, String> texts;

  private DefinitionFiles(Map<String, String> texts) {
    this.texts = texts;
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
      if (overlay.isPresent() && Files.isDirectory(overlay.get())) {
        readFolder(overlay.get(), texts);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read definitions", e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException("Cannot locate definitions: " + anchor, e);
    }
    return new DefinitionFiles(texts);
  }

  private static void readJar(URL anchor, Map<String, String> texts) throws IOException {
    JarURLConnection connection = (JarURLConnection) anchor.openConnection();
    connection.setUseCaches(false);
    try (JarFile jar = connection.getJarFile()) {
      for (var entries = jar.entries(); entries.hasMoreElements(); ) {
        var entry = entries.nextElement();
        if (entry.getName().startsWith(ROOT) && isDefinition(entry.getName())) {
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
  private static boolean isDefinition(String name) {
    return name.endsWith(".yaml")
        || name.endsWith(".csv")
        || name.endsWith(".txt")
        || name.endsWith(".sql");
  }

  /**
   * Files one folder deep: {@code forms/x.yaml}. Settings and partners of a home are not
   * definitions of this kind.
   */
  private static void readFolder(Path root, Map<String, String> texts) throws IOException {
    try (Stream<Path> kinds = Files.list(root)) {
      for (Path kind : kinds.filter(Files::isDirectory).sorted().toList()) {
        if (kind.getFileName().toString().equals("partners")) {
          continue;
        }
        try (Stream<Path> files = Files.list(kind)) {
          for (Path file : files.filter(file -> isDefinition(file.toString())).sorted().toList()) {
            texts.put(kind.getFileName() + "/" + file.getFileName(), Files.readString(file));
          }
        }
      }
    }
  }

  /** Paths of one kind, for example {@code list("forms", ".yaml")}, in order. */
  public List<String> list(String kind, String suffix) {
    return texts.keySet().stream()
        .filter(path -> path.startsWith(kind + "/") && path.endsWith(suffix))
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
      parse(path, text(path), problems).ifPresent(entries::add);
    }
    return entries;
  }

  /** Parses one YAML text; empty, with a problem reported, if it is none. */
  public static Optional<Entry> parse(String path, String text, Problems problems) {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(64 * 1024 * 1024);
    try {
      Node node =
          new Composer(
                  new ParserImpl(new StreamReader(new StringReader(text)), options),
                  new UntypedScalars(),
                  options)
              .getSingleNode();
      if (node == null) {
        problems.add(path, 0, "the file is empty");
        return Optional.empty();
      }
      return Optional.of(new Entry(path, node, problems));
    } catch (MarkedYAMLException e) {
      int line = e.getProblemMark() == null ? 0 : e.getProblemMark().getLine() + 1;
      problems.add(path, line, "not valid YAML: " + e.getProblem());
      return Optional.empty();
    } catch (YAMLException e) {
      problems.add(path, 0, "not valid YAML: " + e.getMessage());
      return Optional.empty();
    }
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

  /**
   * Definitions are read as texts, so the types that YAML sees in scalars need not be found out.
   */
  private static final class UntypedScalars extends Resolver {
    @Override
    protected void addImplicitResolvers() {
      // None: this halves the time that reading all definitions takes.
    }
  }
}
