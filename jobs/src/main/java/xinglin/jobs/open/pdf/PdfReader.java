package xinglin.jobs.open.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import xinglin.jobs.open.guard.Budget;
import xinglin.jobs.open.guard.Limit;
import xinglin.jobs.open.guard.RefusalException;
import xinglin.schemas.finding.Issue;
import xinglin.schemas.sheet.Document;
import xinglin.schemas.sheet.Paragraph;

/**
 * Counts the pages of a PDF and reads its text, if it has any. Tables are not read: what stands in
 * which column of a PDF could only be guessed.
 */
public final class PdfReader {
  private static final int MOST_PAGES = 5_000;

  /** What a plan or a summary says, it says on fewer. */
  private static final int PAGES_READ = 300;

  private static final long MOST_OF_A_PAGE = 64L << 20;

  /** Inflates to less than the most of a page, however well it is packed. */
  private static final long PACKED_UNCOUNTED = 1L << 16;

  static {
    FontMappers.set(PlainFonts.load());
  }

  private PdfReader() {}

  public static Document read(Path file, Budget budget) throws IOException, RefusalException {
    PdfGuard.inspect(file, budget);
    try (RandomAccessReadBufferedFile bytes = new RandomAccessReadBufferedFile(file);
        PDDocument pdf = Loader.loadPDF(bytes)) {
      if (pdf.isEncrypted()) {
        throw RefusalException.unrecognised("ENCRYPTED");
      }
      int pages = pages(pdf, budget);
      List<Paragraph> text = new ArrayList<>();
      for (String paragraph : PdfText.read(pdf, Math.min(pages, PAGES_READ), budget)) {
        text.add(new Paragraph(text.size() + 1, paragraph));
      }
      List<Issue> issues =
          text.isEmpty()
              ? List.of(Issue.of("PDF_WITHOUT_TEXT").with("pages", Integer.toString(pages)))
              : List.of();
      return new Document(
          Document.Format.PDF,
          List.copyOf(text),
          Set.of(),
          Optional.empty(),
          Optional.of(pages),
          issues);
    } catch (InvalidPasswordException e) {
      throw RefusalException.unrecognised("ENCRYPTED");
    }
  }

  /** The pages that are there, whatever the file says; none is damage. */
  private static int pages(PDDocument pdf, Budget budget) throws IOException, RefusalException {
    int pages = 0;
    for (PDPage page : pdf.getPages()) {
      streams(page);
      if (++pages > MOST_PAGES) {
        throw Limit.PAGES.exceeded(MOST_PAGES);
      }
      budget.time();
    }
    if (pages == 0) {
      throw RefusalException.broken();
    }
    return pages;
  }

  /** The same stream named over and over again is inflated over and over again, all at once. */
  private static void streams(PDPage page) throws IOException, RefusalException {
    List<PDStream> streams = new ArrayList<>();
    long packed = 0;
    for (Iterator<PDStream> parts = page.getContentStreams(); parts.hasNext(); ) {
      PDStream part = parts.next();
      packed += part.getLength();
      streams.add(part);
    }
    if (streams.size() < 2 || packed < PACKED_UNCOUNTED) {
      return;
    }
    long inflated = 0;
    for (PDStream part : streams) {
      try (InputStream in = part.createInputStream()) {
        inflated += in.available();
      }
      if (inflated > MOST_OF_A_PAGE) {
        throw Limit.CHARACTERS.exceeded(MOST_OF_A_PAGE);
      }
    }
  }
}
