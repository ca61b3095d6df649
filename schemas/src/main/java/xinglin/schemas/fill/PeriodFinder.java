package xinglin.schemas.fill;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import xinglin.schemas.campaign.Campaign;
import xinglin.schemas.campaign.Phase;
import xinglin.schemas.fill.cell.Issues;
import xinglin.schemas.finding.Issue;
import xinglin.schemas.form.Accumulation;
import xinglin.schemas.form.PeriodRule;
import xinglin.schemas.reading.Heading;
import xinglin.schemas.reading.RegisterLine;
import xinglin.schemas.recognise.AroundText;
import xinglin.schemas.recognise.FoundForm;
import xinglin.schemas.value.Labels;
import xinglin.schemas.value.Period;
import xinglin.schemas.value.Value;

/** Finds the period of a form: printed on it, else the campaign's; never the date of the mail. */
final class PeriodFinder {
  private static final String DATE =
      "(\\d{4})\\s*[年.\\-/]\\s*(\\d{1,2})\\s*[月.\\-/]\\s*(\\d{1,2})\\s*日?";
  private static final Pattern RANGE = Pattern.compile(DATE + "\\s*(?:至|到|—+|－|-|~|～)\\s*" + DATE);

  /** 2024年1-6月, 2024年4月至2024年7月. */
  private static final Pattern MONTHS =
      Pattern.compile(
          "(\\d{4})\\s*年\\s*(\\d{1,2})\\s*月?\\s*(?:至|到|—+|－|-|~|～)\\s*(?:(\\d{4})\\s*年\\s*)?(\\d{1,2})\\s*月(?!\\s*\\d)");

  /** One month, where the title names it. */
  private static final Pattern MONTH =
      Pattern.compile("(\\d{4})\\s*年\\s*(\\d{1,2})\\s*月(?!\\s*\\d)");

  private static final Pattern TITLE_YEAR = Pattern.compile("(20\\d{2})\\s*年");
  private final FoundForm found;
  private final Optional<Campaign> campaign;
  private final Issues issues;
  private final List<Heading> deciding = new ArrayList<>();

  PeriodFinder(FoundForm found, Optional<Campaign> campaign, Issues issues) {
    this.found = found;
    this.campaign = campaign;
    this.issues = issues;
  }

  /** The cells that told the period; none where it is the campaign's. */
  List<Heading> deciding() {
    return deciding;
  }

  Optional<Period> find(Content content, Optional<LocalDate> signedOn) {
    checkTitleYear();
    Optional<Period> printed = printed();
    if (printed.isPresent()) {
      return printed;
    }
    PeriodRule rule = found.form().period();
    return switch (rule.kind()) {
      case FIXED -> rule.fixed();
      case CAMPAIGN -> campaign.map(Campaign::formsCover);
      case BASELINE -> campaign.flatMap(Campaign::baseline);
      case PHASE -> phase(content, signedOn).or(() -> campaign.map(Campaign::window));
      case LINES -> fromLines(rule, content).or(() -> campaign.map(Campaign::window));
    };
  }

  private Optional<Period> printed() {
    if (!found.form().letter().isEmpty()) {
      return Optional.empty();
    }
    for (AroundText text : found.before()) {
      Optional<Matcher> match = match(text);
      if (match.isPresent()) {
        Matcher matcher = match.get();
        try {
          Period period = period(matcher);
          checkCampaign(period, text.sheet(), text.address(), matcher.group());
          deciding.add(new Heading(Heading.PERIOD, text.sheet(), text.address()));
          return Optional.of(period);
        } catch (DateTimeException | IllegalArgumentException impossible) {
          issues.add(
              Issue.of("DATE_IMPOSSIBLE")
                  .at(text.sheet(), text.address())
                  .sent(matcher.group())
                  .with("label", "统计时段")
                  .with("reason", "没有这一天或止早于起")
                  .with("reason_en", "there is no such day, or it ends before it starts"));
        }
      }
    }
    return Optional.empty();
  }

  /** Days from and to, months from and to, or the month in a title. */
  private Optional<Matcher> match(AroundText text) {
    List<Pattern> shapes = isTitle(text) ? List.of(RANGE, MONTHS, MONTH) : List.of(RANGE, MONTHS);
    return shapes.stream()
        .map(shape -> shape.matcher(text.text()))
        .filter(Matcher::find)
        .findFirst();
  }

  private static Period period(Matcher matcher) {
    if (matcher.pattern() == RANGE) {
      return new Period(date(matcher, 1), date(matcher, 4));
    }
    YearMonth from = month(matcher.group(1), matcher.group(2));
    if (matcher.pattern() == MONTH) {
      return new Period(from.atDay(1), from.atEndOfMonth());
    }
    String lastYear = matcher.group(3) == null ? matcher.group(1) : matcher.group(3);
    return new Period(from.atDay(1), month(lastYear, matcher.group(4)).atEndOfMonth());
  }

  private static YearMonth month(String year, String month) {
    return YearMonth.of(Integer.parseInt(year), Integer.parseInt(month));
  }

  private boolean isTitle(AroundText text) {
    return found.form().titles().stream()
        .anyMatch(words -> Labels.normalise(text.text()).contains(Labels.normalise(words)));
  }

  private static LocalDate date(Matcher matcher, int group) {
    return LocalDate.of(
        Integer.parseInt(matcher.group(group)),
        Integer.parseInt(matcher.group(group + 1)),
        Integer.parseInt(matcher.group(group + 2)));
  }

  private void checkCampaign(Period period, String sheet, String cell, String sent) {
    campaign
        .filter(known -> !known.covers(period))
        .ifPresent(known -> outside(known, sheet, cell, sent));
  }

  /** A form of another year's edition says so in its title. */
  private void checkTitleYear() {
    if (campaign.isEmpty()) {
      return;
    }
    for (AroundText text : found.before()) {
      boolean title = isTitle(text);
      Matcher year = TITLE_YEAR.matcher(text.text());
      if (title && year.find()) {
        int stated = Integer.parseInt(year.group(1));
        if (stated < campaign.get().window().start().getYear()
            || stated > campaign.get().window().end().getYear()) {
          outside(campaign.get(), text.sheet(), text.address(), year.group());
        }
      }
    }
  }

  private void outside(Campaign known, String sheet, String cell, String sent) {
    issues.add(
        Issue.of("PERIOD_OUTSIDE_CAMPAIGN")
            .at(sheet, cell)
            .sent(sent)
            .with("from", known.window().start().toString())
            .with("to", known.window().end().toString()));
  }

  /**
   * The phase of most dates. Without dates, the one in which, or after which, the form was signed.
   */
  private Optional<Period> phase(Content content, Optional<LocalDate> signedOn) {
    List<DatedCell> dates = new ArrayList<>(content.days());
    content.lines().stream()
        .flatMap(line -> line.values().keySet().stream().flatMap(name -> dated(line, name)))
        .forEach(dates::add);
    List<Period> phases = phases();
    PhaseOfDates told = new PhaseOfDates(phases, dates);
    Optional<Period> best = told.find();
    if (best.isPresent()) {
      deciding.addAll(told.deciding(best.get()));
      return best;
    }
    return signedOn.flatMap(
        day ->
            phases.stream()
                .filter(phase -> !phase.start().isAfter(day))
                .reduce((earlier, later) -> later));
  }

  /** The periods that the campaign asks this form for, else its phases. */
  private List<Period> phases() {
    List<Period> asked =
        campaign.map(Campaign::expectations).orElse(List.of()).stream()
            .filter(expected -> expected.formId().equals(found.form().formId()))
            .flatMap(expected -> expected.periods().stream())
            .distinct()
            .toList();
    return asked.isEmpty()
        ? campaign.map(Campaign::phases).orElse(List.of()).stream().map(Phase::period).toList()
        : asked;
  }

  private Optional<Period> fromLines(PeriodRule rule, Content content) {
    if (rule.from().isEmpty()) {
      return Optional.empty();
    }
    Optional<DatedCell> from =
        dated(content, rule.from()).min(Comparator.comparing(DatedCell::day));
    Optional<DatedCell> to = dated(content, rule.to()).max(Comparator.comparing(DatedCell::day));
    if (from.isEmpty() || to.isEmpty() || to.get().day().isBefore(from.get().day())) {
      return Optional.empty();
    }
    Stream.of(from.get(), to.get()).map(DatedCell::heading).forEach(deciding::add);
    Period period = new Period(from.get().day(), to.get().day());
    if (found.form().accumulation() != Accumulation.PERIOD) {
      return Optional.of(period);
    }
    checkCampaign(
        period,
        found.before().isEmpty() ? "" : found.before().get(0).sheet(),
        "",
        period.start() + " 至 " + period.end());
    return Optional.of(period);
  }

  private static Stream<DatedCell> dated(Content content, String column) {
    return content.lines().stream().flatMap(line -> dated(line, column));
  }

  private static Stream<DatedCell> dated(RegisterLine line, String column) {
    return Optional.ofNullable(line.values().get(column)).flatMap(Value::date).stream()
        .map(
            day ->
                new DatedCell(day, line.sheet(), line.cells().getOrDefault(column, line.cell())));
  }
}
