package xinglin.routes.sftp;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.sshd.sftp.common.SftpException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import xinglin.routes.arrival.Completion;
import xinglin.routes.partner.SftpChannel;

/**
 * Moves stored files where the partner sees that we have them. What lies beside a file goes first,
 * so that it never speaks for a later file of that name. Each file is looked at once more right
 * before: one that was replaced since it was fetched goes back, to be taken as something new. For
 * one thread.
 */
final class Moving {
  private static final Logger LOG = LoggerFactory.getLogger(Moving.class);
  private static final int AT_ONCE = 64;
  private static final int MOST_NAMES = 100;
  private final SftpChannel channel;
  private final SftpPipe pipe;
  private final StableFiles files;
  private final String target;
  private final Consumer<String> leftBehind;

  /**
   * @param stamp that new names begin with
   * @param leftBehind takes a sentence for each file that goes back
   */
  Moving(
      SftpChannel channel,
      SftpPipe pipe,
      StableFiles files,
      String stamp,
      Consumer<String> leftBehind) {
    this.channel = channel;
    this.pipe = pipe;
    this.files = files;
    this.target = SftpConnection.latin(channel.received()) + "/" + stamp + "-";
    this.leftBehind = leftBehind;
  }

  /**
   * Moves files.
   *
   * @param moved takes each file that needs no more
   * @param first told when some are moved and others are not
   * @throws IOException if the connection fails
   */
  void move(List<RemoteFile> stored, Consumer<RemoteFile> moved, Runnable first)
      throws IOException {
    for (int from = 0; from < stored.size(); from += AT_ONCE) {
      together(stored.subList(from, Math.min(from + AT_ONCE, stored.size())), moved);
      if (from == 0) {
        first.run();
      }
    }
  }

  /** Requests of one file, in this order. */
  private record Asked(RemoteFile file, List<Integer> beside, int looked, int renamed) {}

  private void together(List<RemoteFile> some, Consumer<RemoteFile> moved) throws IOException {
    List<Asked> asked = new ArrayList<>();
    for (RemoteFile file : some) {
      List<Integer> beside = new ArrayList<>();
      for (String end : Completion.COMPANIONS) {
        if (files.beside(file, end).isPresent()) {
          beside.add(rename(file.name() + end));
        }
      }
      int looked = pipe.stat(Download.path(channel, file.name()));
      asked.add(new Asked(file, beside, looked, rename(file.name())));
    }
    for (Asked one : asked) {
      for (int companion : one.beside()) {
        isDone(companion);
      }
      Optional<SftpPipe.State> state = look(one.looked());
      boolean renamed = isDone(one.renamed());
      if (settle(one.file(), state, renamed)) {
        moved.accept(one.file());
      }
    }
  }

  private int rename(String name) throws IOException {
    return pipe.rename(Download.path(channel, name), target + name);
  }

  /** Whether nothing is left to do for a file. */
  private boolean settle(RemoteFile file, Optional<SftpPipe.State> state, boolean renamed)
      throws IOException {
    if (state.isEmpty() && !renamed) {
      return true; // its sender took it away, we have it
    }
    if (state.filter(file::isStill).isEmpty()) {
      if (renamed) {
        putBack(file);
      }
      leftBehind.accept(
          channel.partner() + ": " + file.shown() + " was replaced while it was fetched");
      return true;
    }
    return renamed || renameNumbered(file);
  }

  private void putBack(RemoteFile file) throws IOException {
    String taken = target + file.name();
    if (!isDone(pipe.rename(taken, Download.path(channel, file.name())))) {
      String stamped = taken.substring(taken.lastIndexOf('/') + 1);
      pipe.done(pipe.rename(taken, Download.path(channel, stamped)));
    }
  }

  /** A name that is taken gets a number: what we have is never overwritten. */
  private boolean renameNumbered(RemoteFile file) throws IOException {
    String name = target + file.name();
    for (int number = 1; number < MOST_NAMES && look(pipe.stat(name)).isPresent(); number++) {
      name = target + file.name() + "-" + number;
    }
    try {
      pipe.done(pipe.rename(Download.path(channel, file.name()), name));
      return true;
    } catch (SftpException e) {
      if (SftpPipe.isLost(e)) {
        throw e;
      }
      LOG.warn("Cannot move {} of {}", file.shown(), channel.partner(), e);
      return false;
    }
  }

  private Optional<SftpPipe.State> look(int request) throws IOException {
    try {
      return Optional.of(pipe.state(request));
    } catch (SftpException e) {
      if (SftpPipe.isLost(e)) {
        throw e;
      }
      return Optional.empty();
    }
  }

  private boolean isDone(int request) throws IOException {
    try {
      pipe.done(request);
      return true;
    } catch (SftpException e) {
      if (SftpPipe.isLost(e)) {
        throw e;
      }
      return false;
    }
  }
}
