package xinglin.jobs.open;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import xinglin.jobs.open.csv.CsvReader;
import xinglin.jobs.open.guard.Budget;
import xinglin.jobs.open.guard.ForeignKind;
import xinglin.jobs.open.guard.Limit;
import xinglin.jobs.open.guard.PackageKind;
import xinglin.jobs.open.guard.RefusalException;
import xinglin.jobs.open.guard.Signature;
import xinglin.jobs.open.guard.ZipGuard;
import xinglin.jobs.open.guard.ZipParts;
import xinglin.jobs.open.ods.OdsReader;
import xinglin.jobs.open.pdf.PdfReader;
import xinglin.jobs.open.word.DocReader;
import xinglin.jobs.open.word.DocxReader;
import xinglin.jobs.open.workbook.XlsReader;
import xinglin.jobs.open.workbook.XlsxReader;
import xinglin.schemas.finding.Issue;
import xinglin.schemas.reading.Verdict;
import xinglin.schemas.sheet.Document;
import xinglin.schemas.sheet.FormMark;

/** Opens one file by its bytes. Keeps nothing, may be used by many threads. */
public final class FileOpener {
  private static final int HEAD = 1 << 13;

  private FileOpener() {}

  /** As {@link #open(Path, String, Limits)}, under the name that the file has on disk. */
  public static Opened open(Path file, Limits limits) throws IOException {
    return open(file, String.valueOf(file.getFileName()), limits);
  }

  /**
   * Opens a file. Whatever its content, the answer is a value.
   *
   * @param file the bytes
   * @param sentName the name under which it was sent; only used to say that name and content differ
   * @throws IOException if the disk fails, never because of the content
   */
  public static Opened open(Path file, String sentName, Limits limits) throws IOException {
    byte[] head = head(file);
    Signature signature = new Signature(head);
    try {
      return new OpenedDocument(read(file, signature, sentName, new Budget(limits)));
    } catch (RefusalException e) {
      return e.refused().issues().get(0).code().equals("BROKEN_CONTAINER")
          ? broken(signature)
          : e.refused();
    } catch (FileSystemException e) {
      throw e;
    } catch (IOException | XMLStreamException | RuntimeException | StackOverflowError e) {
      // Readers of office files throw dozens of kinds over damaged ones; all mean the same to the
      // sender.
      return broken(signature);
    }
  }

  private static Document read(Path file, Signature signature, String sentName, Budget budget)
      throws IOException, XMLStreamException, RefusalException {
    long size = Files.size(file);
    if (size == 0) {
      throw RefusalException.unrecognised("EMPTY_FILE");
    }
    if (size > budget.limits().bytes()) {
      throw Limit.BYTES.exceeded(budget.limits().bytes());
    }
    if (signature.isZip()) {
      try (ZipParts parts = ZipGuard.inspect(file, budget)) {
        return container(parts, sentName, budget).marked(FormMarks.of(parts));
      }
    }
    if (signature.isOle2()) {
      try (POIFSFileSystem ole2 = new POIFSFileSystem(file.toFile(), true)) {
        // Some readers close the file behind them.
        Optional<FormMark> mark = FormMarks.of(ole2.getRoot());
        return ole2(ole2.getRoot(), sentName, budget).marked(mark);
      }
    }
    if (signature.isPdf()) {
      ForeignKind.PDF.requireOwnName(sentName);
      return PdfReader.read(file, budget);
    }
    if (signature.foreign().isPresent()) {
      throw signature.foreign().get().refusal(sentName);
    }
    return CsvReader.read(file, signature.head(), sentName, budget);
  }

  private static Document container(ZipParts parts, String sentName, Budget budget)
      throws IOException, XMLStreamException, RefusalException {
    PackageKind kind = PackageKind.of(parts);
    return switch (kind.content()) {
      case WORKBOOK -> XlsxReader.read(parts, kind.mainPart(), budget);
      case WORD -> DocxReader.read(parts, kind.mainPart(), budget);
      case ODS -> OdsReader.read(parts, budget);
      case FOREIGN -> throw kind.foreign().refusal(sentName);
    };
  }

  private static Document ole2(DirectoryNode root, String sentName, Budget budget)
      throws IOException, RefusalException {
    if (root.hasEntryCaseInsensitive("EncryptedPackage")) {
      throw RefusalException.unrecognised("ENCRYPTED");
    }
    if (root.hasEntryCaseInsensitive("Workbook") || root.hasEntryCaseInsensitive("Book")) {
      try {
        return XlsReader.read(root, root.hasEntryCaseInsensitive("_VBA_PROJECT_CUR"), budget);
      } catch (org.apache.poi.EncryptedDocumentException e) {
        throw RefusalException.unrecognised("ENCRYPTED");
      } catch (org.apache.poi.hssf.OldExcelFormatException e) {
        throw ForeignKind.EXCEL_ANCIENT.refusal(sentName);
      }
    }
    if (root.hasEntryCaseInsensitive("WordDocument")) {
      return word97(root, sentName, budget);
    }
    if (root.hasEntryCaseInsensitive("PowerPoint Document")) {
      throw ForeignKind.SLIDES.refusal(sentName);
    }
    boolean message = root.hasEntryCaseInsensitive("__properties_version1.0");
    throw (message ? ForeignKind.OUTLOOK_MESSAGE : ForeignKind.UNKNOWN).refusal(sentName);
  }

  private static Document word97(DirectoryNode root, String sentName, Budget budget)
      throws IOException, RefusalException {
    try {
      return DocReader.read(root, budget);
    } catch (org.apache.poi.EncryptedDocumentException e) {
      throw RefusalException.unrecognised("ENCRYPTED");
    } catch (org.apache.poi.OldFileFormatException e) {
      throw ForeignKind.WORD_ANCIENT.refusal(sentName);
    }
  }

  private static Refused broken(Signature signature) {
    String type =
        signature.isZip()
            ? "xlsx/docx"
            : signature.isOle2() ? "xls/doc" : signature.isPdf() ? "pdf" : "csv";
    return new Refused(
        Verdict.UNRECOGNISED, List.of(Issue.of("BROKEN_CONTAINER").with("type", type)));
  }

  private static byte[] head(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(HEAD);
    }
  }
}
