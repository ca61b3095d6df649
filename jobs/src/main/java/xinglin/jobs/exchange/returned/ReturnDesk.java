package xinglin.jobs.exchange.returned;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import xinglin.jobs.exchange.IssueJson;
import xinglin.jobs.exchange.RefusedException;
import xinglin.jobs.exchange.agreement.Agreements;
import xinglin.jobs.exchange.seal.Sealing;
import xinglin.jobs.unpack.Unpacked;
import xinglin.warehouse.failure.DeliveryException;
import xinglin.warehouse.ledger.PackageEntry;
import xinglin.warehouse.ledger.PackageLedger;
import xinglin.warehouse.ledger.returned.PackageReturn;
import xinglin.warehouse.ledger.returned.PackageReturn.Kind;
import xinglin.warehouse.ledger.returned.PackageReturn.State;
import xinglin.warehouse.ledger.returned.ReturnLedger;
import xinglin.warehouse.raw.Envelope;
import xinglin.warehouse.raw.RawStore;

/**
 * Takes what partner regions send about our packages: answers are verified and booked, requests
 * lead to sending again. What was taken once is not taken again; what was wrong is looked at anew
 * when everything is loaded again. One thread.
 */
public final class ReturnDesk {
  private final RawStore raw;
  private final PackageLedger packages;
  private final ReturnLedger returns;
  private final Sealing sealing;
  private final Agreements agreements;
  private final OurPackages ours;

  /**
   * @param agreements of a region that has an id
   */
  public ReturnDesk(
      RawStore raw,
      PackageLedger packages,
      ReturnLedger returns,
      Sealing sealing,
      Agreements agreements) {
    this.raw = raw;
    this.packages = packages;
    this.returns = returns;
    this.sealing = sealing;
    this.agreements = agreements;
    this.ours = new OurPackages(packages, agreements.own().orElseThrow());
  }

  /** Whether a delivery is of this kind; it is no form then, whatever is wrong with it. */
  public boolean isReturn(Envelope envelope) {
    return kind(envelope).isPresent();
  }

  private Optional<Kind> kind(Envelope envelope) {
    try {
      boolean receipt =
          agreements.findByPartner(envelope.arrival().partner()).isPresent()
              && ReturnFile.isReceipt(envelope.arrival().fileName());
      return receipt ? Optional.of(Kind.RECEIPT) : ReturnFile.kind(raw.path(envelope.sha256()));
    } catch (IOException e) {
      throw disk(envelope, e);
    }
  }

  /**
   * Takes everything that came.
   *
   * @param arrived in any order, each with the partner it came from
   */
  public void decide(String runId, List<Envelope> arrived) {
    for (Envelope envelope : arrived.stream().sorted(Envelope.BY_RECEIPT).toList()) {
      Optional<PackageReturn> known = returns.find(envelope.deliveryId());
      if (known.isEmpty() || known.get().state() == State.WRONG) {
        kind(envelope).ifPresent(kind -> take(runId, envelope, kind));
      }
    }
  }

  private void take(String runId, Envelope envelope, Kind kind) {
    try {
      switch (kind) {
        case ANSWERS -> answers(runId, envelope);
        case REQUEST -> request(runId, envelope);
        case RECEIPT -> returns.put(booked(runId, envelope, kind, State.TAKEN));
      }
    } catch (RefusedException e) {
      returns.put(
          new PackageReturn(
              envelope.deliveryId(),
              envelope.arrival().partner(),
              kind,
              envelope.arrival().fileName(),
              envelope.arrival().receivedAt(),
              State.WRONG,
              Optional.empty(),
              Optional.of(e.issue().code()),
              Optional.of(IssueJson.write(e.issue())),
              runId));
    } catch (IOException e) {
      throw disk(envelope, e);
    }
  }

  private void answers(String runId, Envelope envelope) throws RefusedException, IOException {
    GotAnswers got =
        GotAnswers.read(
            ReturnFile.read(raw.path(envelope.sha256())),
            sender(envelope),
            ours,
            envelope.arrival().receivedAt());
    PackageReturn taken =
        about(
            booked(runId, envelope, Kind.ANSWERS, got.unread() ? State.UNREAD_THERE : State.TAKEN),
            got.ours(),
            got.refused());
    if (!got.unread() && got.isBetterThan(packages.answers(got.ours().packageId()))) {
      returns.answered(taken, got.answers(), got.state());
    } else {
      returns.put(taken);
    }
  }

  private void request(String runId, Envelope envelope) throws RefusedException, IOException {
    AskedPackages asked =
        AskedPackages.read(
            ReturnFile.read(raw.path(envelope.sha256())),
            sender(envelope),
            ours,
            envelope.arrival().receivedAt());
    returns.asked(
        about(
            booked(runId, envelope, Kind.REQUEST, State.TAKEN),
            asked.packages().get(0),
            Optional.empty()),
        asked.packages().stream().map(PackageEntry::packageId).toList());
  }

  private ReturnSender sender(Envelope envelope) {
    return new ReturnSender(sealing, agreements, envelope.arrival().partner());
  }

  private static PackageReturn booked(String runId, Envelope envelope, Kind kind, State state) {
    Instant received = envelope.arrival().receivedAt();
    return new PackageReturn(
        envelope.deliveryId(),
        envelope.arrival().partner(),
        kind,
        envelope.arrival().fileName(),
        received,
        state,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        runId);
  }

  private static PackageReturn about(PackageReturn one, PackageEntry ours, Optional<String> code) {
    return new PackageReturn(
        one.deliveryId(),
        ours.partnerId(),
        one.kind(),
        one.name(),
        one.receivedAt(),
        one.state(),
        Optional.of(ours.packageId()),
        code,
        one.issue(),
        one.runId());
  }

  private static DeliveryException disk(Envelope envelope, IOException e) {
    return new DeliveryException(
        "Cannot open delivery " + envelope.deliveryId(), DeliveryException.Retry.SAFE, e);
  }

  /** What was decided about a delivery, as unpacking hands it on; empty for what is none. */
  public Optional<List<Unpacked>> contents(Envelope envelope) {
    return returns
        .find(envelope.deliveryId())
        .map(
            taken ->
                List.of(
                    new Unpacked.Container(
                        envelope, "loaded", taken.issue().map(IssueJson::read).stream().toList())));
  }
}
