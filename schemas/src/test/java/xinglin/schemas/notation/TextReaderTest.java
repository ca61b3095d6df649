package xinglin.schemas.notation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import xinglin.schemas.codelist.CodeItem;
import xinglin.schemas.codelist.CodeList;
import xinglin.schemas.codelist.CodeLists;
import xinglin.schemas.definition.DefinitionFiles;
import xinglin.schemas.definition.Problems;
import xinglin.schemas.sheet.Cell;
import xinglin.schemas.value.State;

class TextReaderTest {
  private static final CodeLists LISTS =
      CodeLists.load(DefinitionFiles.load(Optional.empty()), new Problems());

  private static Reading yesNo(String text) {
    return YesNoReader.read(Cell.ofText(0, 0, text));
  }

  @ParameterizedTest
  @CsvSource({
    "是, true",
    "有, true",
    "√, true",
    "否, false",
    "无, false",
    "×, false",
    "' 是 ', true",
    "Ｙ, true",
    "1, true"
  })
  void readsYesAndNo(String text, String expected) {
    assertEquals(Optional.of(expected), yesNo(text).value().text());
  }

  @Test
  void otherWordsAreNeither() {
    assertEquals(State.UNREADABLE, yesNo("待定").value().state());
    assertTrue(yesNo("待定").has(Doubt.UNREADABLE));
    assertEquals(State.NOT_APPLICABLE, yesNo("/").value().state());
    assertEquals(State.BLANK, yesNo("  ").value().state());
  }

  @Test
  void theCodeListOfYesAndNoSaysTheSame() {
    CodeList list = LISTS.get("yes_no");
    for (CodeItem item : list.items()) {
      for (String word : item.synonyms()) {
        assertEquals(Optional.of(item.code()), yesNo(word).value().text(), word);
      }
    }
  }

  @Test
  void textsKeepTheirWords() {
    assertEquals(Optional.of("无"), TextReader.read(Cell.ofText(0, 0, "无")).value().text());
    assertEquals(Optional.of("a\nb"), TextReader.read(Cell.ofText(0, 0, " a\nb ")).value().text());
    assertEquals(State.NOT_APPLICABLE, TextReader.read(Cell.ofText(0, 0, "／")).value().state());
    assertEquals(State.BLANK, TextReader.read(Cell.ofText(0, 0, " ")).value().state());
  }

  @Test
  void codesComeFromTheirList() {
    CodeList tiers = LISTS.get("risk_tier");
    assertEquals(
        Optional.of("high"), TextReader.readCode(Cell.ofText(0, 0, "高风险"), tiers).value().text());
    Reading unknown = TextReader.readCode(Cell.ofText(0, 0, "很高"), tiers);
    assertEquals(State.UNREADABLE, unknown.value().state());
    assertTrue(unknown.has(Doubt.CODE_UNKNOWN));
  }
}
