package xinglin.jobs.unpack.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import xinglin.jobs.open.Limits;
import xinglin.jobs.open.guard.Inflation;
import xinglin.jobs.open.guard.Limit;
import xinglin.jobs.open.guard.RefusalException;
import xinglin.jobs.unpack.ContentException;
import xinglin.jobs.unpack.ContentSink;
import xinglin.jobs.unpack.MeteredInput;
import xinglin.jobs.unpack.UnpackBudget;
import xinglin.schemas.finding.Issue;

/** A zip archive as somebody packed it, not an office file, which is one too. */
public final class ZipArchive {
  private static final Pattern OFFICE =
      Pattern.compile("(?i)\\[Content_Types]\\.xml|mimetype|OFD\\.xml");
  private static final Pattern RUBBISH =
      Pattern.compile("(?i)(.*/)?(__MACOSX/.*|\\.[^/]*|~\\$[^/]*|thumbs\\.db|desktop\\.ini)");

  private ZipArchive() {}

  /** Whether a file that begins like a zip is an archive; false if it cannot be told. */
  public static boolean isArchive(Path file) {
    try (ZipFile zip = open(file)) {
      return zip.stream().noneMatch(entry -> OFFICE.matcher(entry.getName()).matches());
    } catch (IOException e) {
      return refusal(e).isPresent();
    }
  }

  /** Hands over every file in it. A name that leads out of it refuses the whole archive. */
  public static void read(Path file, UnpackBudget budget, ContentSink sink)
      throws IOException, RefusalException {
    try (ZipFile zip = open(file)) {
      Inflation inflation = new Inflation(budget.limits());
      for (ZipEntry entry : files(zip, budget.limits())) {
        budget.entry();
        add(zip, entry, inflation, budget, sink);
      }
    } catch (ZipException e) {
      throw refusal(e).orElseGet(RefusalException::broken);
    }
  }

  private static ZipFile open(Path file) throws IOException {
    return new ZipFile(file.toFile(), StandardCharsets.ISO_8859_1);
  }

  private static List<ZipEntry> files(ZipFile zip, Limits limits) throws RefusalException {
    if (zip.size() > limits.entries()) {
      throw Limit.ENTRIES.exceeded(limits.entries());
    }
    List<ZipEntry> files = new ArrayList<>();
    for (ZipEntry entry : (Iterable<ZipEntry>) zip.stream().map(ZipEntry.class::cast)::iterator) {
      Inflation.checkName(entry.getName());
      if (!entry.isDirectory() && !RUBBISH.matcher(entry.getName().replace('\\', '/')).matches()) {
        files.add(entry);
      }
    }
    return files;
  }

  private static void add(
      ZipFile zip, ZipEntry entry, Inflation inflation, UnpackBudget budget, ContentSink sink)
      throws IOException, RefusalException {
    CRC32 checksum = new CRC32();
    try (InputStream content =
        new CheckedInputStream(
            new MeteredInput(
                zip.getInputStream(entry),
                count -> {
                  inflation.count(entry, count);
                  budget.bytes(count);
                }),
            checksum)) {
      sink.add(ZipNames.of(entry), content, () -> checksum.getValue() != entry.getCrc());
    } catch (ContentException e) {
      // What cannot be inflated harms the archive as a whole: nobody knows what else is missing.
      throw e.getCause() instanceof RefusalException refusal ? refusal : RefusalException.broken();
    }
  }

  /** What Java says of archives that it does not open at all. */
  private static Optional<RefusalException> refusal(IOException failure) {
    String why = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
    if (why.contains("encrypted")) {
      return Optional.of(RefusalException.unrecognised("ENCRYPTED"));
    }
    if (why.contains("compression method")) {
      return Optional.of(
          RefusalException.unrecognised(
              Issue.of("UNSUPPORTED_FORMAT")
                  .with("type", "用特殊方式压缩的 zip 压缩包")
                  .with("type_en", "a zip archive with a special compression")));
    }
    return Optional.empty();
  }
}
