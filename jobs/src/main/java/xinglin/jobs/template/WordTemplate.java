package xinglin.jobs.template;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import xinglin.schemas.blank.BlankForm;
import xinglin.schemas.blank.BlankSheet;
import xinglin.schemas.sheet.FormMark;

/** Writes a form to fill in as a Word file; the same form is the same bytes. */
public final class WordTemplate {
  private static final int SHORT_SIDE = 11906;
  private static final int LONG_SIDE = 16838;
  private static final int MARGIN = 1134;
  private static final int BODY_MARGIN = 1474;
  private static final String DECLARATION =
      "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>";
  private static final String WORD =
      "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
  private static final String OFFICE =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final String CONTENT = "application/vnd.openxmlformats-officedocument";
  private final BlankForm form;

  private WordTemplate(BlankForm form) {
    this.form = form;
  }

  public static void write(BlankForm form, OutputStream out) throws IOException {
    ZipOutputStream zip = new ZipOutputStream(out);
    for (Map.Entry<String, String> part : new WordTemplate(form).parts().entrySet()) {
      ZipEntry entry = new ZipEntry(part.getKey());
      entry.setTime(315_532_800_000L);
      zip.putNextEntry(entry);
      zip.write((DECLARATION + part.getValue()).getBytes(StandardCharsets.UTF_8));
      zip.closeEntry();
    }
    zip.finish();
  }

  private Map<String, String> parts() {
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put(
        "[Content_Types].xml",
        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
            + "<Default Extension=\"rels\""
            + " ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
            + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
            + type("/word/document.xml", "wordprocessingml.document.main+xml")
            + type("/word/styles.xml", "wordprocessingml.styles+xml")
            + type("/word/settings.xml", "wordprocessingml.settings+xml")
            + type("/docProps/custom.xml", "custom-properties+xml")
            + "</Types>");
    parts.put(
        "_rels/.rels",
        relationships(
            relationship("rId1", "officeDocument", "word/document.xml")
                + relationship("rId2", "custom-properties", "docProps/custom.xml")));
    parts.put(
        "word/_rels/document.xml.rels",
        relationships(
            relationship("rId1", "styles", "styles.xml")
                + relationship("rId2", "settings", "settings.xml")));
    parts.put("word/document.xml", document());
    parts.put("word/styles.xml", styles());
    parts.put(
        "word/settings.xml",
        "<w:settings "
            + WORD
            + "><w:compat><w:compatSetting w:name=\"compatibilityMode\""
            + " w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"15\"/></w:compat>"
            + "</w:settings>");
    parts.put(
        "docProps/custom.xml",
        "<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/"
            + "custom-properties\" xmlns:vt=\"http://schemas.openxmlformats.org/officeDocument/"
            + "2006/docPropsVTypes\"><property fmtid=\"{D5CDD505-2E9C-101B-9397-08002B2CF9AE}\""
            + " pid=\"2\" name=\""
            + FormMark.PROPERTY
            + "\"><vt:lpwstr>"
            + WordText.escape(form.mark().toString())
            + "</vt:lpwstr></property></Properties>");
    return parts;
  }

  private static String type(String part, String kind) {
    return "<Override PartName=\"" + part + "\" ContentType=\"" + CONTENT + "." + kind + "\"/>";
  }

  private static String relationships(String inside) {
    return "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
        + inside
        + "</Relationships>";
  }

  private static String relationship(String id, String kind, String target) {
    return "<Relationship Id=\""
        + id
        + "\" Type=\""
        + OFFICE
        + "/"
        + kind
        + "\" Target=\""
        + target
        + "\"/>";
  }

  private static String styles() {
    return "<w:styles "
        + WORD
        + "><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii=\"Times New Roman\""
        + " w:hAnsi=\"Times New Roman\" w:eastAsia=\"宋体\"/><w:sz w:val=\"22\"/>"
        + "<w:szCs w:val=\"22\"/><w:lang w:val=\"en-US\" w:eastAsia=\"zh-CN\"/></w:rPr>"
        + "</w:rPrDefault></w:docDefaults><w:style w:type=\"paragraph\" w:default=\"1\""
        + " w:styleId=\"a\"><w:name w:val=\"Normal\"/></w:style></w:styles>";
  }

  private String document() {
    StringBuilder body = new StringBuilder();
    int margin = form.isLetter() ? BODY_MARGIN : MARGIN;
    int across = form.landscape() ? LONG_SIDE : SHORT_SIDE;
    form.paragraphs().forEach(line -> body.append(WordLine.xml(line, true)));
    for (BlankSheet sheet : form.sheets()) {
      if (sheet != form.sheets().get(0)) {
        body.append("<w:p><w:r><w:br w:type=\"page\"/></w:r></w:p>");
      }
      sheet.above().forEach(line -> body.append(WordLine.xml(line, false)));
      body.append(new WordTable(sheet.table(), across - 2 * margin).xml());
      sheet.below().forEach(line -> body.append(WordLine.xml(line, false)));
      if (sheet.below().isEmpty()) {
        body.append("<w:p/>");
      }
    }
    int down = form.landscape() ? SHORT_SIDE : LONG_SIDE;
    body.append("<w:sectPr><w:pgSz w:w=\"").append(across).append("\" w:h=\"").append(down);
    body.append(form.landscape() ? "\" w:orient=\"landscape\"/>" : "\"/>").append("<w:pgMar");
    for (String side : new String[] {"top", "right", "bottom", "left"}) {
      body.append(" w:").append(side).append("=\"").append(margin).append('"');
    }
    body.append(" w:header=\"720\" w:footer=\"720\" w:gutter=\"0\"/></w:sectPr>");
    return "<w:document " + WORD + "><w:body>" + body + "</w:body></w:document>";
  }
}
