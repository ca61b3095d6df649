package xinglin.routes.round;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiConsumer;
import xinglin.routes.partner.ChannelException;
import xinglin.routes.partner.ChannelException.Problem;
import xinglin.warehouse.failure.DeliveryException;

/**
 * Works on many channels at the same time. One that fails or hangs holds up nobody.
 *
 * @param name of the threads
 * @param atOnce channels at the same time
 * @param longest after which the round ends, whatever hangs
 */
record SideBySide(String name, int atOnce, Duration longest) {

  /** Work on one channel. */
  interface Work<C, R> {
    R on(C channel) throws Exception;
  }

  /** What a channel is called in its failure. */
  interface Named<C> {
    String of(C channel);
  }

  /**
   * Works on all, in their order.
   *
   * @param done told of each that went well, in their order
   * @return failures of the others
   */
  <C, R> Map<C, DeliveryException> run(
      List<C> channels, Named<C> named, Work<C, R> work, BiConsumer<C, R> done) {
    Map<C, DeliveryException> failures = new LinkedHashMap<>();
    ExecutorService side = Executors.newFixedThreadPool(atOnce, this::thread);
    try {
      Map<C, Future<R>> running = new LinkedHashMap<>();
      channels.forEach(channel -> running.put(channel, side.submit(() -> work.on(channel))));
      long deadline = System.nanoTime() + longest.toNanos();
      running.forEach(
          (channel, round) -> {
            try {
              long left = Math.max(1, deadline - System.nanoTime());
              done.accept(channel, round.get(left, TimeUnit.NANOSECONDS));
            } catch (TimeoutException e) {
              round.cancel(true);
              failures.put(channel, hung(named.of(channel)));
            } catch (ExecutionException e) {
              failures.put(channel, failure(named.of(channel), e));
            } catch (InterruptedException e) {
              Thread.currentThread().interrupt();
              failures.put(channel, hung(named.of(channel)));
            }
          });
    } finally {
      side.shutdownNow();
    }
    return failures;
  }

  private Thread thread(Runnable task) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    return thread;
  }

  private static DeliveryException hung(String place) {
    return new ChannelException(Problem.BROKEN_OFF, place, "no end after a long time");
  }

  private static DeliveryException failure(String place, ExecutionException failed) {
    Throwable cause = failed.getCause() == null ? failed : failed.getCause();
    while (!(cause instanceof DeliveryException) && cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause instanceof DeliveryException known
        ? known
        : new ChannelException(Problem.BROKEN_OFF, place, String.valueOf(cause.getMessage()));
  }
}
