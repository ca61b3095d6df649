package xinglin.jobs.exchange.returned;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import xinglin.jobs.exchange.RefusedException;
import xinglin.warehouse.ledger.PackageEntry;

/** A request for packages of ours, proven: section 10 of the specification. */
record AskedPackages(String region, List<PackageEntry> packages) {
  private static final String PROTOCOL = "yrd-request-1";

  AskedPackages {
    packages = List.copyOf(packages);
  }

  /**
   * Reads a request.
   *
   * @throws RefusedException if anything of it is wrong, or both sides follow different chains
   */
  static AskedPackages read(
      ReturnFile file, ReturnSender sender, OurPackages ours, Instant received)
      throws RefusedException {
    SignedText asked =
        sender.verify(
            file.text(ReturnFile.REQUEST), file.signature(ReturnFile.REQUEST), received, PROTOCOL);
    if (!asked.word("kind").equals("resend")) {
      throw SignedText.wrong("kind");
    }
    String region = asked.word("from");
    String profile = asked.word("profile");
    int understood = asked.number("understood");
    Optional<String> theirs = asked.digest("digest");
    Optional<String> known =
        ours.findBySequence(region, profile, understood)
            .map(entry -> OurPackages.content(entry).digest());
    if (!theirs.equals(understood == 0 ? Optional.empty() : known)) {
      throw Fault.REQUEST_DIFFERS.of(String.valueOf(understood));
    }
    List<PackageEntry> packages = new ArrayList<>();
    for (int number : asked.numbers("missing")) {
      packages.add(
          ours.findBySequence(region, profile, number)
              .orElseThrow(() -> Fault.REQUEST_UNKNOWN.of(String.valueOf(number))));
    }
    return new AskedPackages(region, packages);
  }
}
