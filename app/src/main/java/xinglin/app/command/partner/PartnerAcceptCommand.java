package xinglin.app.command.partner;

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
import xinglin.jobs.load.Acceptances;
import xinglin.jobs.load.Partner;
import xinglin.warehouse.ledger.Delivery;

/** Lets a delivery of an unknown sender be loaded, as that of a partner. */
@Command(name = "accept", mixinStandardHelpOptions = true)
final class PartnerAcceptCommand implements Callable<Integer> {
  @Mixin private HomeOptions home = new HomeOptions();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "DELIVERY", descriptionKey = "accept.delivery")
  private String delivery = "";

  @Option(names = "--as", paramLabel = "PARTNER", descriptionKey = "accept.as")
  private Optional<String> partner = Optional.empty();

  @Option(names = "--reason", paramLabel = "TEXT", descriptionKey = "accept.reason")
  private String reason = "";

  @Override
  public Integer call() {
    Texts texts = home.texts();
    Workplace place = Workplace.open(home.folder(), Clocks.ofEnvironment());
    Delivery held =
        place
            .ledger()
            .findDelivery(delivery)
            .filter(known -> known.outcome().filter("quarantined"::equals).isPresent())
            .orElseThrow(() -> new UsageException(texts.say("accept.not.held", delivery)));
    Partner actual = partner(place, held, texts);
    if (!new Acceptances(place.ledger())
        .accept(delivery, actual.id(), reason, place.clock().instant())) {
      throw new UsageException(texts.say("accept.not.held", delivery));
    }
    spec.commandLine().getOut().println(texts.say("accept.done", delivery, actual.name()));
    return Exit.DONE.code();
  }

  /** The one that is named, else the one whose address has been registered in the meantime. */
  private Partner partner(Workplace place, Delivery held, Texts texts) {
    if (partner.isPresent()) {
      return place
          .partners()
          .findById(partner.get())
          .orElseThrow(() -> new UsageException(texts.say("accept.no.partner", partner.get())));
    }
    String sender = held.envelope().arrival().sender().orElse("");
    return place
        .partners()
        .findByAddress(sender)
        .orElseThrow(() -> new UsageException(texts.say("accept.unknown", sender)));
  }
}
