import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;

/**
 * The yardstick of bench/many-workbooks.sh: opens every workbook of a folder with POI's user model, on all cores, formats every
 * cell, keeps nothing.
 */
final class BarePoi {
  public static void main(String[] arguments) throws IOException {
    LongAdder cells = new LongAdder();
    List<Path> files;
    try (Stream<Path> listing = Files.list(Path.of(arguments[0]))) {
      files = listing.filter(file -> file.toString().endsWith(".xlsx")).toList();
    }
    files.parallelStream().forEach(file -> cells.add(read(file)));
    System.out.println(files.size() + " workbooks, " + cells + " cells");
  }

  private static long read(Path file) {
    DataFormatter formatter = new DataFormatter();
    long cells = 0;
    try (Workbook workbook = WorkbookFactory.create(file.toFile(), null, true)) {
      for (Sheet sheet : workbook) {
        for (Row row : sheet) {
          for (Cell cell : row) {
            cells += formatter.formatCellValue(cell).isEmpty() ? 0 : 1;
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file, e);
    }
    return cells;
  }
}
