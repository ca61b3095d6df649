package xinglin.app.night.search;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is searched with finds a name in every guise, and nothing where there is none. */
class NeedlesTest {
  private static final String NAME = "上官若馨";
  private static final Charset GB = Charset.forName("GB18030");

  @Test
  void aNameIsFoundInEveryGuise() {
    String text = "当事人" + NAME + "，女";
    found("plain", text);
    found("JSON", "\\u5f53\\u4e8b\\u4eba\\u4e0a\\u5b98\\u82e5\\u99a8");
    found("JSON in capitals", "\\u4E0A\\u5B98\\u82E5\\u99A8");
    found("XML", "&#19978;&#23448;&#33509;&#39336;");
    found("XML in hexadecimal", "&#x4e0a;&#x5b98;&#x82e5;&#x99a8;");
    found("a URL", URLEncoder.encode(text, StandardCharsets.UTF_8));
    found("a URL in GBK", URLEncoder.encode(text, GB));
    for (Charset charset : new Charset[] {StandardCharsets.UTF_8, GB, StandardCharsets.UTF_16LE}) {
      assertEquals(Set.of(NAME), needles().in(text.getBytes(charset)), charset.name());
      for (String before : new String[] {"", "a", "ab", "abc"}) {
        byte[] mime =
            Base64.getMimeEncoder(16, new byte[] {13, 10})
                .encode((before + text).getBytes(charset));
        assertEquals(Set.of(NAME), needles().in(mime), charset + " base64 behind " + before);
      }
    }
  }

  private static void found(String guise, String text) {
    assertEquals(
        Set.of(NAME),
        needles()
            .in(
                text.getBytes(
                    StandardCharsets.US_ASCII.newEncoder().canEncode(text)
                        ? StandardCharsets.US_ASCII
                        : StandardCharsets.UTF_8)),
        guise);
  }

  @Test
  void nobodyIsFoundWhereNobodyIs() {
    assertEquals(Set.of(), needles().in("当事人上官若，馨".getBytes(StandardCharsets.UTF_8)));
    assertEquals(Set.of(), needles().in(new byte[0]));
  }

  private static Needles needles() {
    Needles needles = new Needles();
    needles.add(NAME);
    return needles;
  }
}
