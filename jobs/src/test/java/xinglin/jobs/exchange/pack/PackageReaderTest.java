package xinglin.jobs.exchange.pack;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import xinglin.jobs.exchange.RefusedException;
import xinglin.schemas.finding.Issue;

/** What is packed comes out again; whatever is wrong is refused under its own code. */
final class PackageReaderTest {
  @TempDir Path folder;
  private TestPackages packages;
  private Path data;

  @BeforeEach
  void folder() {
    packages = new TestPackages(folder);
    data = folder.resolve("data.csv");
  }

  @Test
  void whatIsPackedComesOutAgain() throws Exception {
    OpenedPackage opened = read(packages.good());
    assertEquals(3, opened.manifest().rows());
    assertEquals(Map.of("published", 2, "amended", 0, "withdrawn", 1), opened.manifest().states());
    assertEquals(
        Map.of("CF_NR_FK", new BigDecimal("4.234567"), "CF_NR_WFFF", new BigDecimal("2.500000")),
        opened.manifest().amounts());
    assertArrayEquals(Files.readAllBytes(folder.resolve("penalty.csv")), Files.readAllBytes(data));
    assertEquals(
        "310000-320000-yrd-pen-1-20240715-000001.zip.gpg",
        PackageName.of(opened.manifest()).sealed());
    assertEquals(Digests.of(entry("good.zip", "manifest.json")), opened.digest());
  }

  @Test
  void packedAgainItIsTheSame() throws Exception {
    byte[] first = Files.readAllBytes(packages.good());
    assertArrayEquals(first, Files.readAllBytes(packages.good()));
  }

  @Test
  void nothingToReportIsAPackage() throws Exception {
    Path target = folder.resolve("empty.zip");
    PackageWriter.write(
        TestPackages.draft(1),
        TestPackages.PENALTIES,
        packages.csv(TestPackages.header()),
        Optional.empty(),
        target);
    assertEquals(0, read(target).manifest().rows());
  }

  @Test
  void aCopyIsCheckedToo() throws Exception {
    Path target = folder.resolve("copy.zip");
    Path copy = Files.writeString(folder.resolve("x.parquet"), "PAR1 in truth");
    PackageWriter.write(
        TestPackages.draft(1),
        TestPackages.PENALTIES,
        packages.someRecords(),
        Optional.of(copy),
        target);
    assertEquals(2, read(target).manifest().parts().size());
    String manifest = text(entry("copy.zip", "manifest.json"));
    String csv = text(entry("copy.zip", "penalty.csv"));
    assertRefused(
        "PART_DIFFERS",
        packages.zip(
            "manifest.json", manifest, "penalty.csv", csv, "penalty.parquet", "PAR1 in doubt"));
  }

  @Test
  void whatIsNoZipIsDamaged() throws Exception {
    Path file = Files.writeString(folder.resolve("no.zip"), "PK? no");
    assertRefused("CONTAINER_DAMAGED", file);
    byte[] cut = Files.readAllBytes(packages.good());
    Files.write(file, java.util.Arrays.copyOf(cut, cut.length - 40));
    assertRefused("CONTAINER_DAMAGED", file);
  }

  @Test
  void entriesAreThoseOfTheManifest() throws Exception {
    packages.good();
    String manifest = text(entry("good.zip", "manifest.json"));
    String csv = text(entry("good.zip", "penalty.csv"));
    assertRefused("MANIFEST_MISSING", packages.zip("penalty.csv", csv));
    assertRefused("PART_MISSING", packages.zip("manifest.json", manifest));
    for (String extra :
        new String[] {"readme.txt", "../penalty.csv", "a/", "/etc/x", "penalty.CSV"}) {
      assertRefused(
          "ENTRY_REFUSED", packages.zip("manifest.json", manifest, "penalty.csv", csv, extra, ""));
    }
    assertRefused(
        "LIMIT_EXCEEDED",
        packages.zip(
            "a", "", "b", "", "c", "", "d", "", "e", "", "f", "", "g", "", "h", "", "i", ""));
  }

  @Test
  void partsAreWhatTheManifestSays() throws Exception {
    packages.good();
    String manifest = text(entry("good.zip", "manifest.json"));
    String csv = text(entry("good.zip", "penalty.csv"));
    assertRefused(
        "PART_DIFFERS",
        packages.zip("manifest.json", manifest, "penalty.csv", csv.replace("1号", "9号")));
    assertRefused(
        "PART_DIFFERS", packages.zip("manifest.json", manifest, "penalty.csv", csv + "x"));
  }

  @Test
  void countsAndSumsAreThoseOfTheData() throws Exception {
    packages.good();
    assertChanged("ROWS_DIFFER", text -> text.replace("\"rows\" : 3", "\"rows\" : 4"));
    assertChanged("ROWS_DIFFER", text -> text.replace("\"published\" : 2", "\"published\" : 1"));
    assertChanged(
        "MANIFEST_INVALID", text -> text.replace("\"published\" : 2", "\"published\" : 9"));
    assertChanged("AMOUNTS_DIFFER", text -> text.replace("4.234567", "4.234568"));
    assertChanged("MANIFEST_INVALID", text -> text.replace("CF_NR_WFFF", "CF_NR_XXX"));
    assertChanged("SUITE_UNKNOWN", text -> text.replace("openpgp-1", "sm-1"));
    assertChanged("PROFILE_UNKNOWN", text -> text.replace("\"yrd-pen-1\"", "\"yrd-pen-9\""));
    assertChanged("PROFILE_UNKNOWN", text -> text.replace("yrd-pkg-1", "yrd-pkg-2"));
    assertChanged("MANIFEST_INVALID", text -> text.replace("\"sequence\" : 1", "\"sequence\" : 2"));
  }

  @Test
  void whatIsWrongWithCountsIsSaidWithBothNumbers() throws Exception {
    packages.good();
    Issue issue = refused(changed(text -> text.replace("4.234567", "9.000000")));
    assertEquals("4.234567", issue.verbatim());
    assertEquals("9.000000", issue.expected());
    assertEquals(Map.of("column", "CF_NR_FK"), issue.arguments());
  }

  @Test
  void theDataPartHasTheHeaderOfTheProfile() throws Exception {
    String header = TestPackages.header();
    assertEquals(
        Map.of("reason", "第 14 列应为 CF_WSH", "reason_en", "column 14 must be CF_WSH"),
        header(header.replace("CF_WSH", "文号")).arguments());
    assertEquals("第 49 列", header(header + ",X").arguments().get("reason").substring(2));
    assertEquals("文件带有字节顺序标记", header("\uFEFF" + header).arguments().get("reason"));
    Path file = packages.csv(header);
    Files.write(file, new byte[] {(byte) 0xb3, (byte) 0xc2});
    assertEquals("不是 UTF-8 编码", counted(file).arguments().get("reason"));
    Files.writeString(file, "");
    assertEquals("文件是空的", counted(file).arguments().get("reason"));
  }

  @Test
  void amountsAreDecimalNumbersOfTenThousandYuan() {
    for (String yes : new String[] {"0", "3", "0.3", "123456789012.123456"}) {
      assertEquals(true, DataPart.isAmount(yes), yes);
    }
    for (String no :
        new String[] {
          "", ".", "3.", ".5", "-1", "1,000", "3万", "1.1234567", "1234567890123", "３"
        }) {
      assertEquals(false, DataPart.isAmount(no), no);
    }
  }

  private Issue header(String line) throws Exception {
    return counted(packages.csv(line));
  }

  private static Issue counted(Path file) {
    return assertThrows(RefusedException.class, () -> DataPart.count(file, TestPackages.PENALTIES))
        .issue();
  }

  private void assertChanged(String code, UnaryOperator<String> change) throws Exception {
    assertRefused(code, changed(change));
  }

  private Path changed(UnaryOperator<String> change) throws Exception {
    String manifest = text(entry("good.zip", "manifest.json"));
    String other = change.apply(manifest);
    assertEquals(false, manifest.equals(other), "nothing changed");
    return packages.zip(
        "manifest.json", other, "penalty.csv", text(entry("good.zip", "penalty.csv")));
  }

  private void assertRefused(String code, Path file) {
    assertEquals(code, refused(file).code());
  }

  private Issue refused(Path file) {
    return assertThrows(RefusedException.class, () -> read(file)).issue();
  }

  private OpenedPackage read(Path file) throws Exception {
    return new PackageReader(TestPackages.PROFILES, PackageLimits.standard())
        .read(file, data, manifest -> {});
  }

  private byte[] entry(String zip, String name) throws Exception {
    try (ZipFile file = new ZipFile(folder.resolve(zip).toFile());
        InputStream in = file.getInputStream(file.getEntry(name))) {
      return in.readAllBytes();
    }
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
