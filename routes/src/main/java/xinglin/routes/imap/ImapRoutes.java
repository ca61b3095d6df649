package xinglin.routes.imap;

import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import xinglin.routes.imap.ImapCollector.MessageGroup;
import xinglin.routes.imap.ImapCollector.StoredMessages;

/**
 * Template {@code collect.imap}, of which every mailbox gets a route: list, then for each group
 * store, count, move. A failure stops the route of that mailbox only: what was not moved is listed
 * again next time. The collector of the round travels with the message.
 */
final class ImapRoutes extends RouteBuilder {
  static final String TEMPLATE = "collect.imap";
  static final String COLLECTOR = "collector";

  @Override
  public void configure() {
    routeTemplate(TEMPLATE)
        .templateParameter("channel")
        .from("direct:collect.imap.{{channel}}")
        .errorHandler(noErrorHandler())
        .process(exchange -> body(exchange, collector(exchange).list()))
        .split(body())
        .stopOnException()
        .process(
            exchange ->
                body(
                    exchange,
                    collector(exchange).store(exchange.getMessage().getBody(MessageGroup.class))))
        .process(exchange -> body(exchange, collector(exchange).count(stored(exchange))))
        .process(exchange -> body(exchange, collector(exchange).move(stored(exchange))))
        .end()
        .process(exchange -> body(exchange, collector(exchange).finish()));
  }

  private static ImapCollector collector(Exchange exchange) {
    return exchange.getProperty(COLLECTOR, ImapCollector.class);
  }

  private static StoredMessages stored(Exchange exchange) {
    return exchange.getMessage().getBody(StoredMessages.class);
  }

  private static void body(Exchange exchange, Object body) {
    exchange.getMessage().setBody(body);
  }
}
