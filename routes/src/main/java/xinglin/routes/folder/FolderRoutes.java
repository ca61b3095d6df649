package xinglin.routes.folder;

import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import xinglin.routes.folder.FolderCollector.FileGroup;
import xinglin.routes.folder.FolderCollector.StoredFiles;

/**
 * The template {@code collect.folder}, of which every folder of a partner is a route: list, then
 * for each group store, count, move. The collector of the round travels with the message.
 */
final class FolderRoutes extends RouteBuilder {
  static final String TEMPLATE = "collect.folder";
  static final String COLLECTOR = "collector";

  @Override
  public void configure() {
    routeTemplate(TEMPLATE)
        .templateParameter("channel")
        .from("direct:collect.folder.{{channel}}")
        .errorHandler(noErrorHandler())
        .process(exchange -> body(exchange, collector(exchange).stable()))
        .split(body())
        .stopOnException()
        .process(
            exchange ->
                body(
                    exchange,
                    collector(exchange).store(exchange.getMessage().getBody(FileGroup.class))))
        .process(
            exchange ->
                body(
                    exchange,
                    collector(exchange).count(exchange.getMessage().getBody(StoredFiles.class))))
        .process(
            exchange ->
                body(
                    exchange,
                    collector(exchange).move(exchange.getMessage().getBody(StoredFiles.class))))
        .end()
        .process(exchange -> body(exchange, collector(exchange).finish()));
  }

  private static FolderCollector collector(Exchange exchange) {
    return exchange.getProperty(COLLECTOR, FolderCollector.class);
  }

  private static void body(Exchange exchange, Object body) {
    exchange.getMessage().setBody(body);
  }
}
