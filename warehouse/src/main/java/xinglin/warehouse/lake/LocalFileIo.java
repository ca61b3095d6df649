package xinglin.warehouse.lake;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.apache.iceberg.Files;
import org.apache.iceberg.io.FileIO;
import org.apache.iceberg.io.InputFile;
import org.apache.iceberg.io.OutputFile;

/** Iceberg on the local disk, without Hadoop's file system layer. Locations are absolute paths. */
final class LocalFileIo implements FileIO {
  private static final long serialVersionUID = 1L;

  @Override
  public InputFile newInputFile(String path) {
    return Files.localInput(path);
  }

  @Override
  public OutputFile newOutputFile(String path) {
    File parent = new File(path).getParentFile();
    if (parent != null && !parent.isDirectory() && !parent.mkdirs() && !parent.isDirectory()) {
      throw new UncheckedIOException(new IOException("Cannot make folder: " + parent));
    }
    return Files.localOutput(path);
  }

  @Override
  public void deleteFile(String path) {
    try {
      java.nio.file.Files.deleteIfExists(Path.of(path));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot delete " + path, e);
    }
  }
}
