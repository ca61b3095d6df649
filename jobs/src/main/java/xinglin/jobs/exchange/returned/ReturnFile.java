package xinglin.jobs.exchange.returned;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import xinglin.jobs.exchange.RefusedException;
import xinglin.warehouse.ledger.returned.PackageReturn.Kind;

/**
 * The small zips that regions send about packages, sections 9 and 10 of the specification.
 *
 * @param entries texts and signatures by name
 */
record ReturnFile(Map<String, byte[]> entries) {
  /** The four kinds of answers, in their order. */
  static final List<String> KINDS = List.of("stored", "understood", "judged", "published");

  /** The text of a request. */
  static final String REQUEST = "request";

  private static final String TEXT = ".json";
  private static final String SIGNATURE = ".json.asc";
  private static final Set<String> SEALED_DETAILS = Set.of("judged.csv.gpg");
  private static final int ZIP = 0x504b0304;
  private static final int HEAD = 4096;
  private static final int MOST_BYTES = 4 << 20;
  private static final Pattern RECEIPT =
      Pattern.compile(
          "[0-9]{8}-[0-9]{6}-[0-9a-f]{16}(-marked)?\\.[a-z]{3,4}"
              + "|(回执-|receipt-)[0-9a-f]{16}\\.json");

  ReturnFile {
    entries = Map.copyOf(entries);
  }

  /** What a file claims to be, told by what is in it; empty if it is neither. */
  static Optional<Kind> kind(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] head = in.readNBytes(Integer.BYTES);
      if (head.length < Integer.BYTES || ByteBuffer.wrap(head).getInt() != ZIP) {
        return Optional.empty();
      }
    }
    try (ZipFile zip = new ZipFile(file.toFile(), StandardCharsets.ISO_8859_1)) {
      for (String kind : KINDS) {
        if (begins(zip, kind, "\"yrd-answer-")) {
          return Optional.of(Kind.ANSWERS);
        }
      }
      return begins(zip, REQUEST, "\"yrd-request-") ? Optional.of(Kind.REQUEST) : Optional.empty();
    } catch (ZipException e) {
      return Optional.empty();
    }
  }

  /**
   * Whether receipts of a program like this one are called so: nobody answers those, or two
   * programs would answer each other for ever.
   */
  static boolean isReceipt(String fileName) {
    return RECEIPT.matcher(fileName.substring(fileName.lastIndexOf('/') + 1)).matches();
  }

  private static boolean begins(ZipFile zip, String name, String protocol) throws IOException {
    ZipEntry entry = zip.getEntry(name + TEXT);
    if (entry == null) {
      return false;
    }
    try (InputStream in = zip.getInputStream(entry)) {
      return new String(in.readNBytes(HEAD), StandardCharsets.UTF_8).contains(protocol);
    }
  }

  /**
   * Takes one apart. What is sealed in it stays sealed.
   *
   * @throws RefusedException if there is anything in it that does not belong there
   */
  static ReturnFile read(Path file) throws RefusedException, IOException {
    Map<String, byte[]> found = new HashMap<>();
    try (ZipFile zip = new ZipFile(file.toFile(), StandardCharsets.ISO_8859_1)) {
      Enumeration<? extends ZipEntry> entries = zip.entries();
      while (entries.hasMoreElements()) {
        ZipEntry entry = entries.nextElement();
        String name = entry.getName();
        if (SEALED_DETAILS.contains(name)) {
          continue;
        }
        if (!isKnown(name)) {
          throw Fault.RETURN_INVALID.because(
              "含有不应有的文件", "it holds a file that does not belong there");
        }
        try (InputStream in = zip.getInputStream(entry)) {
          byte[] bytes = in.readNBytes(MOST_BYTES + 1);
          if (bytes.length > MOST_BYTES || found.put(name, bytes) != null) {
            throw Fault.RETURN_INVALID.because(
                "文件过大或重复", "a file in it is too large or there twice");
          }
        }
      }
      return new ReturnFile(found);
    } catch (ZipException | java.io.EOFException e) {
      throw Fault.RETURN_INVALID.because("压缩包损坏", "the archive is damaged");
    }
  }

  private static boolean isKnown(String name) {
    String kind = name.replaceFirst("\\.json(\\.asc)?$", "");
    return !kind.equals(name) && (KINDS.contains(kind) || kind.equals(REQUEST));
  }

  boolean has(String kind) {
    return entries.containsKey(kind + TEXT);
  }

  /** The signed text, byte for byte. */
  byte[] text(String kind) throws RefusedException {
    return get(kind + TEXT);
  }

  byte[] signature(String kind) throws RefusedException {
    return get(kind + SIGNATURE);
  }

  private byte[] get(String name) throws RefusedException {
    byte[] bytes = entries.get(name);
    if (bytes == null) {
      throw Fault.RETURN_INVALID.because("缺少 " + name, name + " is missing");
    }
    return bytes;
  }
}
