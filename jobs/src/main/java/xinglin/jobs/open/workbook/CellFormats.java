package xinglin.jobs.open.workbook;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import xinglin.jobs.open.xml.Xml;

/** Which cell styles of an .xlsx show a number as a date or a percentage. */
public record CellFormats(List<Boolean> dates, List<Boolean> percents) {

  static CellFormats read(Optional<InputStream> part) throws IOException, XMLStreamException {
    Map<Integer, String> codes = new HashMap<>();
    List<Integer> formats = new ArrayList<>();
    if (part.isPresent()) {
      try (InputStream in = part.get();
          Xml xml = Xml.of(in)) {
        boolean cellStyles = false;
        while (xml.next()) {
          if (xml.starts("numFmt")) {
            codes.putIfAbsent(xml.number("numFmtId", 0), xml.text("formatCode"));
          } else if (xml.starts("dxfs")) {
            break;
          } else if (xml.starts("cellXfs") || xml.ends("cellXfs")) {
            cellStyles = xml.isStart();
          } else if (cellStyles && xml.starts("xf")) {
            formats.add(xml.number("numFmtId", 0));
          }
        }
      }
    }
    Map<Integer, Boolean> known = new HashMap<>();
    List<Boolean> dates = new ArrayList<>(formats.size());
    for (int format : formats) {
      dates.add(
          known.computeIfAbsent(format, id -> SerialDates.isDate(id, codes.getOrDefault(id, ""))));
    }
    List<Boolean> percents =
        formats.stream().map(id -> Percents.isPercent(id, codes.getOrDefault(id, ""))).toList();
    return new CellFormats(dates, percents);
  }

  boolean isDate(int style) {
    return style >= 0 && style < dates.size() && dates.get(style);
  }

  boolean isPercent(int style) {
    return style >= 0 && style < percents.size() && percents.get(style);
  }
}
