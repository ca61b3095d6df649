package xinglin.schemas.definition;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Function;

/**
 * Parses files in a thread of its own before they are asked for: most of what a short command does
 * is reading definitions. Whoever asks for a file that is not begun parses it himself.
 */
final class ReadAhead {
  private final Map<String, FutureTask<ParsedText>> tasks = new ConcurrentHashMap<>();

  /** Begins with the first of these paths. */
  void start(List<String> paths, Function<String, ParsedText> parser) {
    List<FutureTask<ParsedText>> begun =
        paths.stream().map(path -> new FutureTask<>(() -> parser.apply(path))).toList();
    for (int i = 0; i < begun.size(); i++) {
      tasks.put(paths.get(i), begun.get(i));
    }
    Thread thread = new Thread(() -> begun.forEach(FutureTask::run), "definitions");
    thread.setDaemon(true);
    thread.start();
  }

  /** A file that was to be read ahead; given away once, so that nothing of it is kept. */
  Optional<ParsedText> take(String path) {
    return Optional.ofNullable(tasks.remove(path)).map(ReadAhead::finished);
  }

  private static ParsedText finished(FutureTask<ParsedText> task) {
    task.run();
    try {
      return task.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Cannot wait for a definition: interrupted", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("Cannot parse a definition", e.getCause());
    }
  }
}
