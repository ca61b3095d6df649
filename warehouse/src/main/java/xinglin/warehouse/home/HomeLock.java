package xinglin.warehouse.home;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * The one lock of a home for collect, load, publish and dispatch. Held by the operating system, so
 * that it goes with the process that dies.
 */
public final class HomeLock implements AutoCloseable {
  private final FileChannel channel;

  private HomeLock(FileChannel channel) {
    this.channel = channel;
  }

  /** Takes the lock; empty if another run holds this home. Never waits. */
  @SuppressWarnings("resource") // the channel is the lock: it is closed with it
  public static Optional<HomeLock> tryTake(Home home) {
    try {
      FileChannel channel =
          FileChannel.open(
              home.root().resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      Optional<FileLock> lock = lock(channel);
      if (lock.isEmpty()) {
        channel.close();
        return Optional.empty();
      }
      return Optional.of(new HomeLock(channel));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot lock home: " + home.root(), e);
    }
  }

  private static Optional<FileLock> lock(FileChannel channel) throws IOException {
    try {
      return Optional.ofNullable(channel.tryLock());
    } catch (OverlappingFileLockException e) {
      return Optional.empty();
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot free the lock of a home", e);
    }
  }
}
