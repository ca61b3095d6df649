package xinglin.routes.dispatch;

import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import xinglin.warehouse.ledger.Parcel;

/**
 * Templates {@code dispatch.smtp}, {@code dispatch.sftp}, {@code dispatch.folder}, of which every
 * channel with something due gets a route: connect, then deliver and book one parcel after the
 * other. A failure of the channel stops its route only. The round travels with the message.
 */
final class DispatchRoutes extends RouteBuilder {
  static final String ROUND = "round";
  private final String kind;

  /**
   * @param kind of channel
   */
  DispatchRoutes(String kind) {
    this.kind = kind;
  }

  static String template(String kind) {
    return "dispatch." + kind;
  }

  @Override
  public void configure() {
    routeTemplate(template(kind))
        .templateParameter("channel")
        .from("direct:dispatch.{{channel}}")
        .errorHandler(noErrorHandler())
        .process(exchange -> round(exchange).open())
        .process(exchange -> exchange.getMessage().setBody(round(exchange).due()))
        .split(body())
        .streaming()
        .stopOnException()
        .process(exchange -> round(exchange).deliver(exchange.getMessage().getBody(Parcel.class)))
        .end();
  }

  private static Round round(Exchange exchange) {
    return exchange.getProperty(ROUND, Round.class);
  }
}
