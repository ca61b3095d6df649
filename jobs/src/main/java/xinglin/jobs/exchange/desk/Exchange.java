package xinglin.jobs.exchange.desk;

import java.util.List;
import java.util.Optional;
import xinglin.jobs.exchange.answer.PackageAnswers;
import xinglin.jobs.exchange.bare.BareDesk;
import xinglin.jobs.exchange.returned.Correspondence;
import xinglin.jobs.exchange.returned.ReturnDesk;
import xinglin.jobs.unpack.Unpacked;
import xinglin.warehouse.raw.Envelope;

/**
 * What a load needs to exchange packages with partner regions.
 *
 * @param desk takes packages
 * @param returns takes what is sent about packages of ours
 * @param bare numbers files that come without a manifest
 * @param correspondence what leaves after a load besides answers
 * @param only tells what needs no receipt
 */
public record Exchange(
    PackageDesk desk,
    PackageContents contents,
    PackageAnswers answers,
    ReturnDesk returns,
    BareDesk bare,
    Correspondence correspondence,
    ExchangeOnly only) {

  /** Whether a delivery is of the exchange, whatever is wrong with it: then it is no form. */
  public boolean isExchanged(Envelope envelope) {
    return desk.isPackage(envelope) || returns.isReturn(envelope);
  }

  /** Answers what a run decided about; returns how many bundles were written. */
  public long answer(String runId) {
    bare.number(runId);
    return answers.write(runId);
  }

  /**
   * What was decided about a delivery, as unpacking hands it on; empty for what is none of ours.
   */
  public Optional<List<Unpacked>> decided(Envelope envelope) {
    return contents.apply(envelope).or(() -> returns.contents(envelope));
  }
}
