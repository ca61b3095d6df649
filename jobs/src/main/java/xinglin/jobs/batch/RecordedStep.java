package xinglin.jobs.batch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.Map;
import org.springframework.batch.core.StepContribution;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.repeat.RepeatStatus;
import xinglin.warehouse.ledger.Ledger;
import xinglin.warehouse.ledger.Step;

/** A step of one piece that books in the ledger how long it took and what it counted. */
public record RecordedStep(Ledger ledger, String runId, String name, Work work) implements Tasklet {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** What the step does; returns its counts. */
  @FunctionalInterface
  public interface Work {
    Map<String, Long> run();
  }

  @Override
  public RepeatStatus execute(StepContribution contribution, ChunkContext context) {
    Instant start = Instant.now();
    Map<String, Long> counts = work.run();
    ledger.endStep(runId, new Step(name, start, Instant.now(), json(counts)));
    return RepeatStatus.FINISHED;
  }

  private static String json(Map<String, Long> counts) {
    try {
      return JSON.writeValueAsString(counts);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Cannot write the counts of a step", e);
    }
  }
}
