package xinglin.app.command.partner;

import java.io.PrintWriter;
import java.util.List;
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
import xinglin.routes.openpgp.KeyRing;
import xinglin.routes.partner.KnownHosts;
import xinglin.routes.partner.SftpChannel;
import xinglin.routes.sftp.SftpConnection;

/**
 * Shows the keys of a partner that are still to be trusted: the host key that its server has now,
 * and the keys that sign its packages. Accepts the one that is named.
 */
@Command(name = "trust-key", mixinStandardHelpOptions = true)
final class PartnerTrustKeyCommand implements Callable<Integer> {
  @Mixin private HomeOptions home = new HomeOptions();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "PARTNER", descriptionKey = "partner.id")
  private String id = "";

  @Option(names = "--fingerprint", paramLabel = "FINGERPRINT", descriptionKey = "trust.fingerprint")
  private Optional<String> fingerprint = Optional.empty();

  @Override
  public Integer call() {
    Texts texts = home.texts();
    Workplace place = Workplace.open(home.folder(), Clocks.ofEnvironment());
    PartnerTestCommand.known(place, id, texts);
    List<KeyRing.Shown> signing = place.keys().shown(id);
    boolean isSigning = fingerprint.filter(given -> !given.startsWith("SHA256:")).isPresent();
    if (isSigning || (!signing.isEmpty() && place.directory().findSftp(id).isEmpty())) {
      return signingKeys(place, signing, texts);
    }
    signing.forEach(key -> spec.commandLine().getOut().println(line(key, texts)));
    return hostKey(place, texts);
  }

  private int signingKeys(Workplace place, List<KeyRing.Shown> keys, Texts texts) {
    PrintWriter out = spec.commandLine().getOut();
    Optional<String> given = fingerprint.map(text -> text.replace(" ", ""));
    if (given.isEmpty()) {
      keys.forEach(key -> out.println(line(key, texts)));
      return Exit.DONE.code();
    }
    KeyRing.Shown key =
        keys.stream()
            .filter(one -> one.fingerprint().equalsIgnoreCase(given.get()))
            .findFirst()
            .orElseThrow(
                () -> new UsageException(texts.say("trust.signing.none", id, given.get())));
    if (key.key().fingerprint().isEmpty()) {
      place.trustedKeys().accept(id, key.fingerprint());
    }
    out.println(texts.say("trust.signing.accepted", key.fingerprint(), id));
    return Exit.DONE.code();
  }

  private String line(KeyRing.Shown key, Texts texts) {
    String shown =
        texts.say(
            "trust.signing.shown", key.key().file().getFileName(), key.fingerprint(), key.userId());
    return shown
        + "\n  "
        + texts.say(
            key.isTrusted() ? "trust.signing.known" : "trust.signing.how", id, key.fingerprint());
  }

  private int hostKey(Workplace place, Texts texts) {
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
