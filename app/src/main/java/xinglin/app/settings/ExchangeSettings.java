package xinglin.app.settings;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import xinglin.routes.openpgp.OwnKey;
import xinglin.routes.partner.Secret;
import xinglin.schemas.definition.Entry;
import xinglin.schemas.definition.Mistake;

/**
 * {@code exchange:} of {@code config/xinglin.yml}: this region among partner regions.
 *
 * @param own id of this region in packages; empty if it exchanges nothing
 * @param keys secret keys, former ones too
 */
public record ExchangeSettings(Optional<String> own, List<OwnKey> keys) {
  private static final Pattern REGION = Pattern.compile("[a-z0-9]{2,20}");

  public ExchangeSettings {
    keys = List.copyOf(keys);
  }

  /** A home that exchanges nothing. */
  static ExchangeSettings none() {
    return new ExchangeSettings(Optional.empty(), List.of());
  }

  static ExchangeSettings read(Entry entry, Path config) {
    ExchangeSettings settings =
        new ExchangeSettings(
            Optional.of(region(entry, "id", "")),
            entry.list("keys").stream().map(key -> key(key, config)).toList());
    entry.done();
    return settings;
  }

  /** The id of a region in packages. */
  static String region(Entry entry, String key, String otherwise) {
    String id = otherwise.isEmpty() ? entry.text(key) : entry.text(key, otherwise);
    if (!id.isEmpty() && !REGION.matcher(id).matches()) {
      entry.problem(
          key,
          Mistake.of("a region is called by 2 to 20 lower-case letters or digits, not {0}", id));
    }
    return id;
  }

  private static OwnKey key(Entry entry, Path config) {
    Optional<Secret> file = secret(entry, "file", entry.text("file"), config);
    OwnKey key =
        new OwnKey(
            file.orElseGet(() -> new Secret("file:NOT_READ", config)),
            entry
                .findText("passphrase")
                .flatMap(reference -> secret(entry, "passphrase", reference, config)),
            TermEntry.read(entry));
    entry.done();
    return key;
  }

  /** Where a secret lies; a key file of ours can only be a file. */
  static Optional<Secret> secret(Entry entry, String key, String reference, Path config) {
    boolean fits =
        Secret.isReference(reference) && (!key.equals("file") || reference.startsWith("file:"));
    if (!fits && !reference.isEmpty()) {
      entry.problem(
          key,
          Mistake.of(
              "\"{0}\" must not stand here itself; write env:NAME or file:PATH of a 0600 file",
              key));
    }
    return fits ? Optional.of(new Secret(reference, config)) : Optional.empty();
  }
}
