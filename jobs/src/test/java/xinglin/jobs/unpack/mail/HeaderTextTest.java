package xinglin.jobs.unpack.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Header fields as mail programs write them, right and wrong. */
class HeaderTextTest {
  private static final Charset GBK = Charset.forName("GB18030");
  private static final String NAME = "贾汪区2024年汇总表（盖章版）.docx";

  @ParameterizedTest
  @CsvSource({
    // as the standard has it
    "=?GBK?B?1MbB+sf4MjAyNMTqLnhscw==?=, 云龙区2024年.xls",
    "=?utf-8?Q?=E4=BA=91=E9=BE=99_1.xls?=, 云龙 1.xls",
    // a charset stated too small, or wrong
    "=?gb2312?B?gvqW2s/YLnhscw==?=, 傶栚县.xls",
    "=?iso-8859-99?B?1MbB+g==?=, 云龙",
    "=?us-ascii?B?1MbB+g==?=, 云龙",
    // text behind the word, a language inside it
    "=?GBK?B?1MbB+g==?=.xls, 云龙.xls",
    "=?UTF-8*zh?B?5LqR6b6Z?=, 云龙",
    // no padding, and a word that is none
    "=?GBK?B?1MbB+g?=, 云龙",
    "=?GBK?B, =?GBK?B",
  })
  void encodedWords(String sent, String read) {
    assertEquals(read, EncodedWords.decode(sent));
  }

  @Property
  void wordsCutAnywhereAreOneText(
      @ForAll @IntRange(min = 1, max = 20) int first,
      @ForAll @IntRange(min = 1, max = 20) int second) {
    byte[] bytes = NAME.getBytes(GBK);
    int one = Math.min(first, bytes.length);
    int two = Math.min(one + second, bytes.length);
    StringBuilder words = new StringBuilder();
    for (int[] cut : new int[][] {{0, one}, {one, two}, {two, bytes.length}}) {
      byte[] piece = java.util.Arrays.copyOfRange(bytes, cut[0], cut[1]);
      words.append("=?GBK?B?").append(Base64.getEncoder().encodeToString(piece)).append("?=\r\n ");
    }
    assertEquals(NAME, EncodedWords.decode(words.toString()));
  }

  @Property
  void base64CutAnywhereIsOneText(@ForAll @IntRange(min = 1, max = 30) int at) {
    String text = Base64.getEncoder().encodeToString(NAME.getBytes(StandardCharsets.UTF_8));
    String words =
        "=?UTF-8?B?" + text.substring(0, at) + "?=\r\n =?utf-8?B?" + text.substring(at) + "?=";
    assertEquals(NAME, EncodedWords.decode(words));
  }

  /** Also inside a percent triplet. */
  @Property
  void namesInPiecesCutAnywhereAreOneName(
      @ForAll @IntRange(min = 1, max = 60) int first,
      @ForAll @IntRange(min = 1, max = 60) int second) {
    StringBuilder encoded = new StringBuilder();
    for (byte one : NAME.getBytes(StandardCharsets.UTF_8)) {
      encoded.append(String.format("%%%02X", one & 0xff));
    }
    int one = Math.min(first, encoded.length());
    int two = Math.min(one + second, encoded.length());
    String field =
        "attachment;\r\n filename*2*="
            + encoded.substring(two)
            + ";\r\n filename*0*=UTF-8''"
            + encoded.substring(0, one)
            + ";\r\n filename*1*="
            + encoded.substring(one, two);
    assertEquals(Optional.of(NAME), Parameters.of(field).find("filename"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "attachment; filename=\"huizong.xlsx\"|huizong.xlsx",
        "attachment; filename=hui zong.xlsx|hui zong.xlsx",
        "attachment; FileName = huizong.xlsx ; size=12|huizong.xlsx",
        "attachment; filename=\"a;b \\\"c\\\".xlsx\"|a;b \"c\".xlsx",
        "attachment; filename=\"unclosed.xlsx|unclosed.xlsx",
        "attachment; filename*=GBK''%D4%C6%C1%FA.xls; filename=\"x.xls\"|云龙.xls",
        "attachment; filename*=\"UTF-8''%E4%BA%91%E9%BE%99.xls\"|云龙.xls",
        "attachment; filename=\"%E4%BA%91%E9%BE%99.xls\"|云龙.xls",
        "attachment; filename=\"=?GBK?B?1MbB+g==?=.xls\"|云龙.xls",
        "attachment; filename==?GBK?B?1MbB+g==?=.xls|云龙.xls",
        "attachment; filename*0=\"=?GBK?B?1Mb\"; filename*1=\"B+g==?=.xls\"|云龙.xls",
        "attachment; filename=\"100%.xls\"|100%.xls",
      })
  void namesAsProgramsWriteThem(String field, String name) {
    assertEquals(Optional.of(name), Parameters.of(field).find("filename"));
  }

  @Test
  void rawEightBitNamesAreGuessed() {
    for (Charset charset : List.of(GBK, StandardCharsets.UTF_8)) {
      String latin =
          new String(
              "attachment; filename=\"联通汇总表.xls\"".getBytes(charset), StandardCharsets.ISO_8859_1);
      assertEquals(Optional.of("联通汇总表.xls"), Parameters.of(latin).find("filename"));
    }
    String latin = new String("联通".getBytes(GBK), StandardCharsets.ISO_8859_1);
    assertEquals("联通", EncodedWords.decode(latin));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "gulou@wjw.example.cn|gulou@wjw.example.cn",
        "<gulou@wjw.example.cn>|gulou@wjw.example.cn",
        "\"鼓楼区卫健委\" <gulou@wjw.example.cn>|gulou@wjw.example.cn",
        "gulou@wjw.example.cn (for the bureau)|gulou@wjw.example.cn",
        "\"gulou@wjw.example.cn\" <evil@example.com>|evil@example.com",
        "gulou@wjw.example.cn <evil@example.com>|evil@example.com",
        "\"a, <gulou@wjw.example.cn>\" <evil@example.com>|evil@example.com",
        "gulou@wjw.example.cn, evil@example.com|",
        "<gulou@wjw.example.cn> <evil@example.com>|",
        "evil@example.com, <gulou@wjw.example.cn>|",
        "nobody|",
      })
  void onlyTheAddressCounts(String from, String address) {
    assertEquals(Optional.ofNullable(address), SenderAddress.of(List.of(from)));
  }

  @Test
  void twoAuthorsAreNobody() {
    assertEquals(Optional.empty(), SenderAddress.of(List.of("a@example.cn", "b@example.cn")));
    assertEquals(Optional.empty(), SenderAddress.of(List.of()));
  }
}
