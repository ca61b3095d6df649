package xinglin.schemas.campaign;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import xinglin.schemas.definition.Entry;
import xinglin.schemas.definition.Mistake;

/** Reads {@code reminders:} of a campaign. */
final class RemindersEntry {
  private RemindersEntry() {}

  static Reminders read(Entry entry) {
    List<Integer> after = days(entry, "after");
    Reminders reminders =
        new Reminders(
            days(entry, "before"),
            entry.flag("on_day", false),
            after,
            entry.has("every") ? Optional.of(atLeastOne(entry, "every", 1)) : Optional.empty(),
            atLeastOne(entry, "until", Reminders.UNTIL),
            entry.has("digest") ? days(entry, "digest") : after);
    entry.done();
    return reminders;
  }

  private static List<Integer> days(Entry entry, String key) {
    List<Integer> days = new ArrayList<>();
    for (String text : entry.texts(key)) {
      if (text.matches("[1-9][0-9]{0,2}")) {
        days.add(Integer.valueOf(text));
      } else {
        entry.problem(key, Mistake.of("\"{0}\" must be numbers of days, not \"{1}\"", key, text));
      }
    }
    return days;
  }

  private static int atLeastOne(Entry entry, String key, int otherwise) {
    int value = entry.number(key, otherwise);
    if (value < 1) {
      entry.problem(key, Mistake.of("\"{0}\" must be at least 1", key));
      return otherwise;
    }
    return value;
  }
}
