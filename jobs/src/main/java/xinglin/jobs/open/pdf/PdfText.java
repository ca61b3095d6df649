package xinglin.jobs.open.pdf;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import xinglin.jobs.open.guard.Budget;
import xinglin.jobs.open.guard.RefusalException;

/** The text layer of a PDF, page by page, as paragraphs. */
final class PdfText extends PDFTextStripper {
  private final Budget budget;
  private final List<String> paragraphs = new ArrayList<>();
  private PdfPage page = new PdfPage();

  private PdfText(Budget budget) {
    this.budget = budget;
  }

  /** Carries a refusal through PDFBox. */
  private static final class Stopped extends IOException {
    private static final long serialVersionUID = 1L;
    private final transient RefusalException reason;

    Stopped(RefusalException reason) {
      super(reason.getMessage());
      this.reason = reason;
    }
  }

  static List<String> read(PDDocument pdf, int pages, Budget budget)
      throws IOException, RefusalException {
    try {
      PdfText text = new PdfText(budget);
      text.setEndPage(pages);
      text.writeText(pdf, Writer.nullWriter());
      return text.paragraphs;
    } catch (Stopped e) {
      throw e.reason;
    }
  }

  @Override
  protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
    try {
      budget.time();
      budget.characters(page.takeNew());
    } catch (RefusalException e) {
      throw new Stopped(e);
    }
    super.processOperator(operator, operands);
  }

  @Override
  protected void processTextPosition(TextPosition text) {
    page.add(
        new PdfPage.Glyph(
            text.getUnicode(),
            text.getXDirAdj(),
            text.getYDirAdj(),
            text.getWidthDirAdj(),
            text.getFontSizeInPt()));
  }

  @Override
  protected void endPage(PDPage ended) {
    paragraphs.addAll(page.paragraphs());
    page = new PdfPage();
  }
}
