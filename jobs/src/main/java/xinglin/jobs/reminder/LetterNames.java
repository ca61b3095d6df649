package xinglin.jobs.reminder;

import java.util.function.Function;
import xinglin.jobs.parcel.AnswerWay;
import xinglin.jobs.parcel.LetterParcels.Enclosure;
import xinglin.warehouse.ledger.Parcel;

/** What enclosures are called where they go. */
final class LetterNames {
  private LetterNames() {}

  static Function<Enclosure, String> of(AnswerWay way) {
    return way.way() == Parcel.Way.MAIL ? Enclosure::name : Enclosure::plainName;
  }
}
