package xinglin.app.settings;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import xinglin.app.settings.PartnerExchange.Agreed;
import xinglin.jobs.exchange.agreement.Agreement;
import xinglin.jobs.exchange.agreement.Reception;
import xinglin.jobs.exchange.pack.Identities;
import xinglin.routes.openpgp.PartnerKey;
import xinglin.schemas.definition.Entry;
import xinglin.schemas.definition.Mistake;
import xinglin.schemas.exchange.profile.Profiles;

/** Reads {@code exchange:} of a partner. */
final class ExchangeEntry {
  /** Profiles whose records become tables. */
  private static final List<String> PROFILES = List.of("yrd-pen-1", "yrd-lead-1");

  private static final List<String> FORMS =
      Stream.of(Identities.Form.values()).map(Identities.Form::code).toList();

  private ExchangeEntry() {}

  /**
   * @param config folder that key files start from
   */
  static PartnerExchange read(String partner, Entry entry, Path config) {
    Map<String, Reception> receives = new LinkedHashMap<>();
    for (Entry one : entry.list("receives")) {
      String profile = one.text("profile");
      if (!profile.isEmpty() && !PROFILES.contains(profile)) {
        one.problem(
            "profile",
            Mistake.of("\"{0}\" is not one of {1}", profile, PROFILES).near(profile, PROFILES));
      }
      receives.put(
          profile, new Reception(forms(one), one.flag("sealed", true), one.flag("bare", false)));
      one.done();
    }
    String region = ExchangeSettings.region(entry, "id", partner);
    Agreement agreement = new Agreement(partner, region, receives);
    List<PartnerKey> keys =
        entry.list("keys").stream().map(key -> key(partner, key, config)).toList();
    List<Agreed> sends = sends(partner, region, entry, config);
    if (!sends.isEmpty() && keys.isEmpty()) {
      entry.problem("sends", Mistake.of("packages for it need its \"keys\""));
    }
    entry.done();
    return new PartnerExchange(agreement, keys, sends);
  }

  private static List<Agreed> sends(String partner, String region, Entry entry, Path config) {
    List<Entry> entries = entry.list("sends");
    if (entries.isEmpty()) {
      return List.of();
    }
    Profiles profiles = Profiles.load();
    List<Agreed> sends = new ArrayList<>();
    for (Entry one : entries) {
      Agreed agreed = SendEntry.read(partner, region, one, profiles, config);
      String profile = agreed.sending().profile();
      if (sends.stream().anyMatch(other -> other.sending().profile().equals(profile))) {
        one.problem("profile", Mistake.of("{0} stands here twice", profile));
      }
      sends.add(agreed);
    }
    return sends;
  }

  private static Set<Identities.Form> forms(Entry entry) {
    Set<Identities.Form> forms = EnumSet.noneOf(Identities.Form.class);
    for (String word : entry.texts("identities")) {
      if (FORMS.contains(word)) {
        forms.add(Identities.Form.values()[FORMS.indexOf(word)]);
      } else {
        entry.problem(
            "identities", Mistake.of("\"{0}\" is not one of {1}", word, FORMS).near(word, FORMS));
      }
    }
    return forms.isEmpty() ? EnumSet.of(Identities.Form.NONE) : forms;
  }

  private static PartnerKey key(String partner, Entry entry, Path config) {
    String name = entry.text("file");
    Path file = config.resolve(name).normalize();
    if (!name.isEmpty() && !(file.startsWith(config) && Files.isRegularFile(file))) {
      entry.problem("file", Mistake.of("there is no file config/{0}", name));
    }
    Optional<String> fingerprint = entry.findText("fingerprint").map(text -> text.replace(" ", ""));
    fingerprint
        .filter(text -> !text.matches("[0-9A-Fa-f]{40}|[0-9A-Fa-f]{64}"))
        .ifPresent(
            text ->
                entry.problem(
                    "fingerprint",
                    Mistake.of(
                        "\"fingerprint\" must be that of an OpenPGP key as gpg --fingerprint shows it")));
    PartnerKey key = new PartnerKey(partner, file, TermEntry.read(entry), fingerprint);
    entry.done();
    return key;
  }
}
