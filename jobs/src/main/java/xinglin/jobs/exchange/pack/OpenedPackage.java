package xinglin.jobs.exchange.pack;

import java.nio.file.Path;
import xinglin.schemas.exchange.profile.Profile;

/**
 * A package whose manifest and parts are good.
 *
 * @param digest of the package
 * @param data its data part, unpacked
 */
public record OpenedPackage(Manifest manifest, String digest, Profile profile, Path data) {}
