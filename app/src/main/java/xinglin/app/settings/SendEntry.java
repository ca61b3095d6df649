package xinglin.app.settings;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import xinglin.app.settings.PartnerExchange.Agreed;
import xinglin.jobs.exchange.agreement.Rhythm;
import xinglin.jobs.exchange.agreement.Sending;
import xinglin.jobs.exchange.pack.Identities;
import xinglin.routes.partner.Secret;
import xinglin.schemas.definition.Entry;
import xinglin.schemas.definition.Mistake;
import xinglin.schemas.exchange.profile.Profile;
import xinglin.schemas.exchange.profile.ProfileColumn;
import xinglin.schemas.exchange.profile.Profiles;

/** Reads an entry of {@code exchange: sends:} of a partner. */
final class SendEntry {
  /** Columns without which a text may not stand alone: they are left out together. */
  private static final Set<String> AMOUNTS = Set.of("CF_NR_FK", "CF_NR_WFFF", "YRD_TOTAL");

  private static final String PRACTICE_TYPE = "YRD_PRACTICE_TYPE";
  private static final int LONGEST_NAME = 64;

  private SendEntry() {}

  /**
   * @param config folder that files of keys start from
   */
  static Agreed read(String partner, String region, Entry entry, Profiles profiles, Path config) {
    String id = entry.text("profile");
    List<String> ids = profiles.list().stream().map(Profile::id).toList();
    Optional<Profile> profile = profiles.find(id);
    if (profile.isEmpty() && !id.isEmpty()) {
      among(entry, "profile", id, ids);
    }
    LocalDate since = entry.findDate("since").orElse(LocalDate.EPOCH);
    if (!entry.has("since")) {
      entry.problem(Mistake.of("\"{0}\" is missing", "since"));
    }
    Optional<LocalDate> until = entry.findDate("until");
    if (until.filter(since::isAfter).isPresent()) {
      entry.problem("until", Mistake.of("ends before it starts"));
    }
    Identities.Form form = entry.choice("identities", Identities.Form.class, Identities.Form.NONE);
    Optional<Entry> key = entry.find("key");
    Sending sending =
        new Sending(
            partner,
            region,
            id,
            entry.texts("divisions"),
            practiceTypes(entry, profiles.list()),
            entry.flag("unlicensed_only", true),
            since,
            until,
            Set.copyOf(leaveOut(entry, profile)),
            new Identities(form, key.map(SendEntry::name).filter(known -> keyed(form))),
            purpose(entry, form),
            rhythm(entry));
    if (keyed(form) != key.isPresent()) {
      entry.problem(
          key.isPresent() ? "key" : "identities",
          Mistake.of("\"key\" is needed where identities are keyed, and nowhere else"));
    }
    Optional<Secret> secret =
        key.flatMap(
            known -> ExchangeSettings.secret(known, "secret", known.text("secret"), config));
    key.ifPresent(Entry::done);
    entry.done();
    return new Agreed(sending, secret);
  }

  private static boolean keyed(Identities.Form form) {
    return form == Identities.Form.KEYED;
  }

  /** As the manifest calls it. */
  private static String name(Entry key) {
    String name = key.text("name");
    if (name.length() > LONGEST_NAME) {
      key.problem(
          "name",
          Mistake.of("\"{0}\" has more than {1} characters", "name", String.valueOf(LONGEST_NAME)));
    }
    return name;
  }

  /** Law asks for one where persons are named (PIPL, articles 6 and 28). */
  private static String purpose(Entry entry, Identities.Form form) {
    String purpose = entry.text("purpose", "");
    if (form == Identities.Form.PLAIN && purpose.isBlank()) {
      entry.problem(
          "identities",
          Mistake.of("identities in full need a \"purpose\" that the agreement states"));
    }
    return purpose;
  }

  private static List<String> practiceTypes(Entry entry, List<Profile> profiles) {
    List<String> known =
        profiles.stream()
            .flatMap(profile -> profile.columns().stream())
            .filter(column -> column.code().equals(PRACTICE_TYPE))
            .flatMap(column -> column.values().stream())
            .distinct()
            .toList();
    List<String> given = entry.texts("practice_types");
    given.stream()
        .filter(word -> !known.contains(word))
        .forEach(word -> among(entry, "practice_types", word, known));
    return given;
  }

  private static List<String> leaveOut(Entry entry, Optional<Profile> profile) {
    List<String> left = entry.texts("leave_out");
    List<ProfileColumn> columns = profile.map(Profile::columns).orElse(List.of());
    List<String> optional =
        columns.stream().filter(column -> !column.required()).map(ProfileColumn::code).toList();
    List<String> required =
        columns.stream().filter(ProfileColumn::required).map(ProfileColumn::code).toList();
    for (String code : left) {
      if (required.contains(code)) {
        entry.problem(
            "leave_out", Mistake.of("{0} cannot be left out: the profile requires it", code));
      } else if (profile.isPresent() && !optional.contains(code)) {
        entry.problem(
            "leave_out",
            Mistake.of("{0} is no column of {1}", code, profile.get().id()).near(code, optional));
      }
    }
    long amounts = left.stream().filter(AMOUNTS::contains).count();
    if (amounts > 0 && amounts < AMOUNTS.size()) {
      entry.problem(
          "leave_out",
          Mistake.of("CF_NR_FK, CF_NR_WFFF and YRD_TOTAL are left out together, or none of them"));
    }
    return left;
  }

  private static Rhythm rhythm(Entry entry) {
    Rhythm.Every every = entry.choice("every", Rhythm.Every.class, Rhythm.Every.MONTH);
    int most = every == Rhythm.Every.WEEK ? 7 : Rhythm.LAST_DAY;
    int otherwise = every == Rhythm.Every.MONTH ? Rhythm.monthly().day() : 1;
    int day = entry.number("day", otherwise);
    if (day < 1 || day > most) {
      entry.problem(
          "day", Mistake.of("\"{0}\" must be from 1 to {1}", "day", String.valueOf(most)));
      return new Rhythm(every, otherwise);
    }
    return new Rhythm(every, day);
  }

  private static void among(Entry entry, String key, String word, List<String> known) {
    entry.problem(key, Mistake.of("\"{0}\" is not one of {1}", word, known).near(word, known));
  }
}
