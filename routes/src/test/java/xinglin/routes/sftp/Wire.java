package xinglin.routes.sftp;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Collection;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

/** A network on the way to a server, in which something happens once so much has come back. */
final class Wire implements AutoCloseable {
  private final ServerSocket near = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final Collection<Socket> open = new ConcurrentLinkedQueue<>();
  private final int target;
  private final Fault fault;
  private final AtomicLong left;
  private final AtomicLong passed = new AtomicLong();

  /** What happens. */
  enum Fault {
    CUT,
    /** What connects afterwards passes. */
    CUT_ONCE,
    SILENCE
  }

  Wire(int target, Fault fault, long afterBytes) throws IOException {
    this.target = target;
    this.fault = fault;
    this.left = new AtomicLong(afterBytes);
    start(this::accept);
  }

  int port() {
    return near.getLocalPort();
  }

  /** Bytes that went either way so far. */
  long passed() {
    return passed.get();
  }

  /** From now on everything passes. */
  void repair() {
    allow(Long.MAX_VALUE);
  }

  /** From now on so much comes back before something happens. */
  void allow(long bytes) {
    left.set(bytes);
  }

  private void accept() throws IOException {
    while (true) {
      Socket client = near.accept();
      Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
      open.add(client);
      open.add(server);
      start(() -> pass(client, server, new AtomicLong(Long.MAX_VALUE)));
      start(() -> pass(server, client, left));
    }
  }

  private void pass(Socket from, Socket to, AtomicLong allowed) throws IOException {
    byte[] buffer = new byte[1 << 13];
    InputStream in = from.getInputStream();
    OutputStream out = to.getOutputStream();
    for (int count = in.read(buffer); count > 0; count = in.read(buffer)) {
      passed.addAndGet(count);
      if (allowed.addAndGet(-count) >= 0) {
        out.write(buffer, 0, count);
      } else if (fault == Fault.CUT_ONCE) {
        repair();
        closeAll();
        return;
      } else if (fault == Fault.CUT) {
        closeAll();
        return;
      }
    }
    to.close();
  }

  private void closeAll() throws IOException {
    for (Socket socket : open) {
      socket.close();
    }
  }

  /** Work that ends when a side hangs up. */
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
                Thread.currentThread().interrupt();
              }
            });
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() throws IOException {
    near.close();
    closeAll();
  }
}
