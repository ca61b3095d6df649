package xinglin.schemas.engine;

import java.util.Map;
import java.util.Optional;
import xinglin.schemas.exchange.PenaltyLayouts;

/** What exchanged records are called among forms; each submission of them stands for itself. */
public final class RecordForms {
  /** Records of leads between regions. */
  public static final String LEADS = "lead-records";

  private static final Map<String, String> TITLES =
      Map.of(PenaltyLayouts.FORM, PenaltyLayouts.TITLE, LEADS, "跨区域线索往来记录");

  private RecordForms() {}

  /** Chinese title; empty for a form proper. */
  static Optional<String> title(String formId) {
    return Optional.ofNullable(TITLES.get(formId));
  }
}
