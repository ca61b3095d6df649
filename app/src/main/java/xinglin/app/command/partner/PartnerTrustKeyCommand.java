package xinglin.app.command.partner;

import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import xinglin.app.assembly.Clocks;
import xinglin.app.assembly.Workplace;
import xinglin.app.command.Exit;
import xinglin.app.command.HomeOptions;
import xinglin.app.failure.UsageException;
import xinglin.app.terminal.Texts;
import xinglin.routes.partner.KnownHosts;
import xinglin.routes.partner.SftpChannel;
import xinglin.routes.sftp.SftpConnection;

/** Shows the host key that a partner's server has now, and accepts it if it is the one named. */
@Command(name = "trust-key", mixinStandardHelpOptions = true, resourceBundle = "xinglin.app.texts")
final class PartnerTrustKeyCommand implements Callable<Integer> {
  @Mixin private HomeOptions home = new HomeOptions();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "PARTNER", descriptionKey = "partner.id")
  private String id = "";

  @Option(names = "--fingerprint", paramLabel = "SHA256:…", descriptionKey = "trust.fingerprint")
  private Optional<String> fingerprint = Optional.empty();

  @Override
  public Integer call() {
    Texts texts = home.texts();
    Workplace place = Workplace.open(home.folder(), Clocks.ofEnvironment());
    PartnerTestCommand.known(place, id, texts);
    SftpChannel channel =
        place
            .directory()
            .findSftp(id)
            .orElseThrow(() -> new UsageException(texts.say("trust.no.channel", id)));
    KnownHosts known = place.knownHosts();
    String shown = SftpConnection.fingerprint(channel);
    PrintWriter out = spec.commandLine().getOut();
    out.println(texts.say("trust.shown", channel.server(), shown));
    if (channel.hostKey().isPresent()) {
      boolean same = channel.hostKey().get().equals(shown);
      out.println(texts.say(same ? "trust.pinned" : "trust.pinned.other", id));
      return (same ? Exit.DONE : Exit.STEP_FAILED).code();
    }
    boolean accepted = known.find(channel.host(), channel.port()).filter(shown::equals).isPresent();
    if (fingerprint.isEmpty()) {
      out.println(texts.say(accepted ? "trust.known" : "trust.how", id, shown));
      return Exit.DONE.code();
    }
    if (!fingerprint.get().equals(shown)) {
      throw new UsageException(texts.say("trust.differs", fingerprint.get(), shown));
    }
    known.accept(channel.host(), channel.port(), shown);
    out.println(texts.say("trust.accepted", channel.server()));
    return Exit.DONE.code();
  }
}
