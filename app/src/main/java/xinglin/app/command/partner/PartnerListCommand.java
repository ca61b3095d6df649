package xinglin.app.command.partner;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import xinglin.app.assembly.Clocks;
import xinglin.app.assembly.Workplace;
import xinglin.app.command.Exit;
import xinglin.app.command.HomeOptions;
import xinglin.app.command.JsonOption;
import xinglin.app.settings.PartnerDirectory;
import xinglin.app.terminal.TextTable;
import xinglin.app.terminal.Texts;
import xinglin.jobs.load.Partner;

/** Lists all partners that are configured, and when each was last heard of. */
@Command(name = "list", mixinStandardHelpOptions = true)
final class PartnerListCommand implements Callable<Integer> {
  private static final Comparator<Partner> BY_ID = Comparator.comparing(Partner::id);
  @Mixin private HomeOptions home = new HomeOptions();
  @Mixin private JsonOption json = new JsonOption();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    Workplace place = Workplace.open(home.folder(), Clocks.ofEnvironment());
    Map<String, xinglin.warehouse.ledger.Partner> seen =
        place.ledger().partners().stream()
            .collect(
                Collectors.toMap(xinglin.warehouse.ledger.Partner::partnerId, Function.identity()));
    List<Partner> partners = place.partners().list().stream().sorted(BY_ID).toList();
    PrintWriter out = spec.commandLine().getOut();
    if (json.asked()) {
      out.println(
          JsonOption.write(
              partners.stream()
                  .map(
                      one ->
                          row(
                              one,
                              channels(place.directory(), one),
                              Optional.ofNullable(seen.get(one.id()))))
                  .toList()));
    } else {
      table(place.directory(), partners, seen).lines().forEach(out::println);
    }
    return Exit.DONE.code();
  }

  /** For people: {@code sftp host:port folder}. */
  private static List<String> channels(PartnerDirectory directory, Partner partner) {
    List<String> channels = new ArrayList<>();
    directory
        .findSftp(partner.id())
        .ifPresent(sftp -> channels.add("sftp " + sftp.server() + " " + sftp.folder()));
    directory.imap().stream()
        .filter(imap -> imap.partner().equals(partner.id()))
        .forEach(imap -> channels.add("imap " + imap.server().address() + " " + imap.folder()));
    return channels;
  }

  private TextTable table(
      PartnerDirectory directory,
      List<Partner> partners,
      Map<String, xinglin.warehouse.ledger.Partner> seen) {
    Texts texts = home.texts();
    TextTable table =
        new TextTable(
            List.of(
                texts.say("table.partner"),
                texts.say("table.name"),
                texts.say("table.division"),
                texts.say("table.addresses"),
                texts.say("table.channels"),
                texts.say("table.last.seen")));
    for (Partner one : partners) {
      table.row(
          one.id(),
          one.name(),
          one.division().orElse(""),
          String.join(texts.say("list.separator"), one.addresses()),
          String.join(texts.say("list.separator"), channels(directory, one)),
          Optional.ofNullable(seen.get(one.id()))
              .map(last -> last.lastSeen().atZone(Clocks.ZONE).toLocalDate().toString())
              .orElse(""));
    }
    return table;
  }

  private static Map<String, Object> row(
      Partner partner, List<String> channels, Optional<xinglin.warehouse.ledger.Partner> seen) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("partner", partner.id());
    row.put("name", partner.name());
    row.put("division", partner.division().orElse(null));
    row.put("addresses", partner.addresses());
    row.put("channels", channels);
    row.put("deliveries", seen.map(xinglin.warehouse.ledger.Partner::deliveries).orElse(0L));
    row.put(
        "last_seen",
        seen.map(last -> last.lastSeen().atZone(Clocks.ZONE).toOffsetDateTime().toString())
            .orElse(null));
    return row;
  }
}
