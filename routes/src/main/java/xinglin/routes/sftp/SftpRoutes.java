package xinglin.routes.sftp;

import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import xinglin.routes.sftp.SftpCollector.FileGroup;
import xinglin.routes.sftp.SftpCollector.StoredFiles;

/**
 * Template {@code collect.sftp}, of which every channel gets a route: list, then for each group
 * store, count, move. A failure stops the route of that channel only: what was not moved is listed
 * again next time. The collector of the round travels with the message.
 */
final class SftpRoutes extends RouteBuilder {
  static final String TEMPLATE = "collect.sftp";
  static final String COLLECTOR = "collector";
  private static final String GROUPS = "groups";

  @Override
  public void configure() {
    routeTemplate(TEMPLATE)
        .templateParameter("channel")
        .from("direct:collect.sftp.{{channel}}")
        .errorHandler(noErrorHandler())
        .process(exchange -> body(exchange, collector(exchange).stable()))
        .setProperty(GROUPS, body())
        .split(body())
        .parallelProcessing()
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
        .process(
            exchange ->
                body(
                    exchange,
                    collector(exchange)
                        .finish(exchange.getProperty(GROUPS, java.util.List.class))));
  }

  private static SftpCollector collector(Exchange exchange) {
    return exchange.getProperty(COLLECTOR, SftpCollector.class);
  }

  private static void body(Exchange exchange, Object body) {
    exchange.getMessage().setBody(body);
  }
}
