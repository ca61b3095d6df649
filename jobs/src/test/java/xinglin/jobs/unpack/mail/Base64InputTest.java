package xinglin.jobs.unpack.mail;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Base64 as it arrives. */
class Base64InputTest {

  @Property(tries = 200)
  void whatJavaEncodesIsDecoded(@ForAll byte[] bytes) throws IOException {
    Base64Input input = input(Base64.getMimeEncoder().encodeToString(bytes));
    assertArrayEquals(bytes, input.readAllBytes());
    assertFalse(input.isDamaged());
  }

  @ParameterizedTest
  @CsvSource({
    "YWJjZA==, abcd, false",
    // the padding left out loses nothing
    "YWJjZA, abcd, false",
    "YWJj ZGVm, abcdef, false",
    // a group cut off, a foreign character, data behind the end
    "YWJjZ, abc, true",
    "YW*JjZGVm, abcdef, true",
    "YWJjZA==ZGVm, abcddef, true",
  })
  void damageIsNoticed(String sent, String read, boolean damaged) throws IOException {
    Base64Input input = input(sent);
    String got = new String(input.readAllBytes(), StandardCharsets.US_ASCII);
    assertEquals(damaged, input.isDamaged());
    if (!damaged) {
      assertEquals(read, got);
    }
  }

  private static Base64Input input(String text) {
    return new Base64Input(new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII)));
  }
}
