package xinglin.app.command.exchange;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import xinglin.app.terminal.Texts;
import xinglin.warehouse.ledger.StateDatabase;
import xinglin.warehouse.send.HeldLedger;
import xinglin.warehouse.send.HeldLedger.Held;

/** How many records partner regions are not told, or not all of, by reason. */
final class HeldBack {
  private final List<Held> held;

  HeldBack(StateDatabase database) {
    this.held = new HeldLedger(database).all();
  }

  /** For people: a line for each agreement. */
  List<String> lines(Texts texts) {
    List<String> lines = new ArrayList<>();
    agreements()
        .forEach(
            (agreement, reasons) ->
                lines.add(
                    texts.say(
                        "exchange.held",
                        reasons.get(0).partnerId(),
                        reasons.get(0).profile(),
                        reasons.stream()
                            .map(one -> texts.say("exchange.held." + one.reason(), one.records()))
                            .collect(Collectors.joining(texts.say("list.separator"))))));
    return lines;
  }

  /** For programs. */
  List<Object> rows() {
    List<Object> rows = new ArrayList<>();
    for (List<Held> reasons : agreements().values()) {
      Map<String, Object> row = new LinkedHashMap<>();
      Map<String, Long> counts = new LinkedHashMap<>();
      reasons.forEach(one -> counts.put(one.reason(), one.records()));
      row.put("partner", reasons.get(0).partnerId());
      row.put("profile", reasons.get(0).profile());
      row.put("records", counts);
      rows.add(row);
    }
    return rows;
  }

  private Map<String, List<Held>> agreements() {
    return held.stream()
        .collect(
            Collectors.groupingBy(
                one -> one.partnerId() + "/" + one.profile(),
                LinkedHashMap::new,
                Collectors.toList()));
  }
}
