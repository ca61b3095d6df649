package xinglin.warehouse.home;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * The one lock of a home for collect, load, publish and dispatch; and another one for the process
 * that serves the home all day, which takes the first only while it works. Held by the operating
 * system, so that it goes with the process that dies. Who holds it is written into the file.
 *
 * <p>The system frees a lock when its process closes the file anywhere: nobody but the holder may
 * open these files in the same process.
 */
public final class HomeLock implements AutoCloseable {
  private static final String WORK = ".lock";
  private static final String SERVE = ".serve";
  private final FileChannel channel;

  private HomeLock(FileChannel channel) {
    this.channel = channel;
  }

  /** Takes the lock; empty if another run holds this home. Never waits. */
  public static Optional<HomeLock> tryTake(Home home) {
    return tryTake(home.root().resolve(WORK));
  }

  /** Takes the lock of the process that serves; empty if there is one already. */
  public static Optional<HomeLock> tryServe(Home home) {
    return tryTake(home.root().resolve(SERVE));
  }

  /** Who works on the home now. For other processes than the holder's. */
  public static Optional<LockHolder> holder(Home home) {
    return holder(home.root().resolve(WORK));
  }

  /** Who serves the home now. For other processes than the holder's. */
  public static Optional<LockHolder> server(Home home) {
    return holder(home.root().resolve(SERVE));
  }

  /** Says more about the holder, for example where it listens. */
  public void note(String text) {
    try {
      byte[] bytes =
          new LockHolder(ProcessHandle.current().pid(), text)
              .text()
              .getBytes(StandardCharsets.UTF_8);
      channel.truncate(0);
      channel.write(ByteBuffer.wrap(bytes), 0);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write who holds a home", e);
    }
  }

  @SuppressWarnings("resource") // the channel is the lock: it is closed with it
  private static Optional<HomeLock> tryTake(Path file) {
    try {
      FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      Optional<FileLock> lock = lock(channel);
      if (lock.isEmpty()) {
        channel.close();
        return Optional.empty();
      }
      HomeLock taken = new HomeLock(channel);
      taken.note("");
      return Optional.of(taken);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot lock home: " + file.getParent(), e);
    }
  }

  private static Optional<LockHolder> holder(Path file) {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      return lock(channel).isPresent()
          ? Optional.empty()
          : Optional.of(
              LockHolder.read(Files.readString(file)).orElseGet(() -> new LockHolder(0, "")));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot look at the lock of a home: " + file, e);
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
