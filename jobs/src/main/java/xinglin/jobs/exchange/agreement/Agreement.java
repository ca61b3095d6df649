package xinglin.jobs.exchange.agreement;

import java.util.Map;

/**
 * What is agreed with one partner.
 *
 * @param partner its id in this home
 * @param region its id in packages
 * @param receives by profile
 */
public record Agreement(String partner, String region, Map<String, Reception> receives) {
  public Agreement {
    receives = Map.copyOf(receives);
  }
}
