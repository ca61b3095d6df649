package xinglin.jobs.load;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.JobExecution;
import org.springframework.batch.core.StepExecution;
import xinglin.warehouse.ledger.Step;

/**
 * What a load counted.
 *
 * @param counts deliveries, submissions, findings, rows, answers, and submissions by verdict
 * @param seconds by step, in the order they ran
 */
public record LoadSummary(Map<String, Long> counts, Map<String, Double> seconds) {
  private static final ObjectMapper JSON = new ObjectMapper();

  static LoadSummary of(List<Step> booked, JobExecution execution) {
    Map<String, Long> counts = new LinkedHashMap<>();
    for (Step step : booked) {
      read(step)
          .fields()
          .forEachRemaining(field -> counts.put(field.getKey(), field.getValue().asLong()));
    }
    Map<String, Double> seconds = new LinkedHashMap<>();
    execution.getStepExecutions().stream()
        .filter(step -> !step.getStepName().contains(":"))
        .sorted(Comparator.comparing(StepExecution::getId))
        .forEach(
            step ->
                seconds.put(step.getStepName(), seconds(step.getStartTime(), step.getEndTime())));
    return new LoadSummary(counts, seconds);
  }

  private static double seconds(@Nullable LocalDateTime start, @Nullable LocalDateTime end) {
    return start == null || end == null ? 0 : Duration.between(start, end).toMillis() / 1000.0;
  }

  private static JsonNode read(Step step) {
    try {
      return JSON.readTree(step.result());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Cannot read the counts of step " + step.name(), e);
    }
  }
}
