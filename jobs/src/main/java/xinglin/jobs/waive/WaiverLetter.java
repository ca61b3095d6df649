package xinglin.jobs.waive;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import xinglin.jobs.letter.Letter;
import xinglin.jobs.letter.Letter.Fact;
import xinglin.jobs.letter.Letter.Listed;
import xinglin.jobs.letter.Letter.Part;
import xinglin.jobs.mark.page.Days;
import xinglin.jobs.mark.page.Tone;
import xinglin.jobs.mark.page.Words;
import xinglin.jobs.parcel.AnswerWay;
import xinglin.schemas.finding.Language;
import xinglin.warehouse.ledger.Parcel;
import xinglin.warehouse.raw.Arrival;

/** What is said to a sender whose errors pass, or pass no longer. */
final class WaiverLetter {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private final WaiverNews news;
  private final Arrival arrival;
  private final AnswerWay way;
  private final Language language;
  private final Words words;
  private final LocalDate today;

  WaiverLetter(WaiverNews news, Arrival arrival, AnswerWay way, LocalDate today) {
    this.news = news;
    this.arrival = arrival;
    this.way = way;
    this.language = way.language();
    this.words = Words.in(language);
    this.today = today;
  }

  Letter write() {
    String kind = news.kind().code();
    long left = news.left();
    String file = arrival.fileName();
    Waiver waiver = news.latest();
    boolean isOver = news.kind() == WaiverNews.Kind.ENDED || news.kind() == WaiverNews.Kind.LAPSED;
    LocalDate decided =
        LocalDate.ofInstant(
            waiver.withdrawal().map(Waiver.Withdrawal::at).orElse(waiver.decidedAt()), ZONE);
    LocalDate day = isOver && waiver.withdrawal().isEmpty() ? waiver.until().plusDays(1) : decided;
    String received = Days.of(LocalDate.ofInstant(arrival.receivedAt(), ZONE), language);
    return new Letter(
        language,
        words.say("waived.subject." + kind, file),
        news.kind() == WaiverNews.Kind.WHOLE ? Tone.GOOD : Tone.DOUBTFUL,
        words.say("waived.headline." + kind, left),
        words.say("letter.greeting", way.partner()),
        words.say("waived.lead." + kind, received, file, Days.of(day, language)),
        new Listed(words.say("letter.todo"), List.of(words.say("waived.todo." + kind, left))),
        news.waivers().stream().map(this::part).toList(),
        List.of(),
        new Listed("", List.of()),
        closing());
  }

  private Part part(Waiver waiver) {
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact(words.say("fact.file"), arrival.fileName()));
    facts.add(
        new Fact(
            words.say("waived.fact.error"),
            waiver.code()
                + waiver
                    .place()
                    .map(Waiver.Place::cell)
                    .filter(cell -> !cell.isEmpty())
                    .map(cell -> " " + cell)
                    .orElse("")));
    facts.add(new Fact(words.say("waived.fact.approver"), waiver.approver()));
    facts.add(new Fact(words.say("waived.fact.reason"), waiver.reason()));
    facts.add(new Fact(words.say("waived.fact.until"), Days.of(waiver.until(), language)));
    return new Part("", facts, Tone.GOOD, "", "", List.of(), "");
  }

  private List<String> closing() {
    List<String> closing = new ArrayList<>();
    Optional.of(way.way())
        .filter(Parcel.Way.MAIL::equals)
        .ifPresent(mail -> closing.add(words.say("letter.closing.mail")));
    closing.add(words.say("letter.closing.automatic"));
    if (!way.office().name().isEmpty()) {
      closing.add(way.office().name());
    }
    closing.add(Days.of(today, language));
    return closing;
  }
}
