package xinglin.jobs.open.workbook;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import xinglin.jobs.open.xml.Xml;

/**
 * Which cell styles of an .xlsx show a number as a date, a percentage, or on another scale, and
 * which cross their cell out.
 */
public record CellFormats(
    List<Boolean> dates, List<Boolean> percents, Map<Integer, ShownFormat> scales, BitSet struck) {

  static CellFormats read(Optional<InputStream> part) throws IOException, XMLStreamException {
    Map<Integer, String> codes = new HashMap<>();
    List<Integer> formats = new ArrayList<>();
    BitSet struckFonts = new BitSet();
    BitSet struck = new BitSet();
    int fonts = 0;
    boolean inFonts = false;
    if (part.isPresent()) {
      try (InputStream in = part.get();
          Xml xml = Xml.of(in)) {
        boolean cellStyles = false;
        while (xml.next()) {
          if (xml.starts("numFmt")) {
            codes.putIfAbsent(xml.number("numFmtId", 0), xml.text("formatCode"));
          } else if (xml.starts("fonts") || xml.ends("fonts")) {
            inFonts = xml.isStart();
          } else if (inFonts && xml.starts("font")) {
            fonts++;
          } else if (inFonts && xml.starts("strike")) {
            struckFonts.set(fonts - 1, !xml.text("val").matches("0|false"));
          } else if (xml.starts("dxfs")) {
            break;
          } else if (xml.starts("cellXfs") || xml.ends("cellXfs")) {
            cellStyles = xml.isStart();
          } else if (cellStyles && xml.starts("xf")) {
            struck.set(formats.size(), struckFonts.get(Math.max(0, xml.number("fontId", 0))));
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
    return new CellFormats(dates, percents, scales(formats, codes), struck);
  }

  private static Map<Integer, ShownFormat> scales(
      List<Integer> formats, Map<Integer, String> codes) {
    Map<Integer, ShownFormat> scales = new HashMap<>();
    for (int style = 0; style < formats.size(); style++) {
      Optional<ShownFormat> scale = ShownFormat.of(codes.getOrDefault(formats.get(style), ""));
      if (scale.isPresent()) {
        scales.put(style, scale.get());
      }
    }
    return scales;
  }

  Optional<ShownScale> findScale(int style, BigDecimal number) {
    return scales.isEmpty()
        ? Optional.empty()
        : Optional.ofNullable(scales.get(style)).flatMap(format -> format.find(number));
  }

  boolean isStruck(int style) {
    return style >= 0 && struck.get(style);
  }

  boolean isDate(int style) {
    return style >= 0 && style < dates.size() && dates.get(style);
  }

  boolean isPercent(int style) {
    return style >= 0 && style < percents.size() && percents.get(style);
  }
}
