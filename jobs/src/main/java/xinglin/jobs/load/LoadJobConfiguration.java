package xinglin.jobs.load;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.ToLongFunction;
import org.springframework.batch.core.Job;
import org.springframework.batch.core.Step;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.item.ExecutionContext;
import org.springframework.batch.repeat.RepeatStatus;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import xinglin.jobs.answer.Answers;
import xinglin.jobs.batch.BatchRepository;
import xinglin.jobs.batch.Progress;
import xinglin.jobs.batch.RecordedStep;
import xinglin.warehouse.decide.Decider;
import xinglin.warehouse.lake.Lake;
import xinglin.warehouse.ledger.Ledger;

/**
 * {@code loadJob}: from the deliveries that wait to committed tables and answers.
 *
 * <ul>
 *   <li>Input: deliveries of the ledger, their bytes in {@code raw/}. Output: rows of the stored
 *       tables, answers in {@code outbox/}, outcomes in the ledger.
 *   <li>Checked: every file by the engine and the catalogue of checks; every submission against
 *       what is stored. What is wrong with a file is data: a row, never a failure of the job, and
 *       harms no other file.
 *   <li>Stops: only when the disk or the database fails, or memory ends. Nothing is skipped.
 *   <li>Recovered: nothing counts before {@code commit}, which writes table submission last and
 *       skips what it finds done.
 *   <li>Restart: yes, under the same run id, at the step or partition that did not end; killed at
 *       any instant the tables become those of a run without the kill.
 * </ul>
 *
 * The cost in the job repository depends on the number of partitions, never on that of files.
 */
final class LoadJobConfiguration {
  static final String JOB = "loadJob";
  private static final long SMALL = 8;
  private final BatchRepository repository;
  private final Ledger ledger;
  private final Lake lake;
  private final Decider decider;
  private final PartitionReader reader;
  private final Optional<PackageArrivals> packages;
  private final Optional<ToLongFunction<String>> packageAnswers;
  private final Answers answers;
  private final LoadSettings settings;
  private final Progress progress;

  LoadJobConfiguration(
      BatchRepository repository,
      Ledger ledger,
      Lake lake,
      Decider decider,
      PartitionReader reader,
      Optional<PackageArrivals> packages,
      Optional<ToLongFunction<String>> packageAnswers,
      Answers answers,
      LoadSettings settings,
      Progress progress) {
    this.repository = repository;
    this.ledger = ledger;
    this.lake = lake;
    this.decider = decider;
    this.reader = reader;
    this.packages = packages;
    this.packageAnswers = packageAnswers;
    this.answers = answers;
    this.settings = settings;
    this.progress = progress;
  }

  Job loadJob(String runId) {
    return new JobBuilder(JOB, repository.jobs())
        .start(claimDeliveries(runId))
        .next(openPackages(runId))
        .next(readForms(runId))
        .next(decide(runId))
        .next(commit(runId))
        .next(answer(runId))
        .next(settle(runId))
        .build();
  }

  private Step claimDeliveries(String runId) {
    return step(runId, "claimDeliveries", () -> Map.of("deliveries", (long) ledger.claim(runId)));
  }

  /** Packages of partner regions, in the order of receipt: which turn has come. */
  private Step openPackages(String runId) {
    return step(
        runId,
        "openPackages",
        () -> Map.of("packages", packages.map(desk -> desk.decide(runId)).orElse(0L)));
  }

  /**
   * At most two partitions a core, each a stretch of what arrived in the order of receipt; what is
   * inside a message or archive is unpacked and read by the worker that comes to it.
   */
  private Step readForms(String runId) {
    SimpleAsyncTaskExecutor threads = new SimpleAsyncTaskExecutor("load-");
    threads.setConcurrencyLimit(settings.threads());
    AtomicLong done = new AtomicLong();
    Tasklet readPartition =
        (contribution, context) -> {
          ExecutionContext stretch =
              context.getStepContext().getStepExecution().getExecutionContext();
          reader.read(
              runId,
              Stretch.of(stretch),
              total -> progress.at("readForms", done.incrementAndGet(), total));
          return RepeatStatus.FINISHED;
        };
    return new StepBuilder("readForms", repository.jobs())
        .partitioner("readForms", size -> stretches(runId, size))
        .step(
            new StepBuilder("readPartition", repository.jobs())
                .tasklet(readPartition, repository.transactions())
                .build())
        .gridSize(2 * settings.threads())
        .taskExecutor(threads)
        .build();
  }

  private Step decide(String runId) {
    return step(
        runId,
        "decide",
        () -> {
          decider.decide(runId, settings.clock().instant());
          return Map.of();
        });
  }

  private Step commit(String runId) {
    return step(
        runId,
        "commit",
        () ->
            Map.of("rows", lake.commit(runId).values().stream().mapToLong(Long::longValue).sum()));
  }

  private Step answer(String runId) {
    return step(
        runId,
        "answer",
        () -> {
          long written = answers.write(runId, progress);
          return Map.of(
              "answers",
              written + packageAnswers.map(packaged -> packaged.applyAsLong(runId)).orElse(0L));
        });
  }

  private Step settle(String runId) {
    return step(
        runId,
        "settle",
        () -> {
          Map<String, Long> counts = new Settlement(ledger, decider).settle(runId);
          lake.forget(runId);
          return counts;
        });
  }

  private Step step(String runId, String name, RecordedStep.Work work) {
    Tasklet recorded =
        new RecordedStep(
            ledger,
            runId,
            name,
            () -> {
              progress.at(name, 0, 0);
              return work.run();
            });
    return new StepBuilder(name, repository.jobs())
        .tasklet(recorded, repository.transactions())
        .build();
  }

  private Map<String, ExecutionContext> stretches(String runId, int most) {
    long total = ledger.countArrivalsOfRun(runId);
    int count = (int) Math.max(1, Math.min(most, (total + SMALL - 1) / SMALL));
    Map<String, ExecutionContext> stretches = new HashMap<>();
    for (int number = 0; number < count; number++) {
      long from = total * number / count;
      long to = total * (number + 1) / count;
      stretches.put(
          "partition" + number, new Stretch("partition" + number, from, to, total).context());
    }
    return stretches;
  }
}
