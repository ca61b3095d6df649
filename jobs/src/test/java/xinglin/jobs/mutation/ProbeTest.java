package xinglin.jobs.mutation;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import xinglin.jobs.open.*;
import xinglin.schemas.engine.*;

class ProbeTest {
  @Test
  void probe() throws Exception {
    FormEngine engine = new FormEngine(Definitions.load(Optional.empty()));
    StringBuilder out = new StringBuilder();
    for (Path file : Files.list(Path.of("/tmp/unseen")).sorted().toList()) {
      if (file.toString().endsWith(".py") || file.toString().endsWith(".out")) continue;
      out.append("== ").append(file.getFileName()).append('\n');
      Opened opened = FileOpener.open(file, Limits.standard());
      if (opened instanceof OpenedDocument d) {
        var r = engine.read(d.document(), ReadingContext.unsent());
        out.append(r.verdict()).append('\n');
        r.findings().forEach(f -> out.append("   F ").append(f.code()).append(' ').append(f.message()).append('\n'));
        r.forms().forEach(f -> {
          out.append("  ").append(f.formId()).append(' ').append(f.reporter().map(x -> x.name()).orElse("-")).append(' ').append(f.period().map(Object::toString).orElse("-")).append(' ').append(f.verdict()).append(" figures ").append(f.figures().size()).append(" lines ").append(f.lines().size()).append('\n');
          f.findings().forEach(x -> out.append("     ").append(x.severity()).append(' ').append(x.code()).append(' ').append(x.message()).append('\n'));
          Fact.of(f).stream().limit(14).forEach(x -> out.append("       ").append(x).append('\n'));
        });
      } else out.append(opened).append('\n');
    }
    Files.writeString(Path.of("/tmp/unseen/probe.out"), out.toString());
  }
}
