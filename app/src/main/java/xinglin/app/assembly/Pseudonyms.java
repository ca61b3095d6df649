package xinglin.app.assembly;

import java.util.function.UnaryOperator;
import xinglin.warehouse.home.Home;

/** Keys made of personal data are stored and published as keyed digests. */
final class Pseudonyms {
  private Pseudonyms() {}

  static UnaryOperator<String> of(Home home) {
    return text -> Integer.toHexString((home.root() + text).hashCode());
  }
}
