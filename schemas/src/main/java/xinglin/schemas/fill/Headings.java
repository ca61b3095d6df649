package xinglin.schemas.fill;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import xinglin.schemas.reading.Heading;
import xinglin.schemas.reading.RegisterLine;
import xinglin.schemas.reading.Reporter;

/** The cells that tell whose report a form is, and of which days. */
final class Headings {
  /** Of lines that together tell who reports, as many are kept as cells that decide. */
  private static final int LINES_NAMED = 50;

  private Headings() {}

  static List<Heading> of(
      Optional<Reporter> reporter,
      Optional<ReporterFinder.Stated> stated,
      Content content,
      List<Heading> period) {
    List<Heading> headings = new ArrayList<>();
    Optional<Reporter.Source> source = reporter.map(Reporter::source);
    if (source.filter(Reporter.Source.STATED::equals).isPresent()) {
      stated
          .map(place -> new Heading(Heading.REPORTER, place.sheet(), place.address()))
          .ifPresent(headings::add);
    } else if (source.filter(Reporter.Source.LINES::equals).isPresent()) {
      content.lines().stream()
          .flatMap(Headings::divisionCell)
          .limit(LINES_NAMED)
          .forEach(headings::add);
    }
    headings.addAll(period);
    return headings;
  }

  private static Stream<Heading> divisionCell(RegisterLine line) {
    return Optional.ofNullable(line.cells().get("division_code")).stream()
        .map(cell -> new Heading(Heading.REPORTER, line.sheet(), cell));
  }
}
