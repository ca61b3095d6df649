package xinglin.app.night.exchange;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import xinglin.app.night.Examples;

/** A home that is the receiver of the conformance kit, 320000. */
public final class KitHome {
  public static final Path KIT =
      Path.of(System.getProperty("xinglin.root", ".."), "docs", "spec", "conformance");

  private KitHome() {}

  /** Makes the home with its keys and what is agreed with 310000 and 330000. */
  public static Path of(Path folder) throws IOException {
    Path config = Files.createDirectories(folder.resolve("config"));
    Path keys = Files.createDirectories(config.resolve("partners/keys"));
    Files.createDirectories(folder.resolve("inbox"));
    Path own = config.resolve("own.asc");
    Files.copy(KIT.resolve("keys/320000-2024.secret.asc"), own);
    Files.setPosixFilePermissions(own, PosixFilePermissions.fromString("rw-------"));
    for (String name : List.of("310000-2024", "310000-2025", "330000-2024")) {
      Files.copy(KIT.resolve("keys/" + name + ".public.asc"), keys.resolve(name + ".asc"));
    }
    Files.writeString(
        config.resolve("xinglin.yml"),
        """
        exchange:
          id: "320000"
          keys:
            - {file: "file:own.asc", from: 2024-01-01}
        """);
    Files.writeString(
        config.resolve("partners/310000.yaml"),
        """
        name: 上海市卫生健康委员会
        division: "310000"
        exchange:
          keys:
            - {file: partners/keys/310000-2024.asc, from: 2024-01-01, until: 2025-02-28, fingerprint: 3FB1 FE84 3CCD 7615 5BC9 538E 2EE5 F24B 84CB 29B5}
            - {file: partners/keys/310000-2025.asc, from: 2025-01-15, fingerprint: 77BAFE02D06AFD347E22ED458F916114DFCC20AF}
          receives:
            - {profile: yrd-pen-1, identities: [none, keyed, plain]}
            - {profile: yrd-lead-1, identities: [none, keyed, plain]}
        """);
    Files.writeString(
        config.resolve("partners/330000.yaml"),
        """
        name: 浙江省卫生健康委员会
        division: "330000"
        exchange:
          keys:
            - {file: partners/keys/330000-2024.asc, from: 2024-01-01, fingerprint: 86491BDBE2F63E685CC0A08A8B80DB4D7D72B78F}
          receives:
            - {profile: yrd-pen-1, identities: none}
        """);
    Files.writeString(
        config.resolve("partners/340000.yaml"),
        """
        name: 安徽省卫生健康委员会
        division: "340000"
        exchange:
          receives:
            - {profile: yrd-pen-1, identities: plain, bare: true}
        """);
    return folder;
  }

  /** Lays a workbook of 340000, which has no tooling, into the inbox. */
  static void deliverBare(Path home, String file, String sentAs, String receivedAt)
      throws IOException {
    Path target = home.resolve("inbox").resolve(sentAs);
    Files.writeString(
        target.resolveSibling(sentAs + ".envelope.json"),
        "{\"partner\": \"340000\", \"received_at\": \"%s\"}".formatted(receivedAt));
    Files.copy(Examples.folder().resolve("inbox/delta-2024").resolve(file), target);
  }

  /** Makes a home of 310000 that sends to 320000. */
  static Path sender(Path folder) throws IOException {
    Path config = Files.createDirectories(folder.resolve("config"));
    Path keys = Files.createDirectories(config.resolve("partners/keys"));
    Files.createDirectories(folder.resolve("inbox"));
    Path own = config.resolve("own.asc");
    Files.copy(KIT.resolve("keys/310000-2024.secret.asc"), own);
    Files.setPosixFilePermissions(own, PosixFilePermissions.fromString("rw-------"));
    Files.copy(KIT.resolve("keys/320000-2024.public.asc"), keys.resolve("320000-2024.asc"));
    Files.writeString(
        config.resolve("xinglin.yml"),
        """
        exchange:
          id: "310000"
          keys:
            - {file: "file:own.asc", from: 2024-01-01}
        """);
    Files.writeString(
        config.resolve("partners/320000.yaml"),
        """
        name: 江苏省卫生健康委员会
        division: "320000"
        exchange:
          keys:
            - {file: partners/keys/320000-2024.asc, from: 2024-01-01, fingerprint: D2004E3A3796AFC53382217E1E6CF34FB0F71676}
          receives:
            - {profile: yrd-pen-1, identities: none}
        """);
    return folder;
  }

  /** Lays a package of the kit into the inbox. */
  public static void deliver(
      Path home, String file, String sentAs, String partner, String receivedAt) throws IOException {
    Path target = home.resolve("inbox").resolve(sentAs);
    Files.writeString(
        target.resolveSibling(sentAs + ".envelope.json"),
        "{\"partner\": \"%s\", \"received_at\": \"%s\"}".formatted(partner, receivedAt));
    Files.copy(KIT.resolve("packages").resolve(file), target);
  }
}
