package xinglin.routes.dispatch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import xinglin.jobs.parcel.PreparedFiles;
import xinglin.routes.moment.Moment;
import xinglin.routes.moment.Moments;
import xinglin.routes.partner.ChannelException;
import xinglin.routes.partner.ChannelException.Problem;
import xinglin.warehouse.home.DurableFiles;
import xinglin.warehouse.ledger.Parcel;

/**
 * Answers are laid into a folder of this machine: each file under a temporary name, then renamed.
 *
 * @param purpose {@code answers}, or {@code packages} for those of partner regions
 * @param folder made if it is not there
 */
public record FolderAnswers(String partner, String purpose, Path folder, Moments moments)
    implements Carrier {

  @Override
  public String channelId() {
    return partner + "/folder-" + purpose;
  }

  @Override
  public String kind() {
    return "folder";
  }

  @Override
  public Connection open() {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw failure(e);
    }
    return new Open();
  }

  private ChannelException failure(IOException e) {
    return new ChannelException(
        Problem.ANSWERS_NOT_WRITABLE,
        folder.toString(),
        "localhost",
        String.valueOf(e.getMessage()));
  }

  private final class Open implements Connection {
    @Override
    public void deliver(Parcel parcel, Path prepared) {
      try {
        for (Path file : PreparedFiles.files(prepared)) {
          Files.copy(file, temporary(file), StandardCopyOption.REPLACE_EXISTING);
          DurableFiles.force(temporary(file));
        }
        moments.reached(Moment.ANSWER_UPLOADED);
        for (Path file : PreparedFiles.files(prepared)) {
          Files.move(
              temporary(file),
              folder.resolve(file.getFileName()),
              StandardCopyOption.ATOMIC_MOVE,
              StandardCopyOption.REPLACE_EXISTING);
        }
        DurableFiles.force(folder);
        moments.reached(Moment.ANSWER_RENAMED);
      } catch (IOException e) {
        throw failure(e);
      }
    }

    private Path temporary(Path file) {
      return folder.resolve("." + file.getFileName() + ".part");
    }

    @Override
    public void close() {}
  }
}
