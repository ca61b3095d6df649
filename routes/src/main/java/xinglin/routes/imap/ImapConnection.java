package xinglin.routes.imap;

import jakarta.mail.Folder;
import jakarta.mail.FolderNotFoundException;
import jakarta.mail.MessagingException;
import jakarta.mail.Quota;
import jakarta.mail.ReadOnlyFolderException;
import jakarta.mail.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.angus.mail.iap.Argument;
import org.eclipse.angus.mail.iap.Response;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import xinglin.routes.partner.ChannelException;
import xinglin.routes.partner.ChannelException.Problem;
import xinglin.routes.partner.ImapChannel;

/**
 * One session with a mail server. Commands are put by UID and their answers looked at one by one: a
 * message that the server cannot read is an answer, not an exception, and spoils no other.
 */
final class ImapConnection implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ImapConnection.class);
  private static final String PROTOCOL = "imap";
  private final ImapChannel channel;
  private final IMAPStore store;
  private final List<IMAPFolder> opened = new ArrayList<>();

  private ImapConnection(ImapChannel channel, IMAPStore store) {
    this.channel = channel;
    this.store = store;
  }

  /**
   * Connects and logs in.
   *
   * @throws ChannelException with what an operator has to do
   */
  static ImapConnection open(ImapChannel channel, Map<String, String> environment) {
    String password = channel.server().secret(environment).orElse("");
    try {
      Session session = Session.getInstance(channel.server().properties(PROTOCOL));
      IMAPStore store = (IMAPStore) session.getStore(PROTOCOL);
      ImapConnection connection = new ImapConnection(channel, store);
      store.connect(
          channel.server().host(),
          channel.server().port(),
          channel.server().user().orElse(""),
          password);
      return connection;
    } catch (MessagingException e) {
      throw channel.server().failure(e);
    }
  }

  /**
   * Opens the folder where messages arrive, to read and to move.
   *
   * @throws ChannelException if it is not there, or only to be read
   */
  Mailbox mailbox() {
    try {
      IMAPFolder folder = (IMAPFolder) store.getFolder(channel.folder());
      folder.open(Folder.READ_WRITE);
      opened.add(folder);
      return new Mailbox(channel, this, folder);
    } catch (FolderNotFoundException e) {
      throw folder(Problem.FOLDER_MISSING, String.valueOf(e.getMessage()));
    } catch (ReadOnlyFolderException e) {
      throw folder(Problem.FOLDER_NOT_WRITABLE, String.valueOf(e.getMessage()));
    } catch (MessagingException e) {
      throw store.isConnected()
          ? folder(Problem.FOLDER_MISSING, String.valueOf(e.getMessage()))
          : channel.server().failure(e);
    }
  }

  private ChannelException folder(Problem problem, String words) {
    return new ChannelException(problem, channel.folder(), channel.server().address(), words);
  }

  /**
   * Puts one command.
   *
   * @throws ChannelException if there is no answer
   */
  Answer command(IMAPFolder folder, String command, Optional<Argument> arguments) {
    try {
      Response[] responses =
          (Response[])
              folder.doCommand(protocol -> protocol.command(command, arguments.orElse(null)));
      Answer answer = new Answer(responses);
      if (answer.last().isBYE()) {
        throw broken(answer);
      }
      return answer;
    } catch (MessagingException e) {
      throw channel.server().failure(e);
    }
  }

  /** What to say when an answer makes going on impossible. */
  ChannelException broken(Answer answer) {
    Exception cause = answer.last().getException();
    LOG.debug("{} broke off", channel.id(), cause);
    return new ChannelException(
        Problem.BROKEN_OFF,
        channel.server().address(),
        cause == null ? answer.words() : String.valueOf(cause.getMessage()));
  }

  boolean can(String capability) {
    try {
      return store.hasCapability(capability);
    } catch (MessagingException e) {
      throw channel.server().failure(e);
    }
  }

  /** A name below what is this user's own, on servers where nothing may stand beside it. */
  String ownName(String name) {
    try {
      Folder[] own = store.getPersonalNamespaces();
      return own.length == 0 ? name : own[0].getFolder(name).getFullName();
    } catch (MessagingException e) {
      throw channel.server().failure(e);
    }
  }

  /** How much room is used; empty where the server does not tell. */
  List<Quota> quota(IMAPFolder folder) {
    try {
      return can("QUOTA") ? List.of(folder.getQuota()) : List.of();
    } catch (MessagingException e) {
      LOG.debug("no quota of {}", channel.id(), e);
      return List.of();
    }
  }

  @Override
  public void close() {
    try {
      for (IMAPFolder folder : opened) {
        if (folder.isOpen()) {
          folder.close(false);
        }
      }
      store.close();
    } catch (MessagingException e) {
      LOG.debug("closing {}", channel.id(), e);
    }
  }
}
