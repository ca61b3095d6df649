package xinglin.jobs.open.guard;

import java.util.Locale;
import java.util.Set;
import xinglin.schemas.finding.Issue;

/** A kind of file that is not read here, in the words of a finding. */
public enum ForeignKind {
  WORD_ANCIENT("Word 95 以前的文档", "a document older than Word 97", false),
  EXCEL_BINARY("Excel 二进制工作簿（.xlsb）", "an Excel binary workbook (.xlsb)", false),
  EXCEL_ANCIENT("Excel 5.0 以前的工作簿", "a workbook older than Excel 5", false),
  EXCEL_XML("Excel 2003 XML 表格", "an Excel 2003 XML spreadsheet", true),
  ODT("OpenDocument 文档（.odt）", "an OpenDocument text (.odt)", false),
  SLIDES("演示文稿", "a presentation", true),
  OUTLOOK_MESSAGE("Outlook 邮件（.msg）", "an Outlook message (.msg)", true),
  MAIL("电子邮件（.eml）", "a mail message (.eml)", true),
  ZIP("zip 压缩包", "a zip archive", true),
  ARCHIVE("压缩包（rar、7z 等）", "an archive (rar, 7z …)", true),
  PDF("PDF 文件", "a PDF", true),
  PICTURE("图片", "a picture", true),
  HTML("网页（HTML）", "a web page (HTML)", true),
  XML("XML 文件", "an XML file", true),
  RTF("RTF 文档", "an RTF document", true),
  TEXT("不含表格的纯文本", "plain text without a table", false),
  UNKNOWN("无法识别的文件", "of an unknown kind", false);

  private static final Set<String> READABLE =
      Set.of(
          "xlsx", "xlsm", "xltx", "xls", "et", "ett", "ods", "docx", "docm", "doc", "wps", "csv");

  private final String type;
  private final String typeEn;
  private final boolean disguise;

  ForeignKind(String type, String typeEn, boolean disguise) {
    this.type = type;
    this.typeEn = typeEn;
    this.disguise = disguise;
  }

  /** Refuses a file of a kind that is kept, but came under the name of a workbook or Word file. */
  public void requireOwnName(String sentName) throws RefusalException {
    if (READABLE.contains(extension(sentName))) {
      throw refusal(sentName);
    }
  }

  private static String extension(String sentName) {
    return sentName.substring(sentName.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }

  /**
   * Names and bytes that contradict each other are told apart from kinds that are only not read.
   */
  public RefusalException refusal(String sentName) {
    String extension = extension(sentName);
    Issue issue =
        disguise && READABLE.contains(extension)
            ? Issue.of("TYPE_MISMATCH").with("extension", extension)
            : Issue.of("UNSUPPORTED_FORMAT");
    return RefusalException.unrecognised(issue.with("type", type).with("type_en", typeEn));
  }
}
