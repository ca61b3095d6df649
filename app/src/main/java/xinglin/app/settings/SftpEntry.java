package xinglin.app.settings;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import xinglin.routes.partner.Secret;
import xinglin.routes.partner.SftpChannel;
import xinglin.schemas.definition.Entry;
import xinglin.schemas.definition.Mistake;

/** Reads {@code channels: sftp:} of a partner. */
final class SftpEntry {
  private static final int PORT = 22;
  private static final int HIGHEST_PORT = 65_535;
  private static final int QUIET_SECONDS = 60;
  private static final int MOST_FILES = 1_000;

  private SftpEntry() {}

  /**
   * @param config folder that paths of secrets start from
   */
  static SftpChannel read(String partner, Entry entry, Path config) {
    Optional<Secret> password = secret(entry, "password", config);
    Optional<Secret> key = secret(entry, "key", config);
    if (password.isEmpty() && key.isEmpty()) {
      entry.problem(Mistake.of("either \"password\" or \"key\" is needed"));
    }
    key.filter(known -> known.reference().startsWith("env:"))
        .ifPresent(
            known ->
                entry.problem(
                    "key", Mistake.of("\"key\" must be a file: reference to a key file")));
    Optional<String> hostKey = entry.findText("host_key");
    hostKey
        .filter(text -> !text.matches("SHA256:[A-Za-z0-9+/]{43}"))
        .ifPresent(
            text ->
                entry.problem(
                    "host_key",
                    Mistake.of(
                        "\"host_key\" must be a fingerprint as ssh-keygen -l shows it: SHA256: and 43 characters")));
    String folder = entry.text("folder", ".").replaceFirst("(?<=.)/+$", "");
    int port = between(entry, "port", PORT, HIGHEST_PORT);
    SftpChannel channel =
        new SftpChannel(
            partner,
            entry.text("host"),
            port,
            entry.text("user"),
            password,
            key,
            hostKey,
            folder,
            entry.text("received", folder.equals("/") ? "/received" : folder + "/received"),
            Duration.ofSeconds(between(entry, "quiet_seconds", QUIET_SECONDS, 86_400)),
            between(entry, "most_files", MOST_FILES, 100_000));
    entry.done();
    return channel;
  }

  private static Optional<Secret> secret(Entry entry, String key, Path config) {
    Optional<String> reference = entry.findText(key);
    if (reference.isPresent() && !Secret.isReference(reference.get())) {
      entry.problem(
          key,
          Mistake.of(
              "\"{0}\" must not stand here itself; write env:NAME or file:PATH of a 0600 file",
              key));
      return Optional.of(new Secret("env:NOT_READ", config));
    }
    return reference.map(text -> new Secret(text, config));
  }

  private static int between(Entry entry, String key, int otherwise, int most) {
    int value = entry.number(key, otherwise);
    if (value < 1 || value > most) {
      entry.problem(key, Mistake.of("\"{0}\" must be from 1 to {1}", key, String.valueOf(most)));
      return otherwise;
    }
    return value;
  }
}
