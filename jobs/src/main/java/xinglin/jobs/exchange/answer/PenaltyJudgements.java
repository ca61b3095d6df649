package xinglin.jobs.exchange.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import xinglin.jobs.exchange.answer.JudgedRow.Reason;
import xinglin.schemas.exchange.profile.Profile;
import xinglin.schemas.finding.Wording;
import xinglin.warehouse.penalty.RowVerdicts;

/** Judgements of penalty records, in the columns of the profile. */
public final class PenaltyJudgements implements RowJudgements {
  private static final int LETTERS = 26;
  private final RowVerdicts verdicts;
  private final Profile profile;
  private final Function<String, Wording> titles;

  /**
   * @param titles of checks by code, for rows whose sentences were too many to be kept
   */
  public PenaltyJudgements(
      RowVerdicts verdicts, Profile profile, Function<String, Wording> titles) {
    this.verdicts = verdicts;
    this.profile = profile;
    this.titles = titles;
  }

  @Override
  public void each(String dataId, Consumer<JudgedRow> sink) {
    verdicts.each(
        dataId + "-0",
        row ->
            sink.accept(
                new JudgedRow(
                    row.sheetRow() - 1, verdict(row), reasons(row, this::column, titles))));
  }

  static JudgedRow.Verdict verdict(RowVerdicts.Row row) {
    return switch (row.verdict()) {
      case "refused" -> JudgedRow.Verdict.REJECTED;
      case "repeated" -> JudgedRow.Verdict.DUPLICATE;
      default -> JudgedRow.Verdict.REMARKED;
    };
  }

  /** Errors first; what refused a row is its first reason. */
  static List<Reason> reasons(
      RowVerdicts.Row row, UnaryOperator<String> column, Function<String, Wording> titles) {
    List<Reason> reasons = new ArrayList<>();
    for (boolean errors : new boolean[] {true, false}) {
      for (RowVerdicts.Told told : row.told()) {
        if (told.isError() == errors) {
          reasons.add(new Reason(told.code(), column.apply(told.column()), told.zh(), told.en()));
        }
      }
    }
    if (reasons.isEmpty()) {
      for (String code : row.codes()) {
        Wording title = titles.apply(code);
        reasons.add(new Reason(code, "", title.zh(), title.en()));
      }
    }
    return reasons;
  }

  /** The code of a column by its letters. */
  private String column(String letters) {
    int number = 0;
    for (char letter : letters.toCharArray()) {
      number = number * LETTERS + (letter - 'A' + 1);
    }
    List<String> header = profile.header();
    return number >= 1 && number <= header.size() ? header.get(number - 1) : "";
  }
}
