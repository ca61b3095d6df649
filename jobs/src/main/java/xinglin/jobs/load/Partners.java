package xinglin.jobs.load;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The partners of a home, found by id or address. Where two share one, the first in the order of
 * their files is meant.
 */
public final class Partners {
  private final Map<String, Partner> byId;
  private final Map<String, Partner> byAddress;

  public Partners(List<Partner> partners) {
    byId =
        partners.stream()
            .collect(Collectors.toMap(Partner::id, Function.identity(), (first, second) -> first));
    byAddress =
        partners.stream()
            .flatMap(
                partner ->
                    partner.addresses().stream().map(address -> Map.entry(key(address), partner)))
            .collect(
                Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (first, second) -> first));
  }

  public List<Partner> list() {
    return List.copyOf(byId.values());
  }

  public Optional<Partner> findById(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  public Optional<Partner> findByAddress(String address) {
    return Optional.ofNullable(byAddress.get(key(address)));
  }

  /** The division a sender reports for: that of its address, else that of its partner. */
  public Optional<String> senderDivision(String partnerId, Optional<String> sender) {
    return Stream.of(sender.flatMap(this::findByAddress), findById(partnerId))
        .flatMap(Optional::stream)
        .map(Partner::division)
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static String key(String address) {
    return address.trim().toLowerCase(Locale.ROOT);
  }
}
