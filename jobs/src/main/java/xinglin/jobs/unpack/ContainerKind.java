package xinglin.jobs.unpack;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import xinglin.jobs.open.guard.Signature;
import xinglin.jobs.unpack.archive.ZipArchive;
import xinglin.jobs.unpack.mail.MessageStart;

/**
 * What holds other files, told by its bytes.
 *
 * @param start where a message begins, 0 for all others
 */
record ContainerKind(Kind kind, int start) {
  private static final int HEAD = 1 << 15;
  private static final int TNEF_MARK = 0x223e9f78;

  /** Where the name of the first entry of a zip stands. */
  private static final int NAME = 30;

  private static final int OLE2_SECTOR = 512;
  private static final int OLE2_DIRECTORY = 0x30;

  private static final Set<String> OFFICE =
      Set.of(
          "[Content_Types].xml",
          "_rels/.rels",
          "docProps/app.xml",
          "docProps/core.xml",
          "xl/workbook.xml",
          "word/document.xml",
          "mimetype");

  /** Each is taken apart in its own way. */
  enum Kind {
    MESSAGE,
    OUTLOOK_MESSAGE,
    TNEF,
    ARCHIVE
  }

  /** Empty for a file that is to be read itself. */
  static Optional<ContainerKind> of(Path file) throws IOException {
    byte[] head = head(file);
    if (new Signature(head).isZip()) {
      boolean archive = !startsLikeOffice(head) && ZipArchive.isArchive(file);
      return archive ? Optional.of(of(Kind.ARCHIVE)) : Optional.empty();
    }
    return isTnef(head) ? Optional.of(of(Kind.TNEF)) : letter(file, head);
  }

  /** A mail message; empty for anything else. */
  static Optional<ContainerKind> letter(Path file) throws IOException {
    return letter(file, head(file));
  }

  private static Optional<ContainerKind> letter(Path file, byte[] head) {
    if (new Signature(head).isOle2()) {
      return !isOfficeFile(head) && isOutlookMessage(file)
          ? Optional.of(of(Kind.OUTLOOK_MESSAGE))
          : Optional.empty();
    }
    return MessageStart.find(head).map(start -> new ContainerKind(Kind.MESSAGE, start));
  }

  private static byte[] head(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(HEAD);
    }
  }

  /** Spares opening every workbook once more: they begin with one of a few parts. */
  private static boolean startsLikeOffice(byte[] head) {
    if (head.length <= NAME) {
      return false;
    }
    int length = head[NAME - 4] & 0xff;
    return OFFICE.contains(
        new String(head, NAME, Math.min(length, head.length - NAME), StandardCharsets.US_ASCII));
  }

  private static ContainerKind of(Kind kind) {
    return new ContainerKind(kind, 0);
  }

  private static boolean isTnef(byte[] head) {
    return head.length >= Integer.BYTES
        && ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN).getInt() == TNEF_MARK;
  }

  /** Spares opening every .xls once more: its directory mostly stands in what was read already. */
  private static boolean isOfficeFile(byte[] head) {
    if (head.length < OLE2_SECTOR) {
      return false;
    }
    long sector = ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN).getInt(OLE2_DIRECTORY);
    long at = (sector + 1) * OLE2_SECTOR;
    if (at < 0 || at >= head.length) {
      return false;
    }
    int length = (int) Math.min(2 * OLE2_SECTOR, head.length - at);
    String names = new String(head, (int) at, length, StandardCharsets.UTF_16LE);
    return names.contains("Workbook") || names.contains("WordDocument");
  }

  private static boolean isOutlookMessage(Path file) {
    try (POIFSFileSystem ole2 = new POIFSFileSystem(file.toFile(), true)) {
      return ole2.getRoot().hasEntryCaseInsensitive("__properties_version1.0");
    } catch (IOException | RuntimeException e) {
      return false;
    }
  }
}
