package xinglin.jobs.exchange.pack;

import xinglin.jobs.exchange.RefusedException;

/** What a manifest has to be besides valid, such as for us and from whom it says. */
@FunctionalInterface
public interface ManifestCheck {
  void check(Manifest manifest) throws RefusedException;
}
