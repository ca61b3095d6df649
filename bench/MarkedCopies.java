import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import xinglin.jobs.mark.MarkedCopy;
import xinglin.jobs.mark.page.Summary;
import xinglin.jobs.open.FileOpener;
import xinglin.jobs.open.Limits;
import xinglin.jobs.open.OpenedDocument;
import xinglin.schemas.finding.Finding;
import xinglin.schemas.finding.Language;
import xinglin.schemas.finding.Severity;
import xinglin.schemas.reading.Verdict;
import xinglin.schemas.sheet.Cell;
import xinglin.schemas.sheet.Document;
import xinglin.schemas.sheet.Grid;

/**
 * The yardstick of bench/marked-copies.sh: one file marked in its first filled cells, beside POI's user model opening and saving the same
 * file in the same process, in turns. Says the first time of each (cold) and the median of the rest.
 *
 * <p>Arguments: FILE ROUNDS mark|poi|both
 */
final class MarkedCopies {
  public static void main(String[] arguments) throws IOException {
    Path file = Path.of(arguments[0]);
    int rounds = Integer.parseInt(arguments[1]);
    List<Double> marked = new ArrayList<>();
    List<Double> saved = new ArrayList<>();
    Path target = Files.createTempFile("bench", ".out");
    for (int i = 0; i < rounds; i++) {
      if (!arguments[2].equals("poi")) {
        marked.add(milliseconds(() -> mark(file, target)));
      }
      if (!arguments[2].equals("mark")) {
        saved.add(milliseconds(() -> resave(file, target)));
      }
    }
    Files.delete(target);
    say("opened, marked and written", marked);
    say("bare POI opens and saves", saved);
    System.out.printf("  peak of the process: %s%n", peak());
  }

  private static void mark(Path file, Path target) throws IOException {
    Document document = ((OpenedDocument) FileOpener.open(file, Limits.standard())).document();
    List<Finding> findings = new ArrayList<>();
    for (Grid grid : document.grids()) {
      for (int row = 0; row < grid.rowCount() && findings.size() < 12; row++) {
        for (Cell cell : grid.row(row)) {
          Severity severity = findings.size() % 3 == 0 ? Severity.ERROR : Severity.WARNING;
          findings.add(new Finding("TOTAL_MISMATCH", severity, grid.sheet(), cell.address().a1(), "m" + findings.size(), "合计与各行之和不符。请核对。", "", "1", "2", Map.of()));
        }
      }
    }
    LocalDate day = LocalDate.of(2024, 8, 8);
    Summary summary = new Summary("表.xlsx", Verdict.REJECTED, "汇总表", "某区", Optional.empty(), Optional.of(day), day, Language.ZH);
    MarkedCopy.write(file, document, summary, findings, target);
  }

  private static void resave(Path file, Path target) throws IOException {
    org.apache.poi.openxml4j.util.ZipSecureFile.setMinInflateRatio(0);
    try (InputStream in = Files.newInputStream(file);
        Workbook workbook = WorkbookFactory.create(in);
        OutputStream out = Files.newOutputStream(target)) {
      workbook.write(out);
    }
  }

  private interface Work {
    void run() throws IOException;
  }

  private static double milliseconds(Work work) throws IOException {
    long from = System.nanoTime();
    work.run();
    return (System.nanoTime() - from) / 1e6;
  }

  private static void say(String what, List<Double> times) {
    if (!times.isEmpty()) {
      double[] warm = times.stream().skip(times.size() > 1 ? times.size() / 2 : 0).mapToDouble(Double::doubleValue).sorted().toArray();
      System.out.printf("  %-28s first %8.1f ms, median of the last %d: %8.1f ms%n", what, times.get(0), warm.length, warm[warm.length / 2]);
    }
  }

  private static String peak() throws IOException {
    return Files.readAllLines(Path.of("/proc/self/status")).stream().filter(line -> line.startsWith("VmHWM")).findFirst().orElse("unknown");
  }
}
