package xinglin.routes.sftp;

import java.io.IOException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import xinglin.routes.partner.ChannelException;
import xinglin.routes.partner.ChannelException.Problem;
import xinglin.routes.partner.SftpChannel;
import xinglin.warehouse.failure.DeliveryException;

/** The SFTP channels of one session, each used by one thread at a time. */
final class SftpLines {
  private static final int MOST = 4;
  private static final Logger LOG = LoggerFactory.getLogger(SftpLines.class);
  private final SftpChannel channel;
  private final SftpConnection connection;
  private final Semaphore free = new Semaphore(MOST);
  private final Queue<SftpLine> lines = new ConcurrentLinkedQueue<>();

  SftpLines(SftpChannel channel, SftpConnection connection) {
    this.channel = channel;
    this.connection = connection;
  }

  /** Work on one line. */
  interface Work<T> {
    T on(SftpLine line) throws IOException;
  }

  /** On a line that nobody uses, a new one if there is none. */
  <T> T use(Work<T> work) {
    try {
      free.acquire();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failure(e);
    }
    try {
      SftpLine known = lines.poll();
      SftpLine line = known == null ? connection.line() : known;
      T result = work.on(line);
      lines.add(line); // not after a failure: answers may be under way
      return result;
    } catch (IOException | DeliveryException e) {
      throw failure(e);
    } finally {
      free.release();
    }
  }

  /** What a failure is called; the transfer broke off unless it says something else. */
  DeliveryException failure(Throwable cause) {
    if (cause instanceof DeliveryException known && !(known.getCause() instanceof IOException)) {
      return known;
    }
    LOG.debug("fetching from {} broke off", channel.server(), cause);
    return new ChannelException(
        Problem.BROKEN_OFF, channel.server(), String.valueOf(cause.getMessage()));
  }
}
