package xinglin.jobs.open.guard;

import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The parts of a container that passed {@link ZipGuard}, by name without regard to case; small ones
 * are already inflated.
 */
public final class ZipParts implements Closeable {
  private final ZipFile zip;
  private final Map<String, ZipEntry> entries = new LinkedHashMap<>();
  private final Map<String, byte[]> inflated = new HashMap<>();

  ZipParts(ZipFile zip) {
    this.zip = zip;
  }

  /** False if there is a part of this name already. */
  boolean add(ZipEntry entry) {
    return entries.put(key(entry.getName()), entry) == null;
  }

  void keep(ZipEntry entry, byte[] bytes) {
    inflated.put(key(entry.getName()), bytes);
  }

  boolean has(String name) {
    return entries.containsKey(key(name));
  }

  public boolean hasNamed(String suffix) {
    return entries.keySet().stream().anyMatch(name -> name.endsWith(suffix));
  }

  /**
   * @param folder in lower case, with its slash
   */
  public boolean hasUnder(String folder) {
    return entries.entrySet().stream()
        .anyMatch(part -> part.getKey().startsWith(folder) && !part.getValue().isDirectory());
  }

  Collection<ZipEntry> entries() {
    return entries.values();
  }

  public Optional<InputStream> find(String name) throws IOException {
    byte[] bytes = inflated.get(key(name));
    if (bytes != null) {
      return Optional.of(new ByteArrayInputStream(bytes));
    }
    ZipEntry entry = entries.get(key(name));
    return entry == null ? Optional.empty() : Optional.of(zip.getInputStream(entry));
  }

  public InputStream get(String name) throws IOException, RefusalException {
    return find(name).orElseThrow(RefusalException::broken);
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
