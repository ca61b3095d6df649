package xinglin.jobs.sender;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What receiving servers write about senders, as seen in the wild and in RFC 8601. */
final class SenderCheckTest {
  private static final String SERVER = "mx.wjw.example.cn";
  private static final String FROM = "Yunlong@wjw.xuzhou.example.cn";

  private static SenderCheck check(String... fields) {
    return SenderCheck.of(List.of(fields), Optional.of(SERVER), Optional.of(FROM));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
      mx.wjw.example.cn; spf=pass smtp.mailfrom=wjw.xuzhou.example.cn; dkim=pass header.d=wjw.xuzhou.example.cn | spf=pass dkim=pass
      MX.wjw.example.cn 1; spf=pass (sender IP is 192.0.2.1; ok) smtp.mailfrom="yunlong"@wjw.xuzhou.example.cn | spf=pass
      mx.wjw.example.cn; dkim = pass (2048-bit key) header.d = WJW.Xuzhou.example.cn. header.i=@evil.example | dkim=pass
      mx.wjw.example.cn; dkim=pass header.i=@wjw.xuzhou.example.cn header.s=s1 header.b=aB/c= | dkim=pass
      mx.wjw.example.cn; dkim/1=pass reason="good; really" header.d=xuzhou.example.cn | dkim=pass
      mx.wjw.example.cn; dkim=fail header.d=wjw.xuzhou.example.cn; dkim=pass header.d=wjw.xuzhou.example.cn | dkim=pass
      mx.wjw.example.cn; spf=pass smtp.mailfrom=bulk.example.com; dkim=pass header.d=example.com | spf=other_domain dkim=other_domain
      mx.wjw.example.cn; spf=pass smtp.mailfrom=a.wjw.xuzhou.example.cn | spf=other_domain
      mx.wjw.example.cn; dkim=pass header.d=cn | dkim=other_domain
      mx.wjw.example.cn; dkim=pass header.d=jw.xuzhou.example.cn | dkim=other_domain
      mx.wjw.example.cn; spf=softfail smtp.mailfrom=wjw.xuzhou.example.cn; dkim=none | spf=softfail dkim=none
      mx.wjw.example.cn; spf=pass (smtp.mailfrom=wjw.xuzhou.example.cn) smtp.mailfrom=evil.example | spf=other_domain
      mx.wjw.example.cn; spf=fail reason="; spf=pass smtp.mailfrom=wjw.xuzhou.example.cn" | spf=fail
      mx.wjw.example.cn; spf=pass | spf=other_domain
      mx.wjw.example.cn; none |
      mx.wjw.example.cn |
      mx.wjw.example.cn.evil.example; spf=pass smtp.mailfrom=wjw.xuzhou.example.cn |
      (mx.wjw.example.cn) evil.example; spf=pass smtp.mailfrom=wjw.xuzhou.example.cn |
      """)
  void whatCounts(String field, String code) {
    assertEquals(Optional.ofNullable(code).orElse(""), check(field).code());
  }

  @Test
  void severalFieldsOfTheServerCountTogetherUntilAnotherOne() {
    SenderCheck check =
        check(
            SERVER + "; spf=pass smtp.mailfrom=wjw.xuzhou.example.cn",
            SERVER + "; dkim=none",
            "elsewhere.example; dkim=fail",
            SERVER + "; dkim=pass header.d=wjw.xuzhou.example.cn");
    assertEquals("spf=pass dkim=none", check.code());
    assertTrue(check.passes(Proof.SPF));
    assertFalse(check.passes(Proof.DKIM));
  }

  @Test
  void withoutATrustedServerNothingCounts() {
    String good = SERVER + "; spf=pass smtp.mailfrom=wjw.xuzhou.example.cn";
    assertEquals("", SenderCheck.of(List.of(good), Optional.empty(), Optional.of(FROM)).code());
    assertEquals("", SenderCheck.of(List.of(good), Optional.of(SERVER), Optional.empty()).code());
  }
}
