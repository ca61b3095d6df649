package xinglin.jobs.unpack.mail;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.MimeIOException;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.QuotedPrintableInputStream;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.Event;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.stream.RecursionMode;
import xinglin.jobs.open.guard.Limit;
import xinglin.jobs.open.guard.RefusalException;
import xinglin.jobs.unpack.ContentException;
import xinglin.jobs.unpack.ContentSink;
import xinglin.jobs.unpack.MeteredInput;
import xinglin.jobs.unpack.StoredInput;
import xinglin.jobs.unpack.UnpackBudget;
import xinglin.jobs.unpack.outlook.TnefFile;

/**
 * Takes a mail message apart, one part after the other, without holding any of them. A message
 * inside it is handed over whole, as one of its files.
 */
public final class MessageReader {
  private static final int LONGEST_HEADER = 1 << 20;
  private static final int MOST_FIELDS = 5_000;
  private static final int BODY_LOOKED_AT = 1 << 18;
  private static final String FORWARDED = "转发的邮件.eml";
  private final UnpackBudget budget;
  private final ContentSink sink;
  private final Truncation truncation = new Truncation();
  private final Deque<String> around = new ArrayDeque<>();
  private boolean cloudLink;

  private MessageReader(UnpackBudget budget, ContentSink sink) {
    this.budget = budget;
    this.sink = sink;
  }

  /** The header alone; everything empty if it cannot be read. */
  public static Letterhead letterhead(Path file, int start) throws IOException {
    return Letterhead.of(header(file, start));
  }

  /** What an answer to the message refers to; nothing if the header cannot be read. */
  public static Correspondence correspondence(Path file, int start) throws IOException {
    return Correspondence.of(header(file, start));
  }

  /** The header alone, of bytes that begin with it. */
  public static Letterhead letterhead(InputStream in) throws IOException {
    return Letterhead.of(header(in));
  }

  private static PartHeader header(Path file, int start) throws IOException {
    try (InputStream in = new StoredInput(file, start)) {
      return header(in);
    }
  }

  private static PartHeader header(InputStream in) throws IOException {
    PartHeader header = new PartHeader();
    try {
      MimeTokenStream tokens = tokens(DecodeMonitor.SILENT);
      tokens.parse(in);
      for (EntityState state = tokens.getState();
          state != EntityState.T_END_HEADER && state != EntityState.T_END_OF_STREAM;
          state = tokens.next()) {
        if (state == EntityState.T_FIELD) {
          header.add(tokens.getField());
        }
      }
    } catch (MimeException | MimeIOException e) {
      return new PartHeader();
    }
    return header;
  }

  /**
   * Hands over every attachment.
   *
   * @param start where the header begins
   */
  public static MessageContent read(Path file, int start, UnpackBudget budget, ContentSink sink)
      throws IOException, RefusalException {
    try (InputStream in = new StoredInput(file, start)) {
      return new MessageReader(budget, sink).read(in);
    } catch (MimeException | MimeIOException e) {
      throw RefusalException.broken();
    } catch (ContentException e) {
      throw e.getCause() instanceof RefusalException refusal ? refusal : RefusalException.broken();
    }
  }

  private static MimeTokenStream tokens(DecodeMonitor monitor) {
    MimeConfig config =
        new MimeConfig.Builder()
            .setMaxLineLen(-1)
            .setMaxHeaderLen(LONGEST_HEADER)
            .setMaxHeaderCount(MOST_FIELDS)
            .setMaxContentLen(-1)
            .build();
    MimeTokenStream tokens = new MimeTokenStream(config, monitor, null);
    tokens.setRecursionMode(RecursionMode.M_NO_RECURSE);
    return tokens;
  }

  private MessageContent read(InputStream in) throws IOException, MimeException, RefusalException {
    MimeTokenStream tokens = tokens(truncation);
    tokens.parse(in);
    PartHeader first = new PartHeader();
    PartHeader header = first;
    boolean outermost = true;
    for (EntityState state = tokens.getState();
        state != EntityState.T_END_OF_STREAM;
        state = tokens.next()) {
      switch (state) {
        case T_START_HEADER -> {
          header = outermost ? first : new PartHeader();
          outermost = false;
          budget.entry();
        }
        case T_FIELD -> header.add(tokens.getField());
        case T_START_MULTIPART ->
            around.push(tokens.getBodyDescriptor().getMimeType().toLowerCase(Locale.ROOT));
        case T_END_MULTIPART -> around.pop();
        case T_BODY -> part(header, tokens.getInputStream());
        default -> {}
      }
    }
    return new MessageContent(Letterhead.of(first), cloudLink, truncation.found);
  }

  private void part(PartHeader header, InputStream raw) throws IOException, RefusalException {
    String within = around.isEmpty() ? "" : around.peek();
    switch (PartRole.of(header, within)) {
      case BODY -> body(header, raw);
      case TNEF -> tnef(header, raw);
      case ATTACHMENT -> attachment(header, raw);
      case IGNORED -> {}
    }
  }

  private void body(PartHeader header, InputStream raw) throws IOException {
    InputStream text = new MeteredInput(Transfer.of(header, raw).content(), budget::bytes);
    cloudLink |= CloudLinks.isIn(text.readNBytes(BODY_LOOKED_AT));
  }

  private void attachment(PartHeader header, InputStream raw) throws IOException, RefusalException {
    Transfer transfer = Transfer.of(header, raw);
    boolean message = header.parameters("content-type").value().equals("message/rfc822");
    String name = header.name().isEmpty() && message ? FORWARDED : header.name();
    sink.add(name, new MeteredInput(transfer.content(), budget::bytes), transfer::isDamaged);
  }

  /** Most winmail.dat hold formatting only; those are nothing that anybody sent. */
  private void tnef(PartHeader header, InputStream raw) throws IOException, RefusalException {
    Transfer transfer = Transfer.of(header, raw);
    int most = (int) Math.min(Integer.MAX_VALUE - 8, budget.limits().bytes());
    byte[] bytes = new MeteredInput(transfer.content(), budget::bytes).readNBytes(most);
    if (bytes.length == most) {
      throw Limit.BYTES.exceeded(most);
    }
    if (TnefFile.hasAttachments(bytes)) {
      sink.add(header.name(), new ByteArrayInputStream(bytes), transfer::isDamaged);
    }
  }

  /** A part as its transfer encoding has it. */
  private record Transfer(InputStream content, java.util.function.BooleanSupplier damage) {
    static Transfer of(PartHeader header, InputStream raw) {
      String encoding = header.parameters("content-transfer-encoding").value();
      return switch (encoding) {
        case "base64" -> {
          Base64Input decoded = new Base64Input(raw);
          yield new Transfer(decoded, decoded::isDamaged);
        }
        case "quoted-printable" ->
            new Transfer(new QuotedPrintableInputStream(raw, DecodeMonitor.SILENT), () -> false);
        case "", "7bit", "8bit", "binary" -> new Transfer(raw, () -> false);
        default -> new Transfer(raw, () -> true);
      };
    }

    boolean isDamaged() {
      return damage.getAsBoolean();
    }
  }

  /** Notices that a multipart ends without its closing line. */
  private static final class Truncation extends DecodeMonitor {
    private boolean found;

    @Override
    public boolean warn(String error, String dropped) {
      found |= error.contains(Event.MIME_BODY_PREMATURE_END.toString());
      return false;
    }

    @Override
    public boolean isListening() {
      return true;
    }
  }
}
