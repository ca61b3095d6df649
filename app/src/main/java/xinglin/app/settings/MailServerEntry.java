package xinglin.app.settings;

import java.nio.file.Path;
import java.util.Optional;
import xinglin.routes.partner.MailServer;
import xinglin.routes.partner.MailServer.Protection;
import xinglin.routes.partner.Secret;
import xinglin.schemas.definition.Entry;
import xinglin.schemas.definition.Mistake;

/** Reads {@code host, port, user, password, tls, ca} of a mail server; leaves other keys alone. */
final class MailServerEntry {
  private static final int HIGHEST_PORT = 65_535;

  private MailServerEntry() {}

  /** The usual ports of a protocol by protection. */
  enum Ports {
    SMTP(465, 587, 25),
    IMAP(993, 143, 143);

    private final int tls;
    private final int startTls;
    private final int none;

    Ports(int tls, int startTls, int none) {
      this.tls = tls;
      this.startTls = startTls;
      this.none = none;
    }

    private int usual(Protection protection) {
      return switch (protection) {
        case TLS -> tls;
        case STARTTLS -> startTls;
        case NONE -> none;
      };
    }
  }

  /**
   * @param config folder that paths of secrets and certificates start from
   */
  static MailServer read(Entry entry, Ports ports, Path config) {
    String host = entry.text("host");
    Protection protection = entry.choice("tls", Protection.class, Protection.TLS);
    if (protection == Protection.NONE && !host.isEmpty() && !MailServer.isThisMachine(host)) {
      entry.problem(
          "tls",
          Mistake.of(
              "without encryption only a server on this machine is talked to, not {0}", host));
    }
    int usual = ports.usual(protection);
    int port = entry.number("port", usual);
    if (port < 1 || port > HIGHEST_PORT) {
      entry.problem(
          "port",
          Mistake.of("\"{0}\" must be from 1 to {1}", "port", String.valueOf(HIGHEST_PORT)));
      port = usual;
    }
    Optional<String> user = entry.findText("user");
    Optional<Secret> password = secret(entry, config);
    if (user.isPresent() != password.isPresent()) {
      entry.problem(Mistake.of("\"user\" and \"password\" belong together"));
    }
    return new MailServer(host, port, user, password, protection, authority(entry, config));
  }

  private static Optional<Secret> secret(Entry entry, Path config) {
    Optional<String> reference = entry.findText("password");
    if (reference.isPresent() && !Secret.isReference(reference.get())) {
      entry.problem(
          "password",
          Mistake.of(
              "\"{0}\" must not stand here itself; write env:NAME or file:PATH of a 0600 file",
              "password"));
      return Optional.of(new Secret("env:NOT_READ", config));
    }
    return reference.map(text -> new Secret(text, config));
  }

  private static Optional<Path> authority(Entry entry, Path config) {
    Optional<String> text = entry.findText("ca");
    text.filter(known -> !known.startsWith("file:"))
        .ifPresent(
            known -> entry.problem("ca", Mistake.of("\"{0}\" must be a file: reference", "ca")));
    return text.map(known -> config.resolve(known.replaceFirst("^file:", "")));
  }
}
