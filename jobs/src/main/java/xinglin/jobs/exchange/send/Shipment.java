package xinglin.jobs.exchange.send;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import xinglin.jobs.exchange.pack.Identities;

/**
 * What becomes a package.
 *
 * @param partner its receiver's id in this home
 * @param region its receiver's id in packages
 * @param profile id
 * @param from first day that the records are about
 * @param to last day that the records are about
 * @param scheduled the day of the agreed rhythm that it serves; empty if it only brings changes
 * @param data CSV in the columns of the profile, header line first
 * @param copy the same records as Parquet
 * @param beside files that are kept with the package in this home and never leave it, by name: what
 *     was sent, what was held back
 */
public record Shipment(
    String partner,
    String region,
    String profile,
    Identities identities,
    LocalDate from,
    LocalDate to,
    Optional<LocalDate> scheduled,
    Path data,
    Optional<Path> copy,
    Map<String, Path> beside) {
  public Shipment {
    beside = Map.copyOf(beside);
  }
}
