package xinglin.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FormTemplateCommandTest {
  private static final String TITLE = "2024年打击无证行医及非法医疗美容专项行动情况汇总表（鼓楼区）";

  @TempDir Path folder;

  private record Said(int code, String out, String err) {}

  private Said run(String... words) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    String[] all = new String[words.length + 6];
    System.arraycopy(new String[] {"form", "template"}, 0, all, 0, 2);
    System.arraycopy(words, 0, all, 2, words.length);
    System.arraycopy(
        new String[] {
          "--home", folder.resolve("home").toString(), "--out", folder.resolve("out").toString()
        },
        0,
        all,
        2 + words.length,
        4);
    int code = CommandLines.run(all, new PrintWriter(out), new PrintWriter(err));
    return new Said(code, out.toString(), err.toString());
  }

  @Test
  void writesWorkbookAndWordFileNamedByTitleAndReporter() throws IOException {
    Said said = run("jiangsu-campaign-summary", "--reporter", "320302");
    Path workbook = folder.resolve("out").resolve(TITLE + ".xlsx");
    Path word = folder.resolve("out").resolve(TITLE + ".docx");
    assertEquals(new Said(0, workbook + "\n" + word + "\n", ""), said);
    assertTrue(Files.size(workbook) > 5_000 && Files.size(word) > 3_000);
  }

  @Test
  void aLetterHasAWordFileOnly() {
    Said said = run("xianju-joint-request", "--json");
    assertEquals(0, said.code());
    assertTrue(said.out().contains("申请函.docx\" ]"), said.out());
  }

  @Test
  void anUnknownReporterIsNamedWithTheOneThatWasMeant() {
    assertEquals(
        new Said(
            2,
            "",
            "There is no division 310181, did you mean 310118 青浦区? Reporters are: 310118 青浦区\n"),
        run("plan-activity", "--reporter", "310181", "--lang", "en"));
    assertEquals(
        new Said(2, "", "110101 东城区 不在这个报表的填报范围内。填报单位有：310118 青浦区\n"),
        run("plan-activity", "--reporter", "110101"));
  }

  @Test
  void anUnknownFormOrEditionIsWrongUsage() {
    Said form = run("plan-activty", "--lang", "en");
    assertEquals(2, form.code());
    assertTrue(
        form.err().startsWith("There is no form plan-activty, did you mean plan-activity?"),
        form.err());
    assertEquals(
        new Said(2, "", "plan-activity 没有版本 2030，已有的版本：2021\n"),
        run("plan-activity", "--edition", "2030"));
  }
}
