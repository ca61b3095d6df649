package xinglin.routes.sftp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import xinglin.jobs.batch.Progress;
import xinglin.routes.moment.HaltedProcess;
import xinglin.routes.moment.Moment;
import xinglin.routes.moment.Moments;

/** A collect killed at any moment and started again takes every file once and moves it once. */
final class KilledFetchTest {
  private static final int FILES = 150;
  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(names = "SFTP_.*", mode = EnumSource.Mode.MATCH_ALL)
  void killedAt(Moment moment) throws Exception {
    try (SftpServer server = new SftpServer(folder.resolve("server"))) {
      County county = new County(folder, server.port()).prepare(server);
      List<String> expected = new ArrayList<>();
      for (int i = 0; i < FILES; i++) {
        String content = "行" + i + "x".repeat(i == 7 ? 400_000 : i);
        server.old(i + ".csv", content.getBytes(StandardCharsets.UTF_8));
        expected.add(i + ".csv=" + content);
      }
      server.old("3.csv.done", new byte[0]);
      assertEquals(
          HaltedProcess.KILLED,
          HaltedProcess.run(
              HaltingFetch.class, folder.toString(), String.valueOf(server.port()), moment.name()));
      if (moment == Moment.SFTP_ONE_MOVED) {
        int moved = server.names("received").size();
        assertTrue(moved > 0 && moved < FILES, moved + " moved when it was killed");
      }
      SftpChannels channels = county.channels(Moments.unwatched());
      assertEquals(Map.of(), channels.collectOnce(Progress.SILENT).failures());
      assertEquals(0, channels.collectOnce(Progress.SILENT).deliveries());
      assertEquals(expected.stream().sorted().toList(), county.stored());
      assertEquals(FILES, county.raw().envelopes().size());
      assertEquals(List.of(), server.names("."));
      assertEquals(FILES + 1, server.names("received").size());
    }
  }
}
