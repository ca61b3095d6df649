import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import xinglin.jobs.exchange.pack.Identities;
import xinglin.jobs.exchange.pack.Manifest;
import xinglin.jobs.exchange.pack.PackageName;
import xinglin.jobs.exchange.pack.PackageWriter;
import xinglin.routes.openpgp.KeyRing;
import xinglin.routes.openpgp.OpenPgpSealing;
import xinglin.routes.openpgp.OwnKey;
import xinglin.routes.openpgp.PartnerKey;
import xinglin.routes.openpgp.Term;
import xinglin.routes.openpgp.TrustedKeys;
import xinglin.routes.partner.Secret;
import xinglin.schemas.exchange.profile.Profile;
import xinglin.schemas.exchange.profile.Profiles;

/** Packs and seals a CSV as region 320000 for 310000, for ci/gpg-package.py: KEYS CSV FOLDER. Prints the name. */
final class SealPackage {
  public static void main(String[] arguments) throws Exception {
    Path keys = Path.of(arguments[0]);
    Path data = Path.of(arguments[1]);
    Path folder = Path.of(arguments[2]);
    Profile profile = Profiles.load().get("yrd-pen-1");
    Instant now = Instant.parse("2024-07-15T10:00:00Z");
    Manifest draft =
        new Manifest(
            profile.id(),
            Manifest.SUITE,
            "320000",
            "310000",
            1,
            Optional.empty(),
            OffsetDateTime.parse("2024-07-15T18:00:00+08:00"),
            LocalDate.parse("2024-01-01"),
            LocalDate.parse("2024-06-30"),
            Identities.none(),
            0,
            Map.of(),
            Map.of(),
            List.of(),
            Optional.of("Xinglin"));
    Path zip = folder.resolve("plain.zip");
    Manifest manifest = PackageWriter.write(draft, profile, data, Optional.empty(), zip);
    Path own = Files.copy(keys.resolve("320000-2024.secret.asc"), folder.resolve("own.asc"));
    Files.setPosixFilePermissions(own, PosixFilePermissions.fromString("rw-------"));
    Term term = new Term(LocalDate.parse("2024-01-01"), Optional.empty());
    KeyRing ring =
        new KeyRing(
            List.of(new OwnKey(new Secret("file:own.asc", folder), Optional.empty(), term)),
            List.of(
                new PartnerKey(
                    "310000",
                    keys.resolve("310000-2024.public.asc"),
                    term,
                    Optional.of("3FB1FE843CCD76155BC9538E2EE5F24B84CB29B5"))),
            new TrustedKeys(folder.resolve("known_keys")),
            Map.of());
    String name = PackageName.of(manifest).zip();
    new OpenPgpSealing(ring).seal(zip, name, "310000", now, folder.resolve(name + ".gpg"));
    System.out.println(name);
  }
}
