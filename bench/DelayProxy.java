import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Arrays;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.locks.LockSupport;

/**
 * A long way to a server on this machine: bytes pass each way unchanged and in order, a given time later. Arguments: port of the
 * server, milliseconds for one way. Prints the port it listens on, on the loopback address only.
 */
final class DelayProxy {
  private static final int PIECE = 1 << 15;
  private static final int PIECES_UNDER_WAY = 1 << 11;

  private DelayProxy() {}

  /** Bytes, and when they are there. An empty piece is the end. */
  private record Piece(byte[] bytes, long due) {}

  public static void main(String[] arguments) throws IOException {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    int port = Integer.parseInt(arguments[0]);
    long nanos = (long) (Double.parseDouble(arguments[1]) * 1e6);
    try (ServerSocket server = new ServerSocket(0, 50, loopback)) {
      System.out.println(server.getLocalPort());
      while (true) {
        Socket near = server.accept();
        Socket far = new Socket(loopback, port);
        near.setTcpNoDelay(true);
        far.setTcpNoDelay(true);
        way(near, far, nanos);
        way(far, near, nanos);
      }
    }
  }

  private static void way(Socket from, Socket to, long nanos) {
    BlockingQueue<Piece> queue = new ArrayBlockingQueue<>(PIECES_UNDER_WAY);
    start(
        () -> {
          byte[] buffer = new byte[PIECE];
          InputStream in = from.getInputStream();
          for (int count = in.read(buffer); count > 0; count = in.read(buffer)) {
            queue.put(new Piece(Arrays.copyOf(buffer, count), System.nanoTime() + nanos));
          }
          queue.put(new Piece(new byte[0], System.nanoTime() + nanos));
        });
    start(
        () -> {
          OutputStream out = to.getOutputStream();
          for (Piece piece = queue.take(); piece.bytes.length > 0; piece = queue.take()) {
            for (long left = piece.due - System.nanoTime(); left > 0; left = piece.due - System.nanoTime()) {
              LockSupport.parkNanos(left);
            }
            out.write(piece.bytes);
          }
          to.close();
        });
  }

  /** Work that may fail when a side hangs up. */
  private interface Work {
    void run() throws IOException, InterruptedException;
  }

  private static void start(Work work) {
    Thread thread =
        new Thread(
            () -> {
              try {
                work.run();
              } catch (IOException | InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
    thread.setDaemon(true);
    thread.start();
  }
}
