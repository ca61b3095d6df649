package xinglin.schemas.assessment;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import xinglin.schemas.campaign.Campaigns;
import xinglin.schemas.codelist.Division;
import xinglin.schemas.codelist.Measures;
import xinglin.schemas.definition.DefinitionFiles;
import xinglin.schemas.definition.Entry;
import xinglin.schemas.definition.Mistake;
import xinglin.schemas.definition.Problems;
import xinglin.schemas.form.Forms;
import xinglin.schemas.value.Period;

/** All assessments: {@code assessments/*.yaml}. */
public final class Assessments {
  private final Map<String, Assessment> byId;
  private final List<Entry> entries;

  private Assessments(Map<String, Assessment> byId, List<Entry> entries) {
    this.byId = byId;
    this.entries = entries;
  }

  public static Assessments load(DefinitionFiles files, Problems problems) {
    Map<String, Assessment> byId = new LinkedHashMap<>();
    List<Entry> entries = files.entries("assessments", problems);
    for (Entry entry : entries) {
      Assessment assessment = read(entry);
      if (!entry.file().equals("assessments/" + assessment.id() + ".yaml")) {
        entry.problem("assessment", Mistake.of("the file must have the name of its assessment"));
      }
      entry.done();
      byId.put(assessment.id(), assessment);
    }
    return new Assessments(byId, entries);
  }

  /** Reports campaigns, forms and measures that do not exist. */
  public void check(Measures measures, Campaigns campaigns, Forms forms) {
    for (Entry entry : entries) {
      String campaign = entry.text("campaign", "");
      if (campaigns.find(campaign).isEmpty()) {
        entry.problem("campaign", Mistake.of("unknown campaign \"{0}\"", campaign));
      }
      String form = entry.text("form", "");
      if (forms.editions(form).isEmpty()) {
        entry.problem("form", Mistake.of("no form \"{0}\"", form));
      }
      for (Entry section : entry.list("sections")) {
        for (Entry item : section.list("items")) {
          String measure = item.text("measure", "");
          if (measures.find(measure).isEmpty()) {
            item.problem(
                "measure", Mistake.of("no measure \"{0}\"", measure).near(measure, measures.ids()));
          }
        }
      }
    }
  }

  private static Assessment read(Entry entry) {
    List<AssessmentItem> items = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    if (!entry.has("sections")) {
      entry.problem(Mistake.of("\"{0}\" is missing", "sections"));
    }
    for (Entry section : entry.list("sections")) {
      String heading = section.text("section");
      if (!section.has("items")) {
        section.problem(Mistake.of("\"{0}\" is missing", "items"));
      }
      for (Entry line : section.list("items")) {
        AssessmentItem item = item(line, heading);
        if (!ids.add(item.id())) {
          line.problem("item", Mistake.of("item \"{0}\" stands twice", item.id()));
        }
        items.add(item);
      }
    }
    return new Assessment(
        entry.file(),
        entry.text("assessment"),
        entry.text("zh"),
        entry.text("en"),
        entry.text("source"),
        entry.text("campaign"),
        entry.text("form"),
        level(entry),
        period(entry),
        entry.has("base") ? Optional.of(entry.number("base", 0)) : Optional.empty(),
        items);
  }

  private static AssessmentItem item(Entry line, String section) {
    int points = line.number("points", 0);
    if (!line.has("points")) {
      line.problem(Mistake.of("\"{0}\" is missing", "points"));
    } else if (points <= 0) {
      line.problem("points", Mistake.of("\"{0}\" must be more than 0", "points"));
    }
    List<String> decidedBy = line.texts("decided_by");
    if (!line.has("decided_by")) {
      line.problem(Mistake.of("\"{0}\" is missing", "decided_by"));
    }
    return new AssessmentItem(
        line.text("item"),
        section,
        line.text("number"),
        line.text("text"),
        points,
        line.choice("counted", AssessmentItem.Counted.class, AssessmentItem.Counted.ONCE),
        line.has("cap") ? Optional.of(line.number("cap", 0)) : Optional.empty(),
        line.text("measure"),
        decidedBy,
        line.text("open"),
        line.line());
  }

  private static Division.Level level(Entry entry) {
    if (!entry.has("level")) {
      entry.problem(Mistake.of("\"{0}\" is missing", "level"));
    }
    return entry.choice("level", Division.Level.class, Division.Level.TOWN);
  }

  private static Period period(Entry entry) {
    String text = entry.text("period");
    int dots = text.indexOf("..");
    try {
      return new Period(
          LocalDate.parse(text.substring(0, Math.max(dots, 0))),
          LocalDate.parse(text.substring(dots + 2)));
    } catch (DateTimeParseException | IllegalArgumentException e) {
      if (!text.isEmpty()) {
        entry.problem(
            "period",
            Mistake.of(
                "\"{0}\" must be two days such as 2024-04-01..2024-07-31, not \"{1}\"",
                "period", text));
      }
      return new Period(LocalDate.EPOCH, LocalDate.EPOCH);
    }
  }

  public Optional<Assessment> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** By id. */
  public List<Assessment> list() {
    return List.copyOf(byId.values());
  }
}
