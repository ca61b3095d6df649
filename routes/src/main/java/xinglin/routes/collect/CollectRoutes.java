package xinglin.routes.collect;

import java.util.List;
import org.apache.camel.builder.RouteBuilder;
import xinglin.routes.collect.InboxCollector.StoredGroup;
import xinglin.routes.collect.InboxCollector.WaitingGroup;

/**
 * {@code collect.inbox}: list, then for each group store, count, remove. A failure stops the route:
 * what was not removed is listed again next time.
 */
final class CollectRoutes extends RouteBuilder {
  static final String INBOX = "direct:collect.inbox";
  private final InboxCollector collector;
  private final CollectTally tally;

  CollectRoutes(InboxCollector collector, CollectTally tally) {
    this.collector = collector;
    this.tally = tally;
  }

  @Override
  public void configure() {
    errorHandler(noErrorHandler());

    from(INBOX)
        .routeId("collect.inbox")
        .process(exchange -> exchange.getMessage().setBody(collector.waiting()))
        .process(exchange -> tally.listed(exchange.getMessage().getBody(List.class)))
        .split(body())
        .stopOnException()
        .process(
            exchange ->
                exchange
                    .getMessage()
                    .setBody(collector.store(exchange.getMessage().getBody(WaitingGroup.class))))
        .process(
            exchange ->
                exchange
                    .getMessage()
                    .setBody(collector.count(exchange.getMessage().getBody(StoredGroup.class))))
        .process(
            exchange ->
                exchange
                    .getMessage()
                    .setBody(collector.remove(exchange.getMessage().getBody(StoredGroup.class))))
        .process(exchange -> tally.taken(exchange.getMessage().getBody(StoredGroup.class)))
        .end()
        .process(exchange -> collector.finish());
  }
}
