package xinglin.routes.imap;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/**
 * Stands between a client and an IMAP server and does what that server does not: TLS with any
 * certificate, answers of its own, changed lines, broken connections. Commands fit on a line.
 */
final class ImapProxy implements AutoCloseable {
  /** Instead of an answer: the connection ends here. */
  static final String CUT = "";

  private final ServerSocket listening;
  private final int behind;
  private final Optional<SSLContext> certificate;
  private final boolean startTls;
  private final Function<String, Optional<String>> answers;
  private final UnaryOperator<String> changed;
  private final List<Socket> open = new CopyOnWriteArrayList<>();
  private final List<String> commands = new CopyOnWriteArrayList<>();

  /**
   * @param behind port of the real server
   * @param startTls whether TLS begins with STARTTLS
   * @param answers what is answered to a command (without its tag) in the server's stead; {@link
   *     #CUT} to end the connection
   * @param changed lines of the server
   */
  private ImapProxy(
      int behind,
      Optional<SSLContext> certificate,
      boolean startTls,
      Function<String, Optional<String>> answers,
      UnaryOperator<String> changed)
      throws IOException {
    this.listening = new ServerSocket(0, 20, InetAddress.getLoopbackAddress());
    this.behind = behind;
    this.certificate = certificate;
    this.startTls = startTls;
    this.answers = answers;
    this.changed = changed;
    start(this::accept);
  }

  static ImapProxy tls(int behind, SSLContext certificate) throws IOException {
    return new ImapProxy(
        behind, Optional.of(certificate), false, any -> Optional.empty(), UnaryOperator.identity());
  }

  static ImapProxy startTls(int behind, SSLContext certificate) throws IOException {
    return new ImapProxy(
        behind,
        Optional.of(certificate),
        true,
        any -> Optional.empty(),
        line -> line.replace("CAPABILITY IMAP4rev1", "CAPABILITY IMAP4rev1 STARTTLS"));
  }

  static ImapProxy answering(int behind, Function<String, Optional<String>> answers)
      throws IOException {
    return new ImapProxy(behind, Optional.empty(), false, answers, UnaryOperator.identity());
  }

  static ImapProxy changing(int behind, UnaryOperator<String> changed) throws IOException {
    return new ImapProxy(behind, Optional.empty(), false, any -> Optional.empty(), changed);
  }

  int port() {
    return listening.getLocalPort();
  }

  /** What clients said, without tags. */
  List<String> commands() {
    return commands;
  }

  private void accept() throws IOException {
    while (true) {
      Socket client = listening.accept();
      open.add(client);
      start(() -> serve(client));
    }
  }

  private void serve(Socket plain) throws IOException {
    Socket client =
        certificate.isPresent() && !startTls ? secured(plain, certificate.get()) : plain;
    Socket server = new Socket(InetAddress.getLoopbackAddress(), behind);
    open.add(server);
    OutputStream[] back = {client.getOutputStream()};
    start(() -> pump(server.getInputStream(), back));
    InputStream in = client.getInputStream();
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      String tag = line.substring(0, Math.max(0, line.indexOf(' ')));
      String command = line.substring(tag.length()).strip();
      commands.add(command);
      Optional<String> own = answers.apply(command);
      if (own.isPresent() && own.get().equals(CUT)) {
        client.close();
        server.close();
        return;
      }
      if (own.isPresent()) {
        write(back[0], own.get().replace("TAG", tag) + "\r\n");
      } else if (startTls && command.equals("STARTTLS")) {
        write(back[0], tag + " OK begin\r\n");
        Socket secured = secured(plain, certificate.orElseThrow());
        back[0] = secured.getOutputStream();
        in = secured.getInputStream();
      } else {
        write(server.getOutputStream(), line);
      }
    }
    server.close();
  }

  private void pump(InputStream from, OutputStream[] to) throws IOException {
    for (String line = line(from); !line.isEmpty(); line = line(from)) {
      write(to[0], changed.apply(line));
    }
  }

  private static Socket secured(Socket plain, SSLContext certificate) throws IOException {
    SSLSocket secured =
        (SSLSocket) certificate.getSocketFactory().createSocket(plain, null, plain.getPort(), true);
    secured.setUseClientMode(false);
    return secured;
  }

  private static void write(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.ISO_8859_1));
    out.flush();
  }

  /** With its end; empty where there is none. */
  private static String line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int c = in.read(); c >= 0; c = in.read()) {
      line.write(c);
      if (c == '\n') {
        break;
      }
    }
    return line.toString(StandardCharsets.ISO_8859_1);
  }

  /** Work that ends when a socket does. */
  private interface Work {
    void run() throws IOException;
  }

  private static void start(Work work) {
    Thread thread =
        new Thread(
            () -> {
              try {
                work.run();
              } catch (IOException e) {
                // Somebody hung up.
              }
            },
            "imap proxy");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() throws IOException {
    listening.close();
    for (Socket one : open) {
      one.close();
    }
  }
}
