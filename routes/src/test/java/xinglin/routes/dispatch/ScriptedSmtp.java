package xinglin.routes.dispatch;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A mail server that says what a test wants it to say. Takes everything else; {@link #GONE} closes
 * the connection without a word.
 */
final class ScriptedSmtp implements AutoCloseable {
  static final String GONE = "gone";
  private final ServerSocket socket;
  private final List<byte[]> mails = Collections.synchronizedList(new ArrayList<>());
  private final List<String> commands = Collections.synchronizedList(new ArrayList<>());
  private final AtomicReference<Script> script = new AtomicReference<>(Script.KIND);

  /** What to answer to a command, {@code .} for the end of a mail; empty for the usual. */
  @FunctionalInterface
  interface Script {
    Script KIND = command -> Optional.empty();

    Optional<String> answer(String command);

    /** One answer to whatever begins like this. */
    static Script to(String beginning, String answer) {
      return command ->
          command.toUpperCase(Locale.ROOT).startsWith(beginning)
              ? Optional.of(answer)
              : Optional.empty();
    }
  }

  ScriptedSmtp() throws IOException {
    socket = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
    Thread listening = new Thread(this::listen, "scripted smtp");
    listening.setDaemon(true);
    listening.start();
  }

  int port() {
    return socket.getLocalPort();
  }

  void follow(Script wanted) {
    script.set(wanted);
  }

  /** Mails whose end was received, confirmed or not, as bytes. */
  List<byte[]> mails() {
    return List.copyOf(mails);
  }

  long connections() {
    return List.copyOf(commands).stream().filter(one -> one.startsWith("EHLO")).count();
  }

  private void listen() {
    while (!socket.isClosed()) {
      try {
        Socket one = socket.accept();
        Thread talking = new Thread(() -> talk(one), "scripted smtp client");
        talking.setDaemon(true);
        talking.start();
      } catch (IOException e) {
        return;
      }
    }
  }

  private void talk(Socket client) {
    try (client;
        BufferedReader in =
            new BufferedReader(
                new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1));
        OutputStream out = client.getOutputStream()) {
      if (!say(out, "GREETING", "220 scripted")) {
        return;
      }
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        commands.add(line);
        String word = line.toUpperCase(Locale.ROOT);
        if (word.startsWith("DATA")) {
          Optional<String> refusal = script.get().answer(line);
          if (!say(out, refusal.orElse("354 go on"))) {
            return;
          }
          if (refusal.isEmpty()) {
            mails.add(mail(in));
            if (!say(out, ".", "250 taken")) {
              return;
            }
          }
        } else if (word.startsWith("EHLO")) {
          if (!say(out, line, "250-scripted\r\n250-AUTH PLAIN\r\n250 8BITMIME")) {
            return;
          }
        } else if (word.startsWith("QUIT")) {
          say(out, line, "221 bye");
          return;
        } else if (!say(out, line, word.startsWith("AUTH") ? "235 welcome" : "250 ok")) {
          return;
        }
      }
    } catch (IOException e) {
      commands.add("broken: " + e.getMessage());
    }
  }

  private boolean say(OutputStream out, String command, String usual) throws IOException {
    return say(out, script.get().answer(command).orElse(usual));
  }

  private static boolean say(OutputStream out, String answer) throws IOException {
    if (answer.equals(GONE)) {
      return false;
    }
    out.write((answer + "\r\n").getBytes(StandardCharsets.UTF_8));
    out.flush();
    return true;
  }

  private static byte[] mail(BufferedReader in) throws IOException {
    ByteArrayOutputStream mail = new ByteArrayOutputStream();
    for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
      String plain = line.startsWith(".") ? line.substring(1) : line;
      mail.writeBytes((plain + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
    }
    return mail.toByteArray();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
