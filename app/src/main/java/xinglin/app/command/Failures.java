package xinglin.app.command;

import java.io.PrintWriter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;
import xinglin.app.failure.HomeBusyException;
import xinglin.app.failure.HomeServedException;
import xinglin.app.failure.UsageException;
import xinglin.app.terminal.Texts;
import xinglin.jobs.release.ReleaseException;
import xinglin.schemas.definition.DefinitionException;
import xinglin.schemas.definition.DefinitionProblem;
import xinglin.schemas.finding.Language;
import xinglin.warehouse.failure.DeliveryException;
import xinglin.warehouse.home.HomeException;
import xinglin.warehouse.query.QueryException;

/**
 * One message for whatever stopped a command. The stack trace goes to the log ({@code
 * XINGLIN_DEBUG=1} shows it).
 */
final class Failures implements IExecutionExceptionHandler {
  private static final Logger LOG = LoggerFactory.getLogger(Failures.class);
  private final Texts texts;

  Failures(Texts texts) {
    this.texts = texts;
  }

  @Override
  public int handleExecutionException(Exception failure, CommandLine line, ParseResult parsed) {
    PrintWriter err = line.getErr();
    String message = String.valueOf(failure.getMessage());
    LOG.debug("command failed", failure);
    if (System.getenv("XINGLIN_DEBUG") != null) {
      failure.printStackTrace(err);
    }
    Exit exit;
    if (failure instanceof DefinitionException wrong) {
      err.println(texts.say("failure.definitions", wrong.problems().size()));
      for (DefinitionProblem problem : wrong.problems()) {
        err.println("  " + problem.in(texts.english() ? Language.EN : Language.ZH));
      }
      exit = Exit.WRONG_USAGE;
    } else if (failure instanceof HomeBusyException busy) {
      err.println(texts.say("failure.busy", busy.home()));
      exit = Exit.HOME_BUSY;
    } else if (failure instanceof HomeServedException served) {
      err.println(
          texts.say(
              "failure.served", served.home(), served.holder().process(), served.holder().note()));
      exit = Exit.HOME_BUSY;
    } else if (failure instanceof HomeException home) {
      err.println(texts.say("failure.home." + home.reason(), message));
      exit = Exit.WRONG_USAGE;
    } else if (failure instanceof QueryException query) {
      err.println(texts.say("failure.query." + query.reason(), message));
      exit = Exit.WRONG_USAGE;
    } else if (failure instanceof ReleaseException release) {
      err.println(texts.say("failure.release." + release.reason(), message));
      exit = Exit.WRONG_USAGE;
    } else if (failure instanceof UsageException || isWrongClock(failure)) {
      err.println(message);
      exit = Exit.WRONG_USAGE;
    } else if (failure instanceof DeliveryException delivery) {
      err.println(texts.say("failure.delivery." + delivery.retry(), message));
      exit = Exit.STEP_FAILED;
    } else {
      err.println(texts.say("failure.step", message));
      exit = Exit.STEP_FAILED;
    }
    err.flush();
    return exit.code();
  }

  private static boolean isWrongClock(Exception failure) {
    return failure instanceof IllegalArgumentException
        && String.valueOf(failure.getMessage()).contains("XINGLIN_NOW");
  }
}
