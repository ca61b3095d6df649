package xinglin.routes.round;

import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;

/**
 * A template of which every channel gets a route: list, then for each group store, count, move. A
 * failure stops the route of that channel only: what was not moved is listed again next time. The
 * collector of the round travels with the message.
 */
final class GroupRoutes extends RouteBuilder {
  static final String COLLECTOR = "collector";
  private final String name;
  private final boolean groupsTogether;

  /**
   * @param name of the template, for example {@code collect.sftp}
   * @param groupsTogether whether several groups of a channel are worked on at the same time
   */
  GroupRoutes(String name, boolean groupsTogether) {
    this.name = name;
    this.groupsTogether = groupsTogether;
  }

  @Override
  public void configure() {
    routeTemplate(name)
        .templateParameter("channel")
        .from("direct:" + name + ".{{channel}}")
        .errorHandler(noErrorHandler())
        .process(exchange -> body(exchange, collector(exchange).list()))
        .split(body())
        .parallelProcessing(groupsTogether)
        .stopOnException()
        .process(exchange -> body(exchange, collector(exchange).store(body(exchange))))
        .process(exchange -> body(exchange, collector(exchange).count(body(exchange))))
        .process(exchange -> body(exchange, collector(exchange).move(body(exchange))))
        .end()
        .process(exchange -> body(exchange, collector(exchange).finish()));
  }

  /** What it gets is what it gave the step before. */
  @SuppressWarnings("unchecked")
  private static GroupCollector<Object, Object> collector(Exchange exchange) {
    return exchange.getProperty(COLLECTOR, GroupCollector.class);
  }

  private static Object body(Exchange exchange) {
    return exchange.getMessage().getBody();
  }

  private static void body(Exchange exchange, Object body) {
    exchange.getMessage().setBody(body);
  }
}
