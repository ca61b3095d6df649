package xinglin.warehouse.send;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import xinglin.warehouse.seal.PartyKey;
import xinglin.warehouse.statement.DuckDb;

/** Keys by which two regions know a party without telling its number. */
final class SharedKeysTest {
  private static final byte[] SHARED =
      "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
  @TempDir Path folder;

  @Test
  void isHmacOfTheNumber() throws SQLException, GeneralSecurityException {
    assertEquals(
        Optional.of(hmac("id:11010519491231002X")),
        key("shared_key_of_person", "11010519491231002X"));
    assertEquals(
        Optional.of(hmac("id:11010519491231002X")), key("shared_key_of_person", "110105491231002"));
    assertEquals(
        Optional.of(hmac("uscc:91350100M000100Y43")),
        key("shared_key_of_credit", "91350100M000100Y43"));
  }

  @Test
  void whoHasNoNumberHasNoKey() throws SQLException {
    assertEquals(Optional.empty(), key("shared_key_of_person", null));
    assertEquals(Optional.empty(), key("shared_key_of_credit", null));
    assertEquals(Optional.empty(), key("shared_key_of_credit", ""));
    assertEquals(Optional.empty(), key("shared_key_of_person", "110105194912310021"));
  }

  private Optional<String> key(String macro, @org.jspecify.annotations.Nullable String number)
      throws SQLException {
    try (DuckDb duckDb = DuckDb.open(folder, 256, 1)) {
      PartyKey key = PartyKey.shared(SHARED);
      set(duckDb, "shared_inner_pad", key.innerPad());
      set(duckDb, "shared_outer_pad", key.outerPad());
      duckDb.run("exchange/macros.sql");
      duckDb.run("send/macros.sql");
      try (PreparedStatement statement =
          duckDb.connection().prepareStatement("select " + macro + "(cast(? as varchar))")) {
        statement.setString(1, number);
        try (ResultSet row = statement.executeQuery()) {
          row.next();
          return Optional.ofNullable(row.getString(1));
        }
      }
    }
  }

  private static void set(DuckDb duckDb, String name, byte[] value) throws SQLException {
    try (PreparedStatement statement =
        duckDb.connection().prepareStatement("set variable " + name + " = ?")) {
      statement.setBytes(1, value);
      statement.execute();
    }
  }

  private static String hmac(String text) throws GeneralSecurityException {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(Arrays.copyOf(SHARED, SHARED.length), "HmacSHA256"));
    return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
  }
}
