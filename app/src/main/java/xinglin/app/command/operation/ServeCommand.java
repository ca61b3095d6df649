package xinglin.app.command.operation;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import xinglin.app.assembly.Clocks;
import xinglin.app.assembly.Workplace;
import xinglin.app.command.Exit;
import xinglin.app.command.HomeOptions;
import xinglin.app.failure.HomeServedException;
import xinglin.app.serve.Serve;
import xinglin.app.terminal.Texts;
import xinglin.warehouse.home.HomeLock;

/** Goes on until it gets a signal; then ends what is under way and exits with 0. */
@Command(name = "serve", mixinStandardHelpOptions = true)
public final class ServeCommand implements Callable<Integer> {
  @Mixin private HomeOptions home = new HomeOptions();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws InterruptedException {
    Workplace place = Workplace.openOrCreate(home.folder(), Clocks.runningOfEnvironment());
    try (HomeLock lock =
        HomeLock.tryServe(place.home()).orElseThrow(() -> HomeServedException.of(place.home()))) {
      Serve serve = Serve.start(place);
      lock.note(serve.address());
      spec.commandLine().getOut().println(home.texts().say("serve.started", serve.address()));
      Runtime.getRuntime().addShutdownHook(new Thread(() -> end(serve), "serve.stop"));
      new CountDownLatch(1).await();
    }
    return Exit.DONE.code();
  }

  /**
   * A signal would end the process with 128 and more; what was asked for is no failure. Printed,
   * because the JDK's log ends with the first signal.
   */
  private void end(Serve serve) {
    Texts texts = home.texts();
    PrintWriter out = spec.commandLine().getOut();
    out.println(texts.say("serve.stopping"));
    out.println(texts.say(serve.stop() ? "serve.stopped" : "serve.broken.off"));
    out.flush();
    Runtime.getRuntime().halt(Exit.DONE.code());
  }
}
