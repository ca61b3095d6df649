package xinglin.warehouse.lake;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.apache.hadoop.conf.Configuration;
import org.apache.iceberg.Schema;
import org.apache.iceberg.parquet.ParquetSchemaUtil;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType;
import org.jspecify.annotations.Nullable;

/**
 * Writes rows under an Iceberg schema: field ids and types are those that Iceberg gives Parquet.
 */
final class RowWriteSupport extends WriteSupport<@Nullable Object[]> {
  private static final long MICROS = 1_000_000L;
  private static final int NANOS_PER_MICRO = 1_000;
  private final MessageType schema;
  private @Nullable RecordConsumer consumer;

  RowWriteSupport(Schema schema, String name) {
    this.schema = ParquetSchemaUtil.convert(schema, name);
  }

  @Override
  public WriteContext init(Configuration configuration) {
    return new WriteContext(schema, Map.of());
  }

  @Override
  public WriteContext init(ParquetConfiguration configuration) {
    return new WriteContext(schema, Map.of());
  }

  @Override
  public void prepareForWrite(RecordConsumer given) {
    consumer = given;
  }

  @Override
  public void write(@Nullable Object[] row) {
    RecordConsumer out = Objects.requireNonNull(consumer, "prepareForWrite comes first");
    out.startMessage();
    for (int i = 0; i < row.length; i++) {
      Object value = row[i];
      if (value != null) {
        String name = schema.getFieldName(i);
        out.startField(name, i);
        write(out, value, schema.getType(i).asPrimitiveType());
        out.endField(name, i);
      }
    }
    out.endMessage();
  }

  private static void write(RecordConsumer out, Object value, PrimitiveType type) {
    if (value instanceof String text) {
      out.addBinary(Binary.fromConstantByteArray(text.getBytes(StandardCharsets.UTF_8)));
    } else if (value instanceof Integer number) {
      out.addInteger(number);
    } else if (value instanceof Long number) {
      out.addLong(number);
    } else if (value instanceof Boolean flag) {
      out.addBoolean(flag);
    } else if (value instanceof LocalDate date) {
      out.addInteger((int) date.toEpochDay());
    } else if (value instanceof Instant instant) {
      out.addLong(instant.getEpochSecond() * MICROS + instant.getNano() / NANOS_PER_MICRO);
    } else if (value instanceof BigDecimal number) {
      out.addBinary(decimal(number, type.getTypeLength()));
    } else if (value instanceof ByteBuffer bytes) {
      out.addBinary(Binary.fromConstantByteBuffer(bytes));
    } else {
      throw new IllegalArgumentException("Cannot write a " + value.getClass().getSimpleName());
    }
  }

  /** Unscaled value, big-endian, sign-extended to the length of the column. */
  private static Binary decimal(BigDecimal number, int length) {
    byte[] digits = number.unscaledValue().toByteArray();
    byte[] padded = new byte[length];
    java.util.Arrays.fill(padded, 0, length - digits.length, (byte) (number.signum() < 0 ? -1 : 0));
    System.arraycopy(digits, 0, padded, length - digits.length, digits.length);
    return Binary.fromConstantByteArray(padded);
  }
}
