package xinglin.routes.openpgp;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import xinglin.jobs.exchange.RefusedException;
import xinglin.jobs.exchange.seal.SealingException;
import xinglin.jobs.exchange.seal.Signer;
import xinglin.routes.partner.ChannelException;

/** What one region seals, the other opens; everything else is refused for its own reason. */
final class OpenPgpSealingTest {
  private static final Instant JULY = Instant.parse("2024-07-15T10:00:00Z");
  private static final Instant JANUARY = Instant.parse("2025-01-20T10:00:00Z");
  private static final String SHANGHAI_2024 = "3FB1FE843CCD76155BC9538E2EE5F24B84CB29B5";
  private static final long MOST = 1 << 20;

  @TempDir Path folder;
  private OpenPgpSealing shanghai;
  private OpenPgpSealing jiangsu;
  private Path plain;
  private Path sealed;
  private Path opened;

  @BeforeEach
  void twoRegions() throws IOException {
    TestKeys keys = new TestKeys(folder);
    shanghai =
        TestKeys.sealing(
            folder,
            List.of(
                keys.own("310000-2024", "2024-01-01", "2025-02-28"),
                keys.own("310000-2025", "2025-01-15", "")),
            TestKeys.partner("jiangsu", "320000-2024", "2024-01-01", ""),
            TestKeys.partner("zhejiang", "330000-2024", "2024-01-01", ""));
    jiangsu =
        TestKeys.sealing(
            folder,
            List.of(keys.own("320000-2024", "2024-01-01", "")),
            TestKeys.partner("shanghai", "310000-2024", "2024-01-01", "2025-02-28"),
            TestKeys.partner("shanghai", "310000-2025", "2025-01-15", ""));
    plain = folder.resolve("plain.zip");
    sealed = folder.resolve("sealed.zip.gpg");
    opened = folder.resolve("opened.zip");
    byte[] bytes = new byte[300_000];
    new Random(7).nextBytes(bytes);
    Files.write(plain, bytes);
  }

  @Test
  void whatOneSealsTheOtherOpens() throws Exception {
    shanghai.seal(plain, "p.zip", "jiangsu", JULY, sealed);
    assertTrue(jiangsu.isSealed(sealed));
    assertFalse(jiangsu.isSealed(plain));
    assertEquals(new Signer("shanghai", SHANGHAI_2024, JULY), open(JULY));
    assertArrayEquals(Files.readAllBytes(plain), Files.readAllBytes(opened));
  }

  @Test
  void rsaKeysServeAsWell() throws Exception {
    OpenPgpSealing zhejiang =
        TestKeys.sealing(
            folder,
            List.of(new TestKeys(folder).own("330000-2024", "2024-01-01", "")),
            TestKeys.partner("shanghai", "310000-2024", "2024-01-01", "2025-02-28"),
            TestKeys.partner("jiangsu", "320000-2024", "2024-01-01", ""));
    shanghai.seal(plain, "p.zip", "zhejiang", JULY, sealed);
    assertEquals("shanghai", zhejiang.open(sealed, opened, JULY, MOST).partner());
    assertArrayEquals(Files.readAllBytes(plain), Files.readAllBytes(opened));
    byte[] text = "answer".getBytes(StandardCharsets.UTF_8);
    byte[] signature = zhejiang.sign(text, JULY);
    OpenPgpSealing receiver =
        TestKeys.sealing(
            folder, List.of(), TestKeys.partner("zhejiang", "330000-2024", "2024-01-01", ""));
    assertEquals("zhejiang", receiver.verify(text, signature, JULY).partner());
  }

  @Test
  void bothKeysCountWhileTheyOverlapAndTheNewerIsUsed() throws Exception {
    shanghai.seal(plain, "p.zip", "jiangsu", JANUARY, sealed);
    assertEquals(
        new Signer("shanghai", "77BAFE02D06AFD347E22ED458F916114DFCC20AF", JANUARY), open(JANUARY));
  }

  @Test
  void aKeyVouchesForAMonthAfterItsEndAndNoLonger() throws Exception {
    shanghai.seal(plain, "p.zip", "jiangsu", JULY, sealed);
    assertEquals("shanghai", open(Instant.parse("2025-03-31T10:00:00Z")).partner());
    assertEquals("KEY_NOT_VALID", refusal(Instant.parse("2025-04-01T10:00:00Z")));
  }

  @Test
  void signedBeforeItsTermAKeyDoesNotCount() throws Exception {
    OpenPgpSealing early =
        TestKeys.sealing(
            folder,
            List.of(
                new TestKeys(Files.createDirectory(folder.resolve("early")))
                    .own("310000-2024", "2023-12-20", "")),
            TestKeys.partner("jiangsu", "320000-2024", "2023-12-20", ""));
    early.seal(plain, "p.zip", "jiangsu", Instant.parse("2023-12-25T10:00:00Z"), sealed);
    assertEquals("KEY_NOT_VALID", refusal(JULY));
  }

  @Test
  void strangersAreUnknown() throws Exception {
    OpenPgpSealing stranger =
        TestKeys.sealing(
            folder,
            List.of(new TestKeys(folder).own("stranger", "2024-01-01", "")),
            TestKeys.partner("jiangsu", "320000-2024", "2024-01-01", ""));
    stranger.seal(plain, "p.zip", "jiangsu", JULY, sealed);
    assertEquals("SIGNER_UNKNOWN", refusal(JULY));
  }

  @Test
  void whatIsForSomebodyElseCannotBeDecrypted() throws Exception {
    shanghai.seal(plain, "p.zip", "zhejiang", JULY, sealed);
    assertEquals("NOT_DECRYPTED", refusal(JULY));
  }

  @Test
  void noChangedByteGetsThrough() throws Exception {
    shanghai.seal(plain, "p.zip", "jiangsu", JULY, sealed);
    byte[] whole = Files.readAllBytes(sealed);
    for (int at : new int[] {40, 200, 1000, whole.length / 2, whole.length - 3}) {
      byte[] changed = whole.clone();
      changed[at] ^= 1;
      Files.write(sealed, changed);
      assertEquals("NOT_DECRYPTED", refusal(JULY), "byte " + at);
    }
    Files.write(sealed, java.util.Arrays.copyOf(whole, whole.length - 30));
    assertEquals("NOT_DECRYPTED", refusal(JULY), "cut off");
  }

  @Test
  void plainFilesAreNotSealed() throws Exception {
    Files.write(sealed, Files.readAllBytes(plain));
    assertEquals("SEAL_MISSING", refusal(JULY));
    Files.writeString(sealed, "");
    assertEquals("SEAL_MISSING", refusal(JULY));
  }

  @Test
  void noMoreComesOutThanIsAllowed() throws Exception {
    shanghai.seal(plain, "p.zip", "jiangsu", JULY, sealed);
    RefusedException refused =
        assertThrows(RefusedException.class, () -> jiangsu.open(sealed, opened, JULY, 1000));
    assertEquals("LIMIT_EXCEEDED", refused.issue().code());
  }

  @Test
  void aSignatureOfItsOwnIsTheSameWheneverItIsMade() throws Exception {
    byte[] text = "{\"kind\": \"stored\"}\n".getBytes(StandardCharsets.UTF_8);
    byte[] signature = shanghai.sign(text, JULY);
    assertArrayEquals(signature, shanghai.sign(text, JULY));
    assertTrue(
        new String(signature, StandardCharsets.US_ASCII)
            .startsWith("-----BEGIN PGP SIGNATURE-----\n\n"));
    assertEquals(
        new Signer("shanghai", SHANGHAI_2024, JULY), jiangsu.verify(text, signature, JULY));
    text[3] ^= 1;
    assertEquals(
        "SIGNATURE_WRONG",
        assertThrows(RefusedException.class, () -> jiangsu.verify(text, signature, JULY))
            .issue()
            .code());
  }

  @Test
  void aKeyThatNobodyAcceptedIsNotThere() throws Exception {
    Path file = Path.of("../docs/spec/conformance/keys/310000-2024.public.asc");
    TrustedKeys trusted = new TrustedKeys(folder.resolve("accepted"));
    PartnerKey key =
        new PartnerKey(
            "shanghai",
            file,
            new Term(java.time.LocalDate.parse("2024-01-01"), java.util.Optional.empty()),
            java.util.Optional.empty());
    OwnKey own =
        new TestKeys(Files.createDirectory(folder.resolve("own")))
            .own("320000-2024", "2024-01-01", "");
    shanghai.seal(plain, "p.zip", "jiangsu", JULY, sealed);
    OpenPgpSealing before =
        new OpenPgpSealing(new KeyRing(List.of(own), List.of(key), trusted, java.util.Map.of()));
    assertEquals(
        "SIGNER_UNKNOWN",
        assertThrows(RefusedException.class, () -> before.open(sealed, opened, JULY, MOST))
            .issue()
            .code());
    trusted.accept("shanghai", SHANGHAI_2024);
    OpenPgpSealing after =
        new OpenPgpSealing(new KeyRing(List.of(own), List.of(key), trusted, java.util.Map.of()));
    assertEquals("shanghai", after.open(sealed, opened, JULY, MOST).partner());
    assertEquals("shanghai " + SHANGHAI_2024 + "\n", Files.readString(folder.resolve("accepted")));
  }

  @Test
  void whatIsMissingIsSaid() throws Exception {
    SealingException noPartner =
        assertThrows(
            SealingException.class, () -> shanghai.seal(plain, "p.zip", "anhui", JULY, sealed));
    assertEquals(
        "Cannot encrypt to anhui: it has no trusted key that is valid on 2024-07-15",
        noPartner.getMessage());
    SealingException noKey =
        assertThrows(
            SealingException.class,
            () -> shanghai.sign(new byte[1], Instant.parse("2023-07-15T10:00:00Z")));
    assertEquals(
        "Cannot sign: this home has no key that is valid on 2023-07-15", noKey.getMessage());
    Files.setPosixFilePermissions(
        folder.resolve("320000-2024.secret.asc"),
        java.nio.file.attribute.PosixFilePermissions.fromString("rw-r--r--"));
    shanghai.seal(plain, "p.zip", "jiangsu", JULY, sealed);
    ChannelException open = assertThrows(ChannelException.class, () -> open(JULY));
    assertEquals(ChannelException.Problem.SECRET_OPEN, open.problem());
  }

  private Signer open(Instant received) throws RefusedException, IOException {
    return jiangsu.open(sealed, opened, received, MOST);
  }

  private String refusal(Instant received) {
    return assertThrows(RefusedException.class, () -> open(received)).issue().code();
  }
}
