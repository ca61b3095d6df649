package xinglin.app.command.waive;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import xinglin.app.assembly.Clocks;
import xinglin.app.terminal.TextTable;
import xinglin.app.terminal.Texts;
import xinglin.jobs.waive.Waiver;

/** Waivers for people, and as JSON. */
record WaiverPage(List<Waiver> waivers, LocalDate today) {

  List<String> lines(Texts texts) {
    TextTable table =
        new TextTable(
            List.of(
                texts.say("waive.table.id"),
                texts.say("waive.table.standing"),
                texts.say("waive.table.submission"),
                texts.say("waive.table.error"),
                texts.say("waive.table.until"),
                texts.say("waive.table.approver"),
                texts.say("waive.table.reason")));
    for (Waiver waiver : waivers) {
      table.row(
          waiver.id(),
          texts.say("waive.standing." + waiver.standing(today).code()),
          waiver.submissionId(),
          waiver.code()
              + waiver.place().map(place -> " " + place.sheet() + "!" + place.cell()).orElse(""),
          waiver.until().toString(),
          waiver.approver(),
          waiver.reason());
    }
    return table.lines();
  }

  List<Map<String, Object>> json() {
    return waivers.stream().map(waiver -> row(waiver, today)).toList();
  }

  static Map<String, Object> row(Waiver waiver, LocalDate today) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("waiver_id", waiver.id());
    row.put("submission_id", waiver.submissionId());
    row.put("code", waiver.code());
    row.put("sheet", waiver.place().map(Waiver.Place::sheet).orElse(null));
    row.put("cell", waiver.place().map(Waiver.Place::cell).orElse(null));
    row.put("reason", waiver.reason());
    row.put("approver", waiver.approver());
    row.put("decided_at", time(waiver.decidedAt()));
    row.put("expires_on", waiver.until().toString());
    row.put("withdrawn_at", waiver.withdrawal().map(how -> time(how.at())).orElse(null));
    row.put("withdrawn_by", waiver.withdrawal().map(Waiver.Withdrawal::by).orElse(null));
    row.put("standing", waiver.standing(today).code());
    return row;
  }

  private static String time(java.time.Instant at) {
    return at.atZone(Clocks.ZONE).toOffsetDateTime().toString();
  }
}
