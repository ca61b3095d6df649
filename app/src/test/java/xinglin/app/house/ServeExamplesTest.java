package xinglin.app.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The units for systemd that docs/how-to/serve.md shows are good ones. */
final class ServeExamplesTest {
  @TempDir Path folder;

  @Test
  void systemdTakesTheUnits() throws Exception {
    assumeTrue(
        Files.isExecutable(Path.of("/usr/bin/systemd-analyze")), "systemd-analyze is not here");
    Path checkout = Checkout.root().toRealPath();
    ProcessBuilder verify =
        new ProcessBuilder("/usr/bin/systemd-analyze", "verify", "--man=no")
            .redirectErrorStream(true);
    try (Stream<Path> units = Files.list(checkout.resolve("docs/how-to/example/systemd"))) {
      for (Path unit : units.sorted().toList()) {
        Path copy = folder.resolve(unit.getFileName().toString());
        Files.writeString(
            copy,
            Files.readString(unit)
                .replace("/srv/xinglin/xinglin ", checkout.resolve("xinglin") + " ")
                .replace("User=xinglin", "User=root"));
        verify.command().add(copy.toString());
      }
    }
    assertEquals(List.of(), said(verify));
  }

  private static List<String> said(ProcessBuilder verify) throws IOException, InterruptedException {
    Process process = verify.start();
    String said =
        new String(
            process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    process.waitFor(1, TimeUnit.MINUTES);
    return said.lines().filter(line -> line.contains("xinglin")).toList();
  }
}
