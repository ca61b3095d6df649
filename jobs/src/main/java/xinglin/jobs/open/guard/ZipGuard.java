package xinglin.jobs.open.guard;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import xinglin.schemas.finding.Issue;

/**
 * Inflates every part of a container once, counting, before any reader sees it. Sizes written in
 * the container are not believed. The same pass looks for document type declarations and for entry
 * names that lead out of the container.
 */
public final class ZipGuard {
  static final String CONTENT_TYPES = "[Content_Types].xml";
  private static final String ODF_MANIFEST = "META-INF/manifest.xml";
  private static final int MANIFEST = 1 << 20;
  private static final int BLOCK = 1 << 15;
  private static final int KEEP_PART = 4 << 20;
  private static final int KEEP_ALL = 16 << 20;

  private final Budget budget;
  private final byte[] block = new byte[BLOCK];
  private final Inflation inflation;
  private long kept;

  private ZipGuard(Budget budget) {
    this.budget = budget;
    this.inflation = new Inflation(budget.limits());
  }

  /** The caller closes the parts. */
  public static ZipParts inspect(Path file, Budget budget) throws IOException, RefusalException {
    // Names are compared as bytes; Latin-1 accepts the raw GBK names of Chinese archivers.
    ZipFile zip = new ZipFile(file.toFile(), StandardCharsets.ISO_8859_1);
    try {
      ZipParts parts = new ZipParts(zip);
      new ZipGuard(budget).inspect(zip, parts);
      return parts;
    } catch (IOException | RefusalException | RuntimeException e) {
      zip.close();
      throw e;
    }
  }

  /** The parts of a container that was inspected before; the caller closes them. */
  public static ZipParts inspected(Path file) throws IOException {
    ZipFile zip = new ZipFile(file.toFile(), StandardCharsets.ISO_8859_1);
    ZipParts parts = new ZipParts(zip);
    zip.stream().forEach(parts::add);
    return parts;
  }

  private void inspect(ZipFile zip, ZipParts parts) throws IOException, RefusalException {
    if (zip.size() > budget.limits().entries()) {
      throw Limit.ENTRIES.exceeded(budget.limits().entries());
    }
    ZipEntry manifest = zip.getEntry(ODF_MANIFEST);
    boolean odf = manifest != null && zip.getEntry("mimetype") != null;
    boolean office = odf || zip.getEntry(CONTENT_TYPES) != null;
    if (odf && isEncrypted(zip, manifest)) {
      throw RefusalException.unrecognised("ENCRYPTED");
    }
    for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
      ZipEntry entry = entries.nextElement();
      Inflation.checkName(entry.getName());
      if (!parts.add(entry) && office) {
        throw RefusalException.broken();
      }
    }
    for (ZipEntry entry : parts.entries()) {
      if (!entry.isDirectory()) {
        inflate(zip, entry, parts, office);
      }
    }
  }

  /** The parts of an encrypted OpenDocument file are listed as such, and hold no XML. */
  private static boolean isEncrypted(ZipFile zip, ZipEntry manifest) throws IOException {
    try (InputStream in = zip.getInputStream(manifest)) {
      return new String(in.readNBytes(MANIFEST), StandardCharsets.ISO_8859_1)
          .contains("encryption-data");
    }
  }

  private void inflate(ZipFile zip, ZipEntry entry, ZipParts parts, boolean office)
      throws IOException, RefusalException {
    budget.time();
    String name = entry.getName();
    boolean xml =
        office && (name.endsWith(".xml") || name.endsWith(".rels") || name.endsWith(".vml"));
    DoctypeScan scan = new DoctypeScan();
    ByteArrayOutputStream keep =
        new ByteArrayOutputStream((int) Math.max(32, Math.min(entry.getSize(), BLOCK)));
    boolean keeping = xml;
    CRC32 checksum = new CRC32();
    long size = 0;
    try (InputStream in = zip.getInputStream(entry)) {
      for (int read = in.read(block); read >= 0; read = in.read(block)) {
        size += read;
        inflation.count(entry, read);
        checksum.update(block, 0, read);
        if (office) {
          scan.accept(block, read);
          if (scan.found()) {
            throw RefusalException.unsafe(Issue.of("XML_DOCTYPE").sent(Inflation.readable(name)));
          }
        }
        keeping = keeping && size <= KEEP_PART && kept + size <= KEEP_ALL;
        if (keeping) {
          keep.write(block, 0, read);
        }
      }
    }
    // Java inflates without looking at the checksum; a flipped byte may turn a figure into another
    // one.
    boolean altered = checksum.getValue() != entry.getCrc();
    if (altered || (xml && scan.filled() && !scan.markup())) {
      throw RefusalException.broken();
    }
    if (keeping) {
      kept += size;
      parts.keep(entry, keep.toByteArray());
    }
  }
}
