package xinglin.schemas.exchange.profile;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import xinglin.schemas.definition.DefinitionFiles;
import xinglin.schemas.definition.Entry;
import xinglin.schemas.definition.Problems;

/**
 * All profiles: {@code schemas/exchange/profiles/*.yaml}. They are standards, so a home lays
 * nothing over them.
 */
public final class Profiles {
  private static final String FOLDER = "/xinglin/exchange/profiles/";
  private static final List<String> IDS = List.of("yrd-pen-1", "yrd-lead-1");
  private final List<Profile> all;

  private Profiles(List<Profile> all) {
    this.all = List.copyOf(all);
  }

  /** Reads the built-in profiles. */
  public static Profiles load() {
    Problems problems = new Problems();
    List<Profile> all = IDS.stream().map(id -> Profile.read(entry(id, problems))).toList();
    problems.check();
    return new Profiles(all);
  }

  private static Entry entry(String id, Problems problems) {
    String name = FOLDER + id + ".yaml";
    try (InputStream in = Profiles.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("Cannot find on the class path: " + name);
      }
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      Optional<Entry> entry =
          DefinitionFiles.parse("exchange/profiles/" + id + ".yaml", text, problems);
      problems.check();
      return entry.orElseThrow(() -> new IllegalStateException("Cannot read " + name));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + name, e);
    }
  }

  public List<Profile> list() {
    return all;
  }

  public Optional<Profile> find(String id) {
    return all.stream().filter(profile -> profile.id().equals(id)).findFirst();
  }

  /** Throws IllegalArgumentException for an unknown profile. */
  public Profile get(String id) {
    return find(id).orElseThrow(() -> new IllegalArgumentException("Cannot find profile: " + id));
  }
}
