package xinglin.jobs.load;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongConsumer;
import xinglin.jobs.load.Admission.Admitted;
import xinglin.jobs.unpack.Unpacked;
import xinglin.jobs.unpack.mail.Letterhead;
import xinglin.schemas.exchange.PenaltySheet;
import xinglin.schemas.finding.Finding;
import xinglin.schemas.reading.FormReading;
import xinglin.warehouse.decide.ReadingRows;
import xinglin.warehouse.lake.Lake;
import xinglin.warehouse.lake.PartitionWriter;
import xinglin.warehouse.lead.LeadRecords;
import xinglin.warehouse.ledger.Delivery;
import xinglin.warehouse.ledger.Ledger;
import xinglin.warehouse.penalty.PenaltyContext;
import xinglin.warehouse.penalty.PenaltyRecords;
import xinglin.warehouse.penalty.RecordsUnreadableException;
import xinglin.warehouse.raw.Envelope;
import xinglin.warehouse.raw.RawStore;

/**
 * Reads the deliveries of one partition into uncommitted files. Thread safe: each call has its own
 * reader and writer.
 */
final class PartitionReader {
  private static final long PAGE = 200;
  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
  private final Ledger ledger;
  private final RawStore raw;
  private final Lake lake;
  private final LoadSettings settings;
  private final Admission admission;
  private final Function<Envelope, Optional<List<Unpacked>>> packages;

  PartitionReader(
      Ledger ledger,
      RawStore raw,
      Lake lake,
      LoadSettings settings,
      Admission admission,
      Function<Envelope, Optional<List<Unpacked>>> packages) {
    this.packages = packages;
    this.admission = admission;
    this.ledger = ledger;
    this.raw = raw;
    this.lake = lake;
    this.settings = settings;
  }

  /**
   * Reads a stretch; done before, it does nothing.
   *
   * @param each told after each delivery, with the total of the run
   */
  void read(String runId, Stretch stretch, LongConsumer each) {
    if (lake.isFinished(runId, stretch.name())) {
      return;
    }
    ReadingRows rows =
        new ReadingRows(
            runId, settings.clock().instant(), settings.definitions(), settings.accumulation());
    try (DeliveryReader reader =
            new DeliveryReader(
                raw,
                settings.limits(),
                settings.reader(),
                settings.findings(),
                settings.penalties().layouts(),
                packages);
        PartitionWriter writer = lake.writer(runId, stretch.name())) {
      for (long from = stretch.from(); from < stretch.to(); from += PAGE) {
        List<Delivery> page = ledger.ofRun(runId, from, Math.min(PAGE, stretch.to() - from));
        List<Envelope> inside = new ArrayList<>();
        for (Delivery delivery : page) {
          inside.addAll(read(delivery.envelope(), reader, rows, writer));
          each.accept(stretch.total());
        }
        ledger.receiveInside(runId, inside);
      }
      writer.finish();
    }
  }

  /** Reads one arrival with everything inside it; returns what was inside. */
  private List<Envelope> read(
      Envelope arrived, DeliveryReader reader, ReadingRows rows, PartitionWriter writer) {
    Optional<Letterhead> letterhead = reader.letterhead(arrived);
    Admitted admitted = admission.admit(arrived, letterhead);
    Envelope envelope = admitted.envelope();
    if (!envelope.equals(arrived)) {
      ledger.identify(envelope);
    }
    letterhead.ifPresent(
        known ->
            ledger.checkedSender(
                envelope.deliveryId(), text(admitted.check().code()), text(admitted.heldCodes())));
    if (admitted.quarantined()) {
      rows.write(writer, envelope, "quarantined", List.of());
      return List.of();
    }
    List<Envelope> inside = new ArrayList<>();
    List<Unpacked> unpacked = reader.unpack(envelope);
    if (unpacked.stream().anyMatch(Unpacked.Waiting.class::isInstance)) {
      return List.of();
    }
    for (Unpacked one : unpacked) {
      if (one instanceof Unpacked.Container container) {
        List<Finding> findings = container.issues().stream().map(settings.findings()).toList();
        rows.write(writer, one.envelope(), container.outcome(), findings);
      } else {
        write(one.envelope(), reader, reader.read(one), rows, writer);
      }
      if (!one.envelope().deliveryId().equals(envelope.deliveryId())) {
        inside.add(one.envelope());
      }
    }
    return inside;
  }

  private static Optional<String> text(String text) {
    return Optional.of(text).filter(known -> !known.isEmpty());
  }

  private void write(
      Envelope envelope,
      DeliveryReader reader,
      Read read,
      ReadingRows rows,
      PartitionWriter writer) {
    if (read instanceof Read.Penalties penalties) {
      records(envelope, reader, penalties, rows, writer);
    } else if (read instanceof Read.Leads leads) {
      try (LeadRecords judged = settings.leads().judge(leads.part())) {
        rows.write(writer, envelope, List.of(judged), List.of());
      }
    } else {
      rows.write(writer, envelope, ((Read.Forms) read).reading());
    }
  }

  /** Everything of a file is judged before anything of it is written. */
  private void records(
      Envelope envelope,
      DeliveryReader reader,
      Read.Penalties penalties,
      ReadingRows rows,
      PartitionWriter writer) {
    LocalDate receivedOn = LocalDate.ofInstant(envelope.arrival().receivedAt(), CHINA);
    Optional<String> division =
        settings
            .partners()
            .senderDivision(envelope.arrival().partner(), envelope.arrival().sender());
    List<PenaltyRecords> judged = new ArrayList<>();
    try {
      for (PenaltySheet sheet : penalties.sheets()) {
        PenaltyContext context = new PenaltyContext(judged.size(), division, receivedOn);
        judged.add(settings.penalties().judge(sheet, context));
      }
      List<FormReading> beside =
          penalties.beside().forms().stream()
              .map(form -> form.numbered(judged.size() + form.ordinal()))
              .toList();
      rows.write(writer, envelope, judged, beside);
    } catch (RecordsUnreadableException e) {
      rows.write(writer, envelope, reader.failed(envelope, e));
    } finally {
      judged.forEach(PenaltyRecords::close);
    }
  }
}
