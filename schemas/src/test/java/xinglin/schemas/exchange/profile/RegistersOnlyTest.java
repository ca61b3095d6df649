package xinglin.schemas.exchange.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import xinglin.schemas.exchange.profile.ProfileColumn.Type;

/**
 * What regions exchange are registers, a record by its key, never tables of counts. A profile of
 * statistics would have to suppress small counts before it leaves (decision 29): that is nowhere
 * done, so there must be none.
 */
final class RegistersOnlyTest {

  @Test
  void everyProfileIsARegister() {
    for (Profile profile : Profiles.load().list()) {
      assertTrue(profile.header().containsAll(profile.key()), profile.id());
      assertTrue(profile.header().containsAll(List.of(Profile.STATE, "YRD_VERSION")), profile.id());
    }
  }

  @Test
  void noColumnCountsPeopleOrCases() {
    Map<String, List<String>> numbers =
        Profiles.load().list().stream()
            .collect(
                Collectors.toMap(
                    Profile::id,
                    profile ->
                        profile.columns().stream()
                            .filter(column -> column.type() == Type.NUMBER)
                            .map(ProfileColumn::code)
                            .toList()));
    assertEquals(
        Map.of(
            "yrd-pen-1", List.of("YRD_VERSION", "YRD_PRIOR_PENALTIES"),
            "yrd-lead-1", List.of("YRD_VERSION")),
        numbers);
  }
}
