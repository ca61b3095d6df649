package xinglin.jobs.exchange.bare;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;
import xinglin.jobs.exchange.pack.Digests;
import xinglin.jobs.exchange.pack.Identities;
import xinglin.jobs.exchange.pack.Manifest;
import xinglin.jobs.exchange.pack.Part;
import xinglin.schemas.exchange.profile.Profile;
import xinglin.warehouse.penalty.BareSheets.Sheet;
import xinglin.warehouse.raw.Envelope;

/** The manifest that the receiver makes for a file that came without one. */
final class BareManifest {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final BigDecimal YUAN = BigDecimal.valueOf(10_000);
  private static final int DECIMALS = 6;

  private BareManifest() {}

  /** What it would have said. */
  static Manifest of(
      Profile profile,
      String sender,
      String receiver,
      int sequence,
      Optional<String> previous,
      Envelope file,
      List<Sheet> sheets) {
    OffsetDateTime received =
        file.arrival().receivedAt().atZone(ZONE).toOffsetDateTime().withNano(0);
    int rows = sum(sheets, Sheet::records);
    int amended = sum(sheets, Sheet::amended);
    int withdrawn = sum(sheets, Sheet::withdrawn);
    return new Manifest(
        profile.id(),
        Manifest.SUITE,
        sender,
        receiver,
        sequence,
        previous,
        received,
        sheets.stream()
            .flatMap(sheet -> sheet.first().stream())
            .min(Comparator.naturalOrder())
            .orElse(received.toLocalDate()),
        sheets.stream()
            .flatMap(sheet -> sheet.last().stream())
            .max(Comparator.naturalOrder())
            .orElse(received.toLocalDate()),
        Identities.plain(),
        rows,
        Map.of("published", rows - amended - withdrawn, "amended", amended, "withdrawn", withdrawn),
        amounts(sheets),
        List.of(
            new Part(name(file), Part.Role.DATA, rows, file.bytes(), Digests.ofHex(file.sha256()))),
        Optional.empty());
  }

  private static Map<String, BigDecimal> amounts(List<Sheet> sheets) {
    Map<String, BigDecimal> amounts = new HashMap<>();
    for (Sheet sheet : sheets) {
      amounts.merge("CF_NR_FK", sheet.fineYuan(), BigDecimal::add);
      amounts.merge("CF_NR_WFFF", sheet.confiscatedYuan(), BigDecimal::add);
    }
    amounts.replaceAll((column, yuan) -> yuan.divide(YUAN, DECIMALS, RoundingMode.HALF_UP));
    return amounts;
  }

  /** Names of files are their sender's and may be in any script. */
  private static String name(Envelope file) {
    String sent = file.arrival().fileName().toLowerCase(Locale.ROOT);
    String extension = sent.substring(sent.lastIndexOf('.') + 1);
    return "penalty." + (extension.matches("[a-z]{2,4}") ? extension : "bin");
  }

  private static int sum(List<Sheet> sheets, ToIntFunction<Sheet> count) {
    return sheets.stream().mapToInt(count).sum();
  }
}
