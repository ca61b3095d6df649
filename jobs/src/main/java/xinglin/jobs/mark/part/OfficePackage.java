package xinglin.jobs.mark.part;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Reader;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.zip.ZipEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * An Office package that is copied with changes. Parts that nobody changes are copied as they lie
 * in the container, still packed. The file has passed the guard of {@code xinglin.jobs.open}.
 */
public final class OfficePackage implements Closeable {
  private static final String DECLARATION =
      "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

  private final ZipFile zip;
  private final Map<String, ZipArchiveEntry> entries = new LinkedHashMap<>();
  private final Map<String, Change> changes = new LinkedHashMap<>();
  private final Map<String, Supplier<String>> written = new LinkedHashMap<>();
  private final Set<String> removed = new HashSet<>();
  private final Map<String, Relations> relations = new LinkedHashMap<>();
  private final ContentTypes types;

  private OfficePackage(ZipFile zip) throws IOException {
    this.zip = zip;
    for (Enumeration<ZipArchiveEntry> all = zip.getEntries(); all.hasMoreElements(); ) {
      ZipArchiveEntry entry = all.nextElement();
      entries.putIfAbsent(key(entry.getName()), entry);
    }
    this.types = ContentTypes.read(text(ContentTypes.PART));
  }

  public static OfficePackage open(Path file) throws IOException {
    ZipFile zip = ZipFile.builder().setPath(file).setCharset(StandardCharsets.ISO_8859_1).get();
    try {
      return new OfficePackage(zip);
    } catch (IOException | RuntimeException e) {
      zip.close();
      throw e;
    }
  }

  /** Writes a package of these parts, in the order of their names. */
  public static void write(Path target, Map<String, String> parts) throws IOException {
    try (OutputStream file = new BufferedOutputStream(Files.newOutputStream(target));
        ZipArchiveOutputStream out = new ZipArchiveOutputStream(file)) {
      for (Map.Entry<String, String> part : new TreeMap<>(parts).entrySet()) {
        put(out, part.getKey(), writer -> writer.write(part.getValue()));
      }
    }
  }

  public boolean has(String part) {
    return (entries.containsKey(key(part)) && !removed.contains(key(part)))
        || written.containsKey(part);
  }

  /** A small part whole, without its XML declaration. */
  public String text(String part) throws IOException {
    StringWriter text = new StringWriter();
    try (Reader in = reader(part)) {
      in.transferTo(text);
    }
    return text.toString();
  }

  /** The characters of a part after its XML declaration. */
  public Reader reader(String part) throws IOException {
    ZipArchiveEntry entry = entries.get(key(part));
    if (entry == null) {
      throw new IOException("Cannot find part " + part);
    }
    return XmlReader.of(new BufferedInputStream(zip.getInputStream(entry), 1 << 15));
  }

  public ContentTypes types() {
    return types;
  }

  /** Relationships of a part, or of the package for the empty name; changes to them are saved. */
  public Relations relations(String owner) throws IOException {
    Relations known = relations.get(owner);
    if (known == null) {
      String part = Relations.partOf(owner);
      known = Relations.read(owner, entries.containsKey(key(part)) ? text(part) : "");
      relations.put(owner, known);
    }
    return known;
  }

  /** Copies this part with changes. Changed parts are saved in the order of the container. */
  public void change(String part, Change change) {
    changes.put(key(part), change);
  }

  /** Writes a part anew or replaces it, after all changed parts are saved. */
  public void write(String part, Supplier<String> xml) {
    written.put(part, xml);
  }

  public void remove(String part) {
    removed.add(key(part));
    removed.add(key(Relations.partOf(part)));
    types.remove(part);
  }

  /** A name that no part has: {@code xl/comments1.xml} for {@code xl/comments} and {@code .xml}. */
  public String freeName(String before, String after) {
    int number = 1;
    while (entries.containsKey(key(before + number + after))
        || written.containsKey(before + number + after)) {
      number++;
    }
    return before + number + after;
  }

  public void save(Path target) throws IOException {
    try (OutputStream file = new BufferedOutputStream(Files.newOutputStream(target), 1 << 16);
        ZipArchiveOutputStream out = new ZipArchiveOutputStream(file)) {
      out.setEncoding("ISO_8859_1");
      put(out, ContentTypes.PART, writer -> writer.write(types.xml()));
      Set<String> anew = new HashSet<>(Set.of(key(ContentTypes.PART)));
      written.keySet().forEach(part -> anew.add(key(part)));
      relations.forEach(
          (owner, known) -> {
            if (known.isChanged()) {
              anew.add(key(Relations.partOf(owner)));
            }
          });
      for (Map.Entry<String, ZipArchiveEntry> entry : entries.entrySet()) {
        if (anew.contains(entry.getKey()) || removed.contains(entry.getKey())) {
          continue;
        }
        Change change = changes.get(entry.getKey());
        if (change == null) {
          out.addRawArchiveEntry(plain(entry.getValue()), zip.getRawInputStream(entry.getValue()));
        } else {
          String name = entry.getValue().getName();
          try (Reader in = reader(name)) {
            put(out, name, writer -> change.copy(new Markup(in), writer));
          }
        }
      }
      for (Map.Entry<String, Supplier<String>> part : written.entrySet()) {
        put(out, part.getKey(), writer -> writer.write(part.getValue().get()));
      }
      for (Map.Entry<String, Relations> owner : relations.entrySet()) {
        String part = Relations.partOf(owner.getKey());
        if (owner.getValue().isChanged() && !removed.contains(key(part))) {
          put(out, part, writer -> writer.write(owner.getValue().xml()));
        }
      }
    }
  }

  /** The entry without the fields of archivers, which must not disagree with its sizes. */
  private static ZipArchiveEntry plain(ZipArchiveEntry entry) {
    ZipArchiveEntry copy = new ZipArchiveEntry(entry.getName());
    copy.setMethod(entry.getMethod());
    copy.setSize(entry.getSize());
    copy.setCompressedSize(entry.getCompressedSize());
    copy.setCrc(entry.getCrc());
    copy.setTime(0);
    return copy;
  }

  /** Writes a part. */
  private interface Content {
    void write(Writer out) throws IOException;
  }

  private static void put(ZipArchiveOutputStream out, String name, Content content)
      throws IOException {
    ZipArchiveEntry entry = new ZipArchiveEntry(name);
    entry.setMethod(ZipEntry.DEFLATED);
    entry.setTime(0);
    out.putArchiveEntry(entry);
    OutputStream unclosed =
        new FilterOutputStream(out) {
          @Override
          public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
          }

          @Override
          public void close() {
            // The archive goes on.
          }
        };
    Writer writer =
        new BufferedWriter(new OutputStreamWriter(unclosed, StandardCharsets.UTF_8), 1 << 15);
    writer.write(DECLARATION);
    content.write(writer);
    writer.flush();
    out.closeArchiveEntry();
  }

  private static String key(String name) {
    String path = name.replace('\\', '/').toLowerCase(Locale.ROOT);
    return path.startsWith("/") ? path.substring(1) : path;
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
