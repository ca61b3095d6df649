package xinglin.app.command.due;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import xinglin.app.command.waive.WaiversStatus;
import xinglin.app.terminal.Texts;
import xinglin.jobs.waive.Waiver;

/** What status says of waivers on a day. */
final class WaiversStatusTest {
  private static final LocalDate TODAY = LocalDate.of(2024, 8, 16);

  private static Waiver waiver(String id, String until) {
    return new Waiver(
        id,
        "a-0",
        "TOTAL_MISMATCH",
        Optional.empty(),
        "并街道",
        "监督一科",
        LocalDate.parse(until),
        Instant.parse("2024-08-13T01:00:00Z"),
        Optional.empty());
  }

  private static List<String> lines(Texts.Language language, Waiver... waivers) {
    return new WaiversStatus(List.of(waivers), TODAY, new Texts(language)).lines();
  }

  @Test
  void howManyHoldAndWhichEndsFirst() {
    assertEquals(
        List.of("豁免：有效 2 项，最早于 2024-08-16 到期；详见 ./xinglin waive list"),
        lines(
            Texts.Language.ZH,
            waiver("w1", "2024-08-31"),
            waiver("w2", "2024-08-16"),
            waiver("w3", "2024-08-15")));
    assertEquals(
        List.of("Waivers: 1 hold, the first until 2024-08-31; see ./xinglin waive list"),
        lines(Texts.Language.EN, waiver("w1", "2024-08-31")));
  }

  @Test
  void nothingWhereNoneHolds() {
    assertEquals(List.of(), lines(Texts.Language.ZH, waiver("w3", "2024-08-15")));
  }
}
