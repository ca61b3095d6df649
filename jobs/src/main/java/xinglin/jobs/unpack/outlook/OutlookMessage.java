package xinglin.jobs.unpack.outlook;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.apache.poi.hsmf.MAPIMessage;
import org.apache.poi.hsmf.datatypes.AttachmentChunks;
import org.apache.poi.hsmf.datatypes.StringChunk;
import org.jspecify.annotations.Nullable;
import xinglin.jobs.open.guard.RefusalException;
import xinglin.jobs.unpack.ContentSink;
import xinglin.jobs.unpack.MeteredInput;
import xinglin.jobs.unpack.UnpackBudget;
import xinglin.jobs.unpack.text.EntryName;

/** A message that Outlook saved (.msg). Messages in it are taken apart with it. */
public final class OutlookMessage {
  private static final int DEEPEST = 5;
  private static final Set<String> PICTURES = Set.of("png", "jpg", "jpeg", "gif", "bmp");

  private OutlookMessage() {}

  /** The sender's address, if it is written in the file at all. */
  public static Optional<String> sender(Path file) throws IOException {
    try (MAPIMessage message = new MAPIMessage(file.toFile())) {
      message.setReturnNullOnMissingChunk(true);
      return text(message.getMainChunks().getEmailFromChunk())
          .map(String::strip)
          .filter(address -> address.matches("[^\\s@<>,;]+@[^\\s@<>,;]+"));
    } catch (RuntimeException e) {
      return Optional.empty();
    }
  }

  /** The subject. */
  public static Optional<String> subject(Path file) throws IOException {
    try (MAPIMessage message = new MAPIMessage(file.toFile())) {
      message.setReturnNullOnMissingChunk(true);
      return text(message.getMainChunks().getSubjectChunk());
    } catch (RuntimeException e) {
      return Optional.empty();
    }
  }

  /** Hands over every attachment. */
  public static void read(Path file, UnpackBudget budget, ContentSink sink)
      throws IOException, RefusalException {
    try (MAPIMessage message = new MAPIMessage(file.toFile())) {
      read(message, 0, budget, sink);
    } catch (RuntimeException e) {
      throw RefusalException.broken();
    }
  }

  private static void read(MAPIMessage message, int depth, UnpackBudget budget, ContentSink sink)
      throws IOException, RefusalException {
    for (AttachmentChunks attachment : attachments(message)) {
      budget.entry();
      if (attachment.isEmbeddedMessage()) {
        if (depth < DEEPEST) {
          read(attachment.getEmbeddedMessage(), depth + 1, budget, sink);
        }
        continue;
      }
      byte[] content = attachment.getEmbeddedAttachmentObject();
      String name = name(attachment);
      if (content != null && !isInText(attachment, name)) {
        sink.add(
            name, new MeteredInput(new ByteArrayInputStream(content), budget::bytes), () -> false);
      }
    }
  }

  /** In their order; POI gives them in that of their folder names. */
  private static AttachmentChunks[] attachments(MAPIMessage message) {
    AttachmentChunks[] all = message.getAttachmentFiles();
    return all == null
        ? new AttachmentChunks[0]
        : Arrays.stream(all)
            .sorted(java.util.Comparator.comparing(AttachmentChunks::getPOIFSName))
            .toArray(AttachmentChunks[]::new);
  }

  private static boolean isInText(AttachmentChunks attachment, String name) {
    return text(attachment.getAttachContentId()).isPresent()
        && PICTURES.contains(EntryName.extension(name));
  }

  private static String name(AttachmentChunks attachment) {
    return text(attachment.getAttachLongFileName())
        .or(() -> text(attachment.getAttachFileName()))
        .map(EntryName::ofAttachment)
        .orElse("");
  }

  private static Optional<String> text(@Nullable StringChunk chunk) {
    return Optional.ofNullable(chunk).map(StringChunk::getValue).filter(text -> !text.isBlank());
  }
}
