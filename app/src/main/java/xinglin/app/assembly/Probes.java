package xinglin.app.assembly;

import java.util.ArrayList;
import java.util.List;
import xinglin.routes.folder.FolderProbe;
import xinglin.routes.imap.ImapProbe;
import xinglin.routes.partner.ChannelProbe;
import xinglin.routes.sftp.SftpProbe;
import xinglin.routes.smtp.SmtpProbe;

/** Every channel that is configured, ready to be tried out. */
public final class Probes {
  private Probes() {}

  /** Of all partners and the office, in the order of their files. */
  public static List<ChannelProbe> of(Workplace place) {
    List<ChannelProbe> probes = new ArrayList<>();
    place
        .directory()
        .sftp()
        .forEach(channel -> probes.add(new SftpProbe(channel, place.knownHosts())));
    place.directory().folders().forEach(channel -> probes.add(new FolderProbe(channel)));
    new Mailboxes(place).list().forEach(channel -> probes.add(new ImapProbe(channel)));
    Dispatch.smtp(place).forEach(channel -> probes.add(new SmtpProbe(channel)));
    return probes;
  }
}
