package xinglin.app.assembly;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import xinglin.schemas.engine.Definitions;
import xinglin.schemas.exchange.PenaltySheet;
import xinglin.schemas.reading.FileReading;
import xinglin.schemas.reading.FormReading;
import xinglin.schemas.reading.Verdict;
import xinglin.warehouse.penalty.PenaltyContext;
import xinglin.warehouse.penalty.PenaltyJudge;
import xinglin.warehouse.penalty.PenaltyRecords;
import xinglin.warehouse.seal.PartyKey;

/** Checks sheets of penalty records outside of any run; nothing of them is kept. */
record PenaltyCheck(Definitions definitions, Clock clock) {

  FileReading check(List<PenaltySheet> sheets) throws IOException {
    Path scratch = Files.createTempDirectory("xinglin-check");
    try {
      PenaltyJudge judge =
          new PenaltyJudge(scratch, definitions, definitions.checks()::finding, PartyKey::ofNobody);
      List<FormReading> readings = new ArrayList<>();
      for (PenaltySheet sheet : sheets) {
        PenaltyContext context =
            new PenaltyContext(readings.size(), Optional.empty(), LocalDate.now(clock));
        try (PenaltyRecords records = judge.judge(sheet, context)) {
          readings.add(records.reading());
        }
      }
      Verdict worst =
          readings.stream()
              .map(FormReading::verdict)
              .max(Comparator.naturalOrder())
              .orElse(Verdict.UNRECOGNISED);
      return new FileReading(worst, readings, List.of());
    } finally {
      Files.deleteIfExists(scratch);
    }
  }
}
