package xinglin.warehouse.lake;

import java.nio.file.Path;

/** A written Parquet file that is not part of a table yet. */
record PendingFile(Path path, long rows) {}
