package xinglin.app.serve;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import xinglin.app.assembly.LastNights;
import xinglin.app.assembly.Workplace;
import xinglin.warehouse.ledger.ChannelLedger;
import xinglin.warehouse.ledger.ChannelUse;
import xinglin.warehouse.ledger.Ledger;
import xinglin.warehouse.ledger.ParcelLedger;

/**
 * What the ledger says at a moment.
 *
 * @param outcomes deliveries by outcome, by state while they wait
 * @param answers parcels by state; what is not prepared yet waits
 * @param channels how each configured channel did last
 */
record Books(
    Map<String, Long> outcomes,
    long waiting,
    Map<String, Long> answers,
    List<ChannelUse> channels,
    LastNights nights) {

  static Books read(Workplace place, List<String> configured) {
    Ledger ledger = place.ledger();
    return new Books(
        ledger.countOutcomes(),
        ledger.waiting(),
        answers(new ParcelLedger(place.database())),
        new ChannelLedger(place.database())
            .list().stream().filter(use -> configured.contains(use.channelId())).toList(),
        LastNights.of(ledger));
  }

  private static Map<String, Long> answers(ParcelLedger parcels) {
    Map<String, Long> states = new TreeMap<>(parcels.count());
    states.merge("waiting", parcels.countLoose(), Long::sum);
    return states;
  }
}
