package xinglin.jobs.unpack.outlook;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.poi.hmef.Attachment;
import org.apache.poi.hmef.HMEFMessage;
import org.apache.poi.hmef.attribute.MAPIAttribute;
import org.apache.poi.hmef.attribute.TNEFAttribute;
import org.apache.poi.hmef.attribute.TNEFProperty;
import org.apache.poi.hsmf.datatypes.MAPIProperty;
import xinglin.jobs.open.guard.RefusalException;
import xinglin.jobs.unpack.ContentSink;
import xinglin.jobs.unpack.MeteredInput;
import xinglin.jobs.unpack.UnpackBudget;
import xinglin.jobs.unpack.text.EntryName;
import xinglin.jobs.unpack.text.SentText;

/** winmail.dat: attachments as Outlook wraps them for itself (TNEF). */
public final class TnefFile {
  private TnefFile() {}

  /** Whether it holds files; true also if it cannot be read, so that its sender is told. */
  public static boolean hasAttachments(byte[] bytes) {
    try {
      return !new HMEFMessage(new ByteArrayInputStream(bytes)).getAttachments().isEmpty();
    } catch (IOException | RuntimeException e) {
      return true;
    }
  }

  /** Hands over every file in it. */
  public static void read(Path file, UnpackBudget budget, ContentSink sink)
      throws IOException, RefusalException {
    for (Attachment attachment : attachments(Files.readAllBytes(file))) {
      budget.entry();
      byte[] content = content(attachment);
      sink.add(
          EntryName.ofAttachment(name(attachment)),
          new MeteredInput(new ByteArrayInputStream(content), budget::bytes),
          () -> false);
    }
  }

  private static java.util.List<Attachment> attachments(byte[] bytes) throws RefusalException {
    try {
      return new HMEFMessage(new ByteArrayInputStream(bytes)).getAttachments();
    } catch (IOException | RuntimeException e) {
      throw RefusalException.broken();
    }
  }

  private static byte[] content(Attachment attachment) throws RefusalException {
    try {
      return attachment.getContents();
    } catch (IllegalArgumentException e) {
      throw RefusalException.broken();
    }
  }

  /** The long name is Unicode; the short one is in the code page of the sender's Windows. */
  private static String name(Attachment attachment) {
    MAPIAttribute longName = attachment.getMAPIAttribute(MAPIProperty.ATTACH_LONG_FILENAME);
    if (longName != null) {
      String text = attachment.getLongFilename();
      if (text != null && !text.isBlank() && text.indexOf('\ufffd') < 0) {
        return text.replace("\0", "");
      }
    }
    TNEFAttribute title = attachment.getAttribute(TNEFProperty.ID_ATTACHTITLE);
    return title == null ? "" : SentText.guess(title.getData()).replace("\0", "");
  }
}
