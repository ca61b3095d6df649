package xinglin.app.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import xinglin.app.terminal.Texts;
import xinglin.routes.partner.ChannelException;
import xinglin.routes.partner.ChannelException.Problem;
import xinglin.routes.partner.ChannelProbe;
import xinglin.routes.partner.Tried;
import xinglin.routes.partner.Tried.Step;
import xinglin.warehouse.ledger.ChannelUse;

/** What becomes of probes: good ones, bad ones, one that never ends, and what was wrong before. */
final class ChannelSignsTest {
  private static final Instant NOW = Instant.parse("2024-08-15T01:00:00Z");

  /** Finds what it was told to find. */
  private record Told(String channelId, List<Tried> steps) implements ChannelProbe {
    @Override
    public List<Tried> probe(Map<String, String> environment) {
      return steps;
    }
  }

  /** A server that takes the connection and never says a word. */
  private record Silent(String channelId) implements ChannelProbe {
    @Override
    public List<Tried> probe(Map<String, String> environment) {
      try {
        new CountDownLatch(1).await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      return List.of();
    }
  }

  private static ChannelUse used(String channel, String problem, String details) {
    return new ChannelUse(channel, "320303", NOW, Optional.empty(), Optional.of(problem), details);
  }

  @Test
  void eachChannelIsOneLine() {
    List<Tried> good = List.of(Tried.good(Step.SECRET, ""), Tried.good(Step.LOGIN, "u@h:22"));
    Instant soon = NOW.plus(Duration.ofDays(10));
    List<Sign> signs =
        new ChannelSigns(
                List.of(
                    new Told("1/sftp", good),
                    new Silent("2/sftp"),
                    new Told(
                        "3/imap",
                        List.of(
                            Tried.bad(
                                Step.LOGIN,
                                new ChannelException(Problem.LOGIN_REFUSED, "h:993", "u")))),
                    new Told("4/imap", List.of(Tried.certificate("h:993", soon))),
                    new Told("5/sftp", good),
                    new Told("6/sftp", good)),
                List.of(
                    used("5/sftp", "FOLDER_NOT_WRITABLE", "[\"/received\",\"h:22\",\"denied\"]"),
                    used("6/sftp", "UNREACHABLE", "[\"h:22\",\"timeout\"]")),
                NOW,
                Duration.ofMillis(300))
            .all(Map.of());
    Texts texts = new Texts(Texts.Language.EN);
    assertEquals(
        List.of(
            "OK 1/sftp: 1/sftp  u@h:22",
            "WRONG 2/sftp: 2: cannot reach 2/sftp (no answer within 0 s). Check address, port and network; fetching and sending are tried again by themselves, nothing is lost.",
            "WRONG 3/imap: 3: h:993 does not let user u in. Check the name and the password or key.",
            "HINT 4/imap: 4/imap  h:993  The certificate ends at 2024-08-25 09:00, in 10 days: ask its owner to renew it.",
            "WRONG 5/sftp: When last used (2024-08-15 09:00): 320303: cannot move files into /received on h:22 (denied). They are taken and not counted twice; ask the partner for write permission.",
            "HINT 6/sftp: When last used (2024-08-15 09:00): 320303: cannot reach h:22 (timeout). Check address, port and network; fetching and sending are tried again by themselves, nothing is lost."),
        signs.stream()
            .map(sign -> sign.state() + " " + sign.subject() + ": " + sign.words().apply(texts))
            .toList());
  }

  @Test
  void noChannels() {
    assertEquals(
        "No channels; files come by inbox/",
        new ChannelSigns(List.of(), List.of(), NOW, Duration.ofSeconds(1))
            .all(Map.of())
            .get(0)
            .words()
            .apply(new Texts(Texts.Language.EN)));
  }
}
