package xinglin.warehouse.home;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Makes files survive a power cut: contents first, then the folder entry. */
public final class DurableFiles {
  private static final int AT_ONCE = 8;

  private DurableFiles() {}

  /** Forces the content of a file, or the entries of a folder, to disk. */
  public static void force(Path path) throws IOException {
    StandardOpenOption mode =
        Files.isDirectory(path) ? StandardOpenOption.READ : StandardOpenOption.WRITE;
    try (FileChannel channel = FileChannel.open(path, mode)) {
      channel.force(true);
    }
  }

  /**
   * Forces the contents of many files to disk, several at a time: what waits together is written
   * together.
   */
  public static void forceAll(Collection<Path> files) throws IOException {
    if (files.size() < 2) {
      for (Path file : files) {
        force(file);
      }
      return;
    }
    ExecutorService workers =
        Executors.newFixedThreadPool(Math.min(AT_ONCE, files.size()), DurableFiles::thread);
    try {
      List<Callable<Path>> tasks = new ArrayList<>();
      for (Path file : files) {
        tasks.add(
            () -> {
              force(file);
              return file;
            });
      }
      for (Future<Path> task : workers.invokeAll(tasks)) {
        task.get();
      }
    } catch (ExecutionException e) {
      throw new IOException("Cannot force files to disk", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("Cannot force files to disk: interrupted", e);
    } finally {
      workers.shutdownNow();
    }
  }

  private static Thread thread(Runnable task) {
    Thread thread = new Thread(task, "force");
    thread.setDaemon(true);
    return thread;
  }

  /** Writes a small file so that readers see the old text or the new one, never a part. */
  public static void writeAtomically(Path path, String text) throws IOException {
    Path folder = path.resolveSibling("");
    Path draft = path.resolveSibling(path.getFileName() + ".new");
    Files.writeString(draft, text, StandardCharsets.UTF_8);
    force(draft);
    Files.move(draft, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    force(folder);
  }
}
