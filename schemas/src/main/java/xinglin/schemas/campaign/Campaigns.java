package xinglin.schemas.campaign;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import xinglin.schemas.definition.DefinitionFiles;
import xinglin.schemas.definition.Problems;

/** All campaigns: {@code campaigns/*.yaml}. */
public final class Campaigns {
  private final Map<String, Campaign> byId;

  private Campaigns(Map<String, Campaign> byId) {
    this.byId = byId;
  }

  public static Campaigns load(DefinitionFiles files, Problems problems) {
    return new Campaigns(Map.of());
  }

  /** Throws IllegalArgumentException for an unknown campaign. */
  public Campaign get(String id) {
    return find(id).orElseThrow(() -> new IllegalArgumentException("Cannot find campaign: " + id));
  }

  public Optional<Campaign> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  public List<Campaign> list() {
    return List.copyOf(byId.values());
  }
}
