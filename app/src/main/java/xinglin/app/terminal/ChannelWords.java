package xinglin.app.terminal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import xinglin.routes.partner.ChannelException;
import xinglin.warehouse.ledger.ChannelUse;

/** What is wrong with a channel and what to do, for operators. */
public final class ChannelWords {
  private static final ObjectMapper JSON = new ObjectMapper();

  private ChannelWords() {}

  /** Of a channel that was just tried. */
  public static String of(String partner, ChannelException failure, Texts texts) {
    return say(partner, failure.problem().name(), failure.values(), texts);
  }

  /** Of a channel that did not work when it was last used. */
  public static String of(ChannelUse use, Texts texts) {
    return of(use.partnerId(), use.problem().orElseThrow(), use.details(), texts);
  }

  /**
   * Of anything booked.
   *
   * @param details JSON list of what the sentence names
   */
  public static String of(String partner, String problem, String details, Texts texts) {
    try {
      List<String> values = JSON.readValue(details, new TypeReference<List<String>>() {});
      return say(partner, problem, values, texts);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Cannot read what is wrong with a channel", e);
    }
  }

  private static String say(String partner, String problem, List<String> values, Texts texts) {
    Object[] all = new Object[values.size() + 1];
    all[0] = partner;
    for (int i = 0; i < values.size(); i++) {
      all[i + 1] = values.get(i);
    }
    return texts.say("channel." + problem, all);
  }
}
