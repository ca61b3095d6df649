package xinglin.jobs.batch;

import org.springframework.batch.core.JobExecution;
import org.springframework.batch.core.StepExecution;

/**
 * A step of a job failed: disk, memory, or our bug. Starting the same run again picks it up;
 * nothing it wrote counts until then.
 */
public final class StepFailedException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final String step;

  private StepFailedException(String step, String message, Throwable cause) {
    super(message, cause);
    this.step = step;
  }

  static StepFailedException of(JobExecution execution) {
    Throwable cause =
        execution.getAllFailureExceptions().stream()
            .findFirst()
            .orElseGet(() -> new IllegalStateException("no cause recorded"));
    String step =
        execution.getStepExecutions().stream()
            .filter(one -> one.getStatus().isUnsuccessful())
            .map(StepExecution::getStepName)
            .map(name -> name.replaceFirst(":.*", ""))
            .findFirst()
            .orElse(execution.getJobInstance().getJobName());
    return new StepFailedException(
        step, "Cannot finish step " + step + ": " + cause.getMessage(), cause);
  }

  /** Name of the step, for example {@code readForms}. */
  public String step() {
    return step;
  }
}
