package xinglin.jobs.unpack.outlook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.poi.poifs.filesystem.DirectoryEntry;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import xinglin.jobs.open.Limits;
import xinglin.jobs.open.guard.RefusalException;
import xinglin.jobs.unpack.UnpackBudget;

/** winmail.dat and .msg, made byte by byte after their specifications. */
class OutlookFilesTest {
  private static final Charset GBK = Charset.forName("GB18030");
  @TempDir Path folder;

  @Test
  void filesInWinmailHaveTheirNamesAndBytes() throws IOException, RefusalException {
    byte[] tnef = tnef("云龙区汇总表.xls", "1,2", "b.csv", "3,4");
    assertTrue(TnefFile.hasAttachments(tnef));
    List<String> got = new ArrayList<>();
    TnefFile.read(
        Files.write(folder.resolve("winmail.dat"), tnef),
        new UnpackBudget(Limits.standard()),
        (name, content, damaged) -> got.add(name + "=" + text(content.readAllBytes())));
    assertEquals(List.of("云龙区汇总表.xls=1,2", "b.csv=3,4"), got);
  }

  @Test
  void winmailWithFormattingOnlyHoldsNothing() {
    assertFalse(TnefFile.hasAttachments(tnef()));
  }

  @Test
  void aBrokenWinmailIsSaid() throws IOException {
    byte[] tnef = tnef("a.csv", "1,2");
    byte[] cut = java.util.Arrays.copyOf(tnef, tnef.length - 9);
    assertTrue(TnefFile.hasAttachments(cut));
    Path file = Files.write(folder.resolve("winmail.dat"), cut);
    assertThrows(
        RefusalException.class,
        () ->
            TnefFile.read(
                file,
                new UnpackBudget(Limits.standard()),
                (name, content, damaged) -> content.readAllBytes()));
  }

  @Test
  void aSavedMessageTellsSenderSubjectAndFiles() throws IOException, RefusalException {
    Path file = folder.resolve("saved.msg");
    try (POIFSFileSystem ole2 = new POIFSFileSystem();
        OutputStream out = Files.newOutputStream(file)) {
      DirectoryEntry root = ole2.getRoot();
      put(root, "__properties_version1.0", new byte[32]);
      text(root, "0037001F", "云龙区报表");
      text(root, "0C1F001F", "yunlong@wjw.example.cn");
      attach(root, 0, "汇总表.csv", "1,2", "");
      attach(root, 1, "logo.png", "x", "<logo>");
      attach(root, 2, "b.csv", "3,4", "");
      ole2.writeFilesystem(out);
    }
    assertEquals(Optional.of("yunlong@wjw.example.cn"), OutlookMessage.sender(file));
    assertEquals(Optional.of("云龙区报表"), OutlookMessage.subject(file));
    List<String> got = new ArrayList<>();
    OutlookMessage.read(
        file,
        new UnpackBudget(Limits.standard()),
        (name, content, damaged) -> got.add(name + "=" + text(content.readAllBytes())));
    assertEquals(List.of("汇总表.csv=1,2", "b.csv=3,4"), got);
  }

  private static void attach(
      DirectoryEntry root, int number, String name, String content, String contentId)
      throws IOException {
    DirectoryEntry folder =
        root.createDirectory(String.format("__attach_version1.0_#%08X", number));
    put(folder, "__properties_version1.0", new byte[8]);
    put(folder, "__substg1.0_37010102", content.getBytes(StandardCharsets.UTF_8));
    text(folder, "3707001F", name);
    if (!contentId.isEmpty()) {
      text(folder, "3712001F", contentId);
    }
  }

  private static void text(DirectoryEntry folder, String property, String text) throws IOException {
    put(folder, "__substg1.0_" + property, text.getBytes(StandardCharsets.UTF_16LE));
  }

  private static void put(DirectoryEntry folder, String name, byte[] bytes) throws IOException {
    folder.createDocument(name, new ByteArrayInputStream(bytes));
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /** Names and contents in turn. */
  private static byte[] tnef(String... files) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(numbers(6).putInt(0x223e9f78).putShort((short) 1).array());
    attribute(out, 1, 0x00089006, numbers(4).putInt(0x00010000).array());
    for (int i = 0; i < files.length; i += 2) {
      attribute(out, 2, 0x00069002, new byte[14]);
      attribute(out, 2, 0x00018010, (files[i] + "\0").getBytes(GBK));
      attribute(out, 2, 0x0006800f, files[i + 1].getBytes(StandardCharsets.UTF_8));
    }
    return out.toByteArray();
  }

  private static void attribute(ByteArrayOutputStream out, int level, int id, byte[] data) {
    int sum = 0;
    for (byte one : data) {
      sum += one & 0xff;
    }
    out.write(level);
    out.writeBytes(numbers(8).putInt(id).putInt(data.length).array());
    out.writeBytes(data);
    out.writeBytes(numbers(2).putShort((short) sum).array());
  }

  private static ByteBuffer numbers(int length) {
    return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
  }
}
