package xinglin.jobs.open.guard;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import xinglin.jobs.open.xml.Xml;

/**
 * What a zip container is, by the content types and media type inside it.
 *
 * @param mainPart of a workbook or Word file, else empty
 * @param foreign the kind if it is not read here
 */
public record PackageKind(Content content, String mainPart, ForeignKind foreign) {
  private static final int LONGEST_TYPE = 200;

  /** What is read here, and everything else. */
  public enum Content {
    WORKBOOK,
    WORD,
    ODS,
    FOREIGN
  }

  public static PackageKind of(ZipParts parts)
      throws IOException, XMLStreamException, RefusalException {
    if (parts.has(ZipGuard.CONTENT_TYPES)) {
      return office(parts);
    }
    Optional<InputStream> type = parts.find("mimetype");
    if (type.isPresent()) {
      try (InputStream in = type.get()) {
        String name = new String(in.readNBytes(LONGEST_TYPE), StandardCharsets.US_ASCII);
        if (name.contains("opendocument.spreadsheet")) {
          return new PackageKind(Content.ODS, "content.xml", ForeignKind.UNKNOWN);
        }
        if (name.contains("opendocument.text")) {
          return foreign(ForeignKind.ODT);
        }
      }
    }
    return foreign(ForeignKind.ZIP);
  }

  private static PackageKind office(ZipParts parts)
      throws IOException, XMLStreamException, RefusalException {
    try (InputStream in = parts.get(ZipGuard.CONTENT_TYPES);
        Xml xml = Xml.of(in)) {
      while (xml.next()) {
        if (!xml.starts("Override")) {
          continue;
        }
        String type = xml.text("ContentType");
        String part = xml.text("PartName").replaceFirst("^/", "");
        if (type.contains("sheet.binary.")) {
          return foreign(ForeignKind.EXCEL_BINARY);
        }
        if (type.contains("presentation.main+xml")
            || type.contains("presentation.macroEnabled.main+xml")) {
          return foreign(ForeignKind.SLIDES);
        }
        if (type.matches(
            ".*(spreadsheetml\\.(sheet|template)|excel\\.(sheet|template)\\.macroEnabled)\\.main\\+xml")) {
          return new PackageKind(Content.WORKBOOK, part, ForeignKind.UNKNOWN);
        }
        if (type.matches(
            ".*(wordprocessingml\\.(document|template)|word\\.(document|template)\\.?macroEnabled(Template)?)\\.main\\+xml")) {
          return new PackageKind(Content.WORD, part, ForeignKind.UNKNOWN);
        }
      }
    }
    throw RefusalException.broken();
  }

  private static PackageKind foreign(ForeignKind kind) {
    return new PackageKind(Content.FOREIGN, "", kind);
  }
}
