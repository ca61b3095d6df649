package xinglin.routes.openpgp;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import xinglin.routes.partner.Secret;

/** Key rings of the regions of the conformance kit. */
final class TestKeys {
  private static final Path KIT = Path.of("../docs/spec/conformance/keys");
  private final Path folder;

  TestKeys(Path folder) {
    this.folder = folder;
  }

  /** A secret key of the kit, made private as a home wants it. */
  OwnKey own(String name, String from, String until) throws IOException {
    Path file = folder.resolve(name + ".secret.asc");
    Files.copy(KIT.resolve(name + ".secret.asc"), file);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    return new OwnKey(
        new Secret("file:" + file.getFileName(), folder), Optional.empty(), term(from, until));
  }

  /** A public key of the kit, vouched for by its fingerprint. */
  static PartnerKey partner(String partner, String name, String from, String until) {
    Path file = KIT.resolve(name + ".public.asc");
    return new PartnerKey(
        partner, file, term(from, until), Optional.of(Certificate.read(file).fingerprint()));
  }

  static OpenPgpSealing sealing(Path folder, List<OwnKey> own, PartnerKey... partners) {
    return new OpenPgpSealing(
        new KeyRing(
            own, Arrays.asList(partners), new TrustedKeys(folder.resolve("known_keys")), Map.of()));
  }

  private static Term term(String from, String until) {
    return new Term(
        LocalDate.parse(from),
        until.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(until)));
  }
}
