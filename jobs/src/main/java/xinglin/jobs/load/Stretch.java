package xinglin.jobs.load;

import org.springframework.batch.item.ExecutionContext;

/**
 * The deliveries of one partition.
 *
 * @param name of the partition
 * @param from first delivery in the order of receipt
 * @param to the one after the last
 * @param total deliveries of the run
 */
record Stretch(String name, long from, long to, long total) {

  static Stretch of(ExecutionContext context) {
    return new Stretch(
        context.getString("name"),
        context.getLong("from"),
        context.getLong("to"),
        context.getLong("total"));
  }

  ExecutionContext context() {
    ExecutionContext context = new ExecutionContext();
    context.putString("name", name);
    context.putLong("from", from);
    context.putLong("to", to);
    context.putLong("total", total);
    return context;
  }
}
