package xinglin.jobs.reminder;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import xinglin.jobs.mark.page.Days;
import xinglin.jobs.mark.page.Words;
import xinglin.jobs.parcel.AnswerWay;
import xinglin.schemas.campaign.Campaign;
import xinglin.schemas.finding.Language;

/** What every letter about a deadline begins and ends with. */
record Deadline(Campaign campaign, AnswerWay way, LocalDate dueOn, LocalDate today) {

  Language language() {
    return way.language();
  }

  Words words() {
    return Words.in(language());
  }

  String title() {
    return language() == Language.EN ? campaign.en() : campaign.zh();
  }

  String due() {
    return Days.of(dueOn, language());
  }

  String day() {
    return Days.of(today, language());
  }

  String greeting() {
    return words().say("letter.greeting", way.partner());
  }

  /** That nobody wrote it, the office and the day, behind what the letter says before. */
  List<String> closing(List<String> before) {
    List<String> closing = new ArrayList<>(before);
    closing.add(words().say("letter.closing.automatic"));
    if (!way.office().name().isEmpty()) {
      closing.add(way.office().name());
    }
    closing.add(day());
    return closing;
  }
}
