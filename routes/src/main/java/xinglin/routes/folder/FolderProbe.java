package xinglin.routes.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import xinglin.routes.partner.ChannelException;
import xinglin.routes.partner.ChannelException.Problem;
import xinglin.routes.partner.ChannelProbe;
import xinglin.routes.partner.FolderChannel;
import xinglin.routes.partner.Tried;
import xinglin.routes.partner.Tried.Step;

/** Tries a folder out without taking or leaving a file. */
public record FolderProbe(FolderChannel channel) implements ChannelProbe {
  @Override
  public String channelId() {
    return channel.partner() + "/folder";
  }

  @Override
  public List<Tried> probe(Map<String, String> environment) {
    List<Tried> tried = new ArrayList<>();
    try {
      int files = FolderListing.list(channel).size();
      tried.add(Tried.good(Step.FOLDER, channel.path() + " (" + files + ")"));
    } catch (ChannelException e) {
      tried.add(Tried.bad(Step.FOLDER, e));
      return tried;
    }
    try {
      Files.createDirectories(channel.received());
      if (!Files.isWritable(channel.received()) || !Files.isWritable(channel.path())) {
        throw new IOException("not writable");
      }
      tried.add(Tried.good(Step.RECEIVED, channel.received().toString()));
    } catch (IOException e) {
      tried.add(
          Tried.bad(
              Step.RECEIVED,
              new ChannelException(
                  Problem.FOLDER_NOT_WRITABLE,
                  channel.received().toString(),
                  FolderListing.HERE,
                  String.valueOf(e.getMessage()))));
    }
    return tried;
  }
}
