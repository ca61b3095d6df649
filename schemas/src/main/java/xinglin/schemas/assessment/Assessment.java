package xinglin.schemas.assessment;

import java.util.List;
import java.util.Optional;
import xinglin.schemas.codelist.Division;
import xinglin.schemas.value.Period;

/**
 * What is deducted from those who are assessed, as a document lays down.
 *
 * @param file path among the definitions
 * @param campaign within whose scope everybody of the level is assessed
 * @param form on which those assessed report
 * @param base points to deduct from, where an office sets them; documents may print none
 */
public record Assessment(
    String file,
    String id,
    String zh,
    String en,
    String source,
    String campaign,
    String form,
    Division.Level level,
    Period period,
    Optional<Integer> base,
    List<AssessmentItem> items) {

  public Assessment {
    items = List.copyOf(items);
  }
}
