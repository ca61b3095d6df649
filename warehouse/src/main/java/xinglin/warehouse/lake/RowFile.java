package xinglin.warehouse.lake;

import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;
import org.jspecify.annotations.Nullable;

/** How our Parquet files are written: zstd, no Hadoop configuration, no statistics of blobs. */
final class RowFile extends ParquetWriter.Builder<@Nullable Object[], RowFile> {
  private final StoredTable table;

  RowFile(Path file, StoredTable table) {
    super(new LocalOutputFile(file));
    this.table = table;
    withConf(new PlainParquetConfiguration());
    withCompressionCodec(CompressionCodecName.ZSTD);
    withCodecFactory(new ZstdCodecs());
    withStatisticsEnabled(!table.namespace().equals(StoredTable.RESTRICTED));
  }

  @Override
  protected RowFile self() {
    return this;
  }

  @Override
  protected WriteSupport<@Nullable Object[]> getWriteSupport(Configuration configuration) {
    return new RowWriteSupport(table.schema(), table.name());
  }

  @Override
  protected WriteSupport<@Nullable Object[]> getWriteSupport(ParquetConfiguration configuration) {
    return new RowWriteSupport(table.schema(), table.name());
  }
}
