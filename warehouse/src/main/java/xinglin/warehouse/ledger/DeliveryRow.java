package xinglin.warehouse.ledger;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import xinglin.warehouse.raw.Arrival;
import xinglin.warehouse.raw.Envelope;

/** A delivery as a row of the ledger. */
final class DeliveryRow {
  private DeliveryRow() {}

  static Object[] values(Envelope envelope) {
    Arrival arrival = envelope.arrival();
    return new Object[] {
      envelope.deliveryId(),
      arrival.parentDeliveryId(),
      arrival.ordinal(),
      arrival.partner(),
      arrival.channel(),
      arrival.sender(),
      arrival.subject(),
      arrival.fileName(),
      arrival.receivedAt().toEpochMilli(),
      envelope.sha256(),
      envelope.bytes(),
      arrival.receivedBy()
    };
  }

  static Object[] insideValues(Envelope envelope, String runId) {
    return Stream.concat(Arrays.stream(values(envelope)), Stream.of(runId)).toArray();
  }

  static Object[] identity(Envelope envelope) {
    Arrival arrival = envelope.arrival();
    return new Object[] {
      arrival.partner(), arrival.sender(), arrival.subject(), envelope.deliveryId()
    };
  }

  static Delivery read(LedgerSql.Row row) throws SQLException {
    var result = row.result();
    Arrival arrival =
        new Arrival(
            Optional.ofNullable(result.getString("parent_delivery_id")),
            result.getInt("ordinal"),
            result.getString("partner_id"),
            result.getString("channel"),
            Optional.ofNullable(result.getString("sender")),
            Optional.ofNullable(result.getString("subject")),
            result.getString("file_name"),
            Instant.ofEpochMilli(result.getLong("received_at")),
            Optional.ofNullable(result.getString("received_by")));
    return new Delivery(
        new Envelope(
            result.getString("delivery_id"),
            arrival,
            result.getString("sha256"),
            result.getLong("bytes")),
        Delivery.State.valueOf(result.getString("state").toUpperCase(Locale.ROOT)),
        Optional.ofNullable(result.getString("run_id")),
        Optional.ofNullable(result.getString("outcome")),
        Optional.ofNullable(result.getString("authentication")),
        Optional.ofNullable(result.getString("held")));
  }
}
