package xinglin.app.serve;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import xinglin.routes.schedule.Schedule;

/**
 * What is due when. A task that is under way is not due again before it is done; times that passed
 * meanwhile, or while the machine slept, are made up once.
 */
final class Timetable {
  private final Map<String, Task> tasks = new TreeMap<>();

  private record Task(Schedule schedule, Instant next, boolean busy) {
    Task at(Instant time, boolean working) {
      return new Task(schedule, time, working);
    }
  }

  /**
   * Sets what there is to do. Known tasks keep their next time unless their schedule changed; new
   * ones are first due as given.
   */
  synchronized void set(Map<String, Schedule> schedules, Instant now, Instant first) {
    tasks.keySet().retainAll(schedules.keySet());
    schedules.forEach(
        (name, schedule) -> {
          Task known = tasks.get(name);
          if (known == null) {
            tasks.put(name, new Task(schedule, first, false));
          } else if (!known.schedule.text().equals(schedule.text())) {
            tasks.put(name, new Task(schedule, schedule.next(now), known.busy));
          }
        });
  }

  /** Takes what is due now; each has to be given back. */
  synchronized List<String> takeDue(Instant now) {
    List<String> due = new ArrayList<>();
    tasks.replaceAll(
        (name, task) -> {
          if (task.busy || task.next.isAfter(now)) {
            return task;
          }
          due.add(name);
          return task.at(task.next, true);
        });
    return due;
  }

  /** Takes everything that is not under way, due or not; each has to be given back. */
  synchronized List<String> takeFree() {
    List<String> free = new ArrayList<>();
    tasks.replaceAll(
        (name, task) -> {
          if (task.busy) {
            return task;
          }
          free.add(name);
          return task.at(task.next, true);
        });
    return free;
  }

  /** A task is done, and due again as its schedule says. */
  synchronized void done(String name, Instant now) {
    tasks.computeIfPresent(name, (key, task) -> task.at(task.schedule.next(now), false));
    notifyAll();
  }

  /** A task could not be done, and is due again at a time, or earlier if its schedule says so. */
  synchronized void again(String name, Instant now, Instant time) {
    tasks.computeIfPresent(
        name,
        (key, task) -> {
          Instant next = task.schedule.next(now);
          return task.at(next.isBefore(time) ? next : time, false);
        });
    notifyAll();
  }

  synchronized Optional<Instant> next(String name) {
    return Optional.ofNullable(tasks.get(name)).map(Task::next);
  }

  /** Waits until nothing is under way; false if something still is after so long. */
  synchronized boolean awaitIdle(long milliseconds) throws InterruptedException {
    long end = System.nanoTime() + milliseconds * 1_000_000;
    while (tasks.values().stream().anyMatch(Task::busy)) {
      long left = (end - System.nanoTime()) / 1_000_000;
      if (left <= 0) {
        return false;
      }
      wait(left);
    }
    return true;
  }
}
