package xinglin.jobs.open;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import org.apache.poi.hpsf.CustomProperties;
import org.apache.poi.hpsf.DocumentSummaryInformation;
import org.apache.poi.hpsf.HPSFException;
import org.apache.poi.hpsf.PropertySetFactory;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import xinglin.jobs.open.guard.RefusalException;
import xinglin.jobs.open.guard.ZipParts;
import xinglin.jobs.open.xml.Relationships;
import xinglin.jobs.open.xml.Xml;
import xinglin.schemas.sheet.FormMark;

/**
 * Finds which form a file was made for, in its custom document properties, whatever program saved
 * it. A file whose properties cannot be read has none.
 */
final class FormMarks {
  private static final String ODF_METADATA = "meta.xml";

  private FormMarks() {}

  static Optional<FormMark> of(ZipParts parts) throws IOException, RefusalException {
    try {
      Optional<String> part = Relationships.of(parts, "").findKind("custom-properties");
      Optional<InputStream> in = parts.find(part.orElse(ODF_METADATA));
      if (in.isEmpty()) {
        return Optional.empty();
      }
      try (InputStream stream = in.get();
          Xml xml = Xml.of(stream)) {
        return find(xml).flatMap(FormMark::parse);
      }
    } catch (XMLStreamException damaged) {
      return Optional.empty();
    }
  }

  /** OOXML has the value inside the property, OpenDocument as its text. */
  private static Optional<String> find(Xml xml) throws XMLStreamException {
    while (xml.next()) {
      if (xml.isStart() && xml.text("name").equals(FormMark.PROPERTY)) {
        if (xml.name().equals("user-defined")) {
          return Optional.of(xml.content());
        }
        while (xml.next() && !xml.ends("property")) {
          if (xml.starts("lpwstr")) {
            return Optional.of(xml.content());
          }
        }
      }
    }
    return Optional.empty();
  }

  static Optional<FormMark> of(DirectoryNode root) throws IOException {
    try {
      if (!root.hasEntryCaseInsensitive(DocumentSummaryInformation.DEFAULT_STREAM_NAME)) {
        return Optional.empty();
      }
      CustomProperties custom =
          PropertySetFactory.create(root, DocumentSummaryInformation.DEFAULT_STREAM_NAME)
                  instanceof DocumentSummaryInformation summary
              ? summary.getCustomProperties()
              : null;
      return custom != null && custom.get(FormMark.PROPERTY) instanceof String text
          ? FormMark.parse(text)
          : Optional.empty();
    } catch (HPSFException | RuntimeException damaged) {
      // Property sets are written by dozens of programs; a damaged one says nothing of the form.
      return Optional.empty();
    }
  }
}
