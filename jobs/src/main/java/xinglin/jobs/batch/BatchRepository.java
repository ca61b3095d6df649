package xinglin.jobs.batch;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.Job;
import org.springframework.batch.core.JobExecution;
import org.springframework.batch.core.JobExecutionException;
import org.springframework.batch.core.JobInstance;
import org.springframework.batch.core.JobParameters;
import org.springframework.batch.core.JobParametersBuilder;
import org.springframework.batch.core.StepExecution;
import org.springframework.batch.core.explore.JobExplorer;
import org.springframework.batch.core.explore.support.JobExplorerFactoryBean;
import org.springframework.batch.core.launch.support.TaskExecutorJobLauncher;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.repository.support.JobRepositoryFactoryBean;
import org.springframework.batch.support.transaction.ResourcelessTransactionManager;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.init.ScriptUtils;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * The job repository of a home. The run id is the one identifying parameter of every job, so that
 * starting a failed run again under its id restarts it, and any other id is a new run. Whoever uses
 * it holds the lock of the home.
 */
public final class BatchRepository {
  private static final String RUN = "run";
  private final JobRepository repository;
  private final JobExplorer explorer;

  private BatchRepository(JobRepository repository, JobExplorer explorer) {
    this.repository = repository;
    this.explorer = explorer;
  }

  /** Opens the repository, creating its tables on first use. */
  public static BatchRepository open(DataSource dataSource) {
    try {
      createTables(dataSource);
      JdbcTransactionManager transactions = new JdbcTransactionManager(dataSource);
      JobRepositoryFactoryBean repository = new JobRepositoryFactoryBean();
      repository.setDataSource(dataSource);
      repository.setTransactionManager(transactions);
      repository.setDatabaseType("SQLITE");
      repository.afterPropertiesSet();
      JobExplorerFactoryBean explorer = new JobExplorerFactoryBean();
      explorer.setDataSource(dataSource);
      explorer.setTransactionManager(transactions);
      explorer.afterPropertiesSet();
      return new BatchRepository(repository.getObject(), explorer.getObject());
    } catch (Exception e) {
      throw new IllegalStateException("Cannot open the job repository", e);
    }
  }

  /** For the builders of jobs and steps. */
  public JobRepository jobs() {
    return repository;
  }

  /**
   * For the builders of steps: a step's own writes are transactions of the ledger and the tables.
   * Holding one of the database around a whole step would lock out the other threads.
   */
  public PlatformTransactionManager transactions() {
    return new ResourcelessTransactionManager();
  }

  /**
   * The id of the last run of a job if it did not come to its end, whether it failed or was killed.
   */
  public Optional<String> findUnfinished(String jobName) {
    return findLast(jobName)
        .filter(execution -> execution.getStatus() != BatchStatus.COMPLETED)
        .map(execution -> String.valueOf(execution.getJobParameters().getString(RUN)));
  }

  /**
   * Runs a job to its end, or goes on with it where a former run under this id stopped.
   *
   * @throws StepFailedException if a step failed; the next start under the same id picks it up
   */
  public JobExecution run(Job job, String runId) {
    findLast(job.getName()).filter(JobExecution::isRunning).ifPresent(this::markKilled);
    JobParameters parameters = new JobParametersBuilder().addString(RUN, runId).toJobParameters();
    try {
      TaskExecutorJobLauncher launcher = new TaskExecutorJobLauncher();
      launcher.setJobRepository(repository);
      launcher.afterPropertiesSet();
      JobExecution execution = launcher.run(job, parameters);
      if (execution.getStatus() != BatchStatus.COMPLETED) {
        throw StepFailedException.of(execution);
      }
      return execution;
    } catch (JobExecutionException e) {
      throw new IllegalStateException("Cannot start job " + job.getName() + " of run " + runId, e);
    } catch (StepFailedException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException("Cannot start job " + job.getName() + " of run " + runId, e);
    }
  }

  private Optional<JobExecution> findLast(String jobName) {
    Optional<JobInstance> instance = Optional.ofNullable(explorer.getLastJobInstance(jobName));
    return instance.flatMap(last -> Optional.ofNullable(explorer.getLastJobExecution(last)));
  }

  /**
   * A process that died left its execution running; nobody else can be running it, because we hold
   * the lock of the home.
   */
  private void markKilled(JobExecution execution) {
    LocalDateTime now = LocalDateTime.now(ZoneOffset.UTC);
    for (StepExecution step : execution.getStepExecutions()) {
      if (step.getStatus().isRunning()) {
        step.setStatus(BatchStatus.FAILED);
        step.setExitStatus(ExitStatus.FAILED.addExitDescription("killed"));
        step.setEndTime(now);
        repository.update(step);
      }
    }
    execution.setStatus(BatchStatus.FAILED);
    execution.setExitStatus(ExitStatus.FAILED.addExitDescription("killed"));
    execution.setEndTime(now);
    repository.update(execution);
  }

  private static void createTables(DataSource dataSource) throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      try (ResultSet tables =
          connection.getMetaData().getTables(null, null, "BATCH_JOB_INSTANCE", null)) {
        if (tables.next()) {
          return;
        }
      }
      connection.setAutoCommit(false);
      ScriptUtils.executeSqlScript(
          connection, new ClassPathResource("org/springframework/batch/core/schema-sqlite.sql"));
      connection.commit();
    }
  }
}
