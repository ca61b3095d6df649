package xinglin.app.command.form;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import xinglin.app.failure.UsageException;
import xinglin.app.terminal.Texts;
import xinglin.schemas.drift.propose.Proposal;

/**
 * Writes a proposal where it was asked for: never into a home, never over something that is there.
 */
final class ProposalFiles {
  private final Path out;
  private final Path home;
  private final Texts texts;

  ProposalFiles(Path out, Path home, Texts texts) {
    this.out = out.toAbsolutePath().normalize();
    this.home = home;
    this.texts = texts;
  }

  /** To a folder laid out like {@code config}, or to one file with the others beside it. */
  List<Path> write(Proposal proposal) throws IOException {
    if (out.startsWith(home.resolve("config"))) {
      throw new UsageException(texts.say("drift.out.home", out));
    }
    List<Path> paths = proposal.files().stream().map(this::path).toList();
    for (Path path : paths) {
      if (Files.exists(path)) {
        throw new UsageException(texts.say("drift.out.exists", path));
      }
    }
    List<Path> written = new ArrayList<>();
    for (int i = 0; i < paths.size(); i++) {
      Path path = paths.get(i);
      Files.createDirectories(path.getParent());
      Files.writeString(path, proposal.files().get(i).text());
      written.add(path);
    }
    return written;
  }

  private Path path(Proposal.File file) {
    if (!out.getFileName().toString().endsWith(".yaml")) {
      return out.resolve(file.path());
    }
    String kind = file.path().substring(0, file.path().indexOf('/'));
    String name = out.getFileName().toString().replaceAll("\\.yaml$", "");
    return kind.equals("forms") ? out : out.resolveSibling(name + "." + kind + ".yaml");
  }
}
