package xinglin.routes.partner;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateFactory;
import java.security.cert.CertificateNotYetValidException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.eclipse.angus.mail.util.MailConnectException;
import org.jspecify.annotations.Nullable;
import xinglin.routes.partner.ChannelException.Problem;

/**
 * A mail server and how the connection to it is protected: IMAP and SMTP alike.
 *
 * @param user empty if the server lets this machine in without a password
 * @param password a reference
 * @param authority file with the certificates (PEM) of the only authorities to be trusted; without
 *     it those of this Java runtime are
 */
public record MailServer(
    String host,
    int port,
    Optional<String> user,
    Optional<Secret> password,
    Protection protection,
    Optional<Path> authority) {
  private static final Duration CONNECT = Duration.ofSeconds(15);
  private static final Duration ANSWER = Duration.ofSeconds(60);

  /** How a connection is protected. */
  public enum Protection {
    /** From the first byte. */
    TLS,
    /** From the server's greeting on; without it nothing more is said. */
    STARTTLS,
    /** Not at all: on this machine only. */
    NONE
  }

  /** Whether a host is this machine. */
  public static boolean isThisMachine(String host) {
    return host.equals("localhost") || host.equals("::1") || host.matches("127(\\.[0-9]{1,3}){3}");
  }

  /** For people: the server. */
  public String address() {
    return host + ":" + port;
  }

  /** The password, if one is asked for; throws ChannelException as {@link Secret#read}. */
  public Optional<String> secret(Map<String, String> environment) {
    return password.map(reference -> reference.read(environment));
  }

  /**
   * Settings of a Jakarta Mail session: protection, certificate and host name checked, every wait
   * ends.
   *
   * @param protocol {@code smtp} or {@code imap}, whatever the protection
   */
  public Properties properties(String protocol) {
    if (protection == Protection.NONE && !isThisMachine(host)) {
      throw new ChannelException(Problem.TLS_MISSING, address(), "tls: none");
    }
    String mail = "mail." + protocol + ".";
    Properties properties = new Properties();
    properties.put("mail.transport.protocol", protocol);
    properties.put("mail.store.protocol", protocol);
    properties.put(mail + "host", host);
    properties.put(mail + "port", String.valueOf(port));
    properties.put(mail + "connectiontimeout", String.valueOf(CONNECT.toMillis()));
    properties.put(mail + "timeout", String.valueOf(ANSWER.toMillis()));
    properties.put(mail + "writetimeout", String.valueOf(ANSWER.toMillis()));
    properties.put(mail + "auth", String.valueOf(user.isPresent()));
    if (protection != Protection.NONE) {
      boolean fromTheStart = protection == Protection.TLS;
      properties.put(mail + "ssl.enable", String.valueOf(fromTheStart));
      properties.put(mail + "starttls.enable", String.valueOf(!fromTheStart));
      properties.put(mail + "starttls.required", String.valueOf(!fromTheStart));
      properties.put(mail + "ssl.checkserveridentity", "true");
      properties.put(mail + "ssl.protocols", "TLSv1.3 TLSv1.2");
      // Else a server that the stated authority does not vouch for is tried with all others.
      properties.put(mail + "socketFactory.fallback", "false");
      authority.ifPresent(file -> properties.put(mail + "ssl.socketFactory", trusting(file)));
    }
    return properties;
  }

  private static SSLSocketFactory trusting(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
      store.load(null, null);
      int number = 0;
      for (Certificate known : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
        store.setCertificateEntry(String.valueOf(number++), known);
      }
      TrustManagerFactory trust =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(store);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, trust.getTrustManagers(), null);
      return context.getSocketFactory();
    } catch (IOException | GeneralSecurityException e) {
      throw new ChannelException(
          Problem.AUTHORITY_UNREADABLE, file.toString(), String.valueOf(e.getMessage()));
    }
  }

  /** What an operator has to look at when connecting, logging in or talking failed. */
  public ChannelException failure(Exception failed) {
    for (Throwable cause = failed; cause != null; cause = next(cause)) {
      if (cause instanceof ChannelException known) {
        return known;
      }
      if (cause instanceof AuthenticationFailedException) {
        return new ChannelException(Problem.LOGIN_REFUSED, address(), user.orElse(""));
      }
      if (cause instanceof CertificateExpiredException
          || cause instanceof CertificateNotYetValidException) {
        return said(Problem.CERTIFICATE_EXPIRED, cause);
      }
      if (cause instanceof UnknownHostException
          || cause instanceof MailConnectException
          || cause instanceof ConnectException
          || cause instanceof NoRouteToHostException) {
        return said(Problem.UNREACHABLE, cause);
      }
    }
    return byWords(failed);
  }

  /** What is told apart by its words alone. */
  private ChannelException byWords(Exception failed) {
    Throwable last = failed;
    for (Throwable cause = failed; cause != null; cause = next(cause)) {
      String words = String.valueOf(cause.getMessage());
      if (words.contains("STARTTLS is required") || words.contains("STARTTLS required")) {
        return said(Problem.TLS_MISSING, cause);
      }
      if (words.contains("No subject alternative")
          || words.contains("No name matching")
          || words.contains("identity")) {
        return said(Problem.CERTIFICATE_OTHER_NAME, cause);
      }
      if (words.contains("PKIX path") || words.contains("unable to find valid certification")) {
        return said(Problem.CERTIFICATE_UNTRUSTED, cause);
      }
      if (cause instanceof SSLException) {
        return said(Problem.TLS_MISSING, cause);
      }
      last = cause;
    }
    return said(Problem.BROKEN_OFF, last);
  }

  private ChannelException said(Problem problem, Throwable cause) {
    String words = String.valueOf(cause.getMessage()).replaceAll("\\s+", " ").strip();
    return new ChannelException(problem, address(), words);
  }

  private static @Nullable Throwable next(Throwable failure) {
    return failure instanceof MessagingException mail && mail.getNextException() != null
        ? mail.getNextException()
        : failure.getCause();
  }
}
