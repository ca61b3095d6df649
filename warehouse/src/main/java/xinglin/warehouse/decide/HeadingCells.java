package xinglin.warehouse.decide;

import java.util.List;
import java.util.stream.Collectors;
import xinglin.schemas.reading.Heading;

/**
 * Where reporter and period of a form stand, as one text: {@code
 * reporter_code=附件1!A2/period=附件1!A3}. No sheet of a workbook may have a slash in its name.
 */
final class HeadingCells {
  private HeadingCells() {}

  /** Empty if no cell tells them. */
  static String of(List<Heading> headings) {
    return headings.stream()
        .map(
            heading ->
                heading.decides() + "=" + heading.sheet().replace('/', ' ') + "!" + heading.cell())
        .distinct()
        .collect(Collectors.joining("/"));
  }
}
