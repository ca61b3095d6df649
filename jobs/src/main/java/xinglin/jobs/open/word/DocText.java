package xinglin.jobs.open.word;

import org.apache.poi.hwpf.usermodel.CharacterRun;
import org.apache.poi.hwpf.usermodel.Paragraph;
import xinglin.jobs.open.guard.RefusalException;
import xinglin.schemas.notation.Look;

/**
 * Text of a paragraph of Word 97. Marks inside the text stand for what it cannot hold: fields, line
 * breaks, drawings.
 */
final class DocText {
  private static final char FIELD = 0x13;
  private static final char FIELD_RESULT = 0x14;
  private static final char FIELD_END = 0x15;
  private static final char DATA = 0x01;
  private static final int RAISED = 1;
  private static final int LOWERED = 2;

  private final DocSource source;
  private final StringBuilder text = new StringBuilder();
  private int instructions;
  private boolean inserting;
  private boolean deleting;

  private DocText(DocSource source) {
    this.source = source;
  }

  static String of(Paragraph paragraph, DocSource source) throws RefusalException {
    DocText reading = new DocText(source);
    for (int i = 0; i < paragraph.numCharacterRuns(); i++) {
      reading.run(paragraph.getCharacterRun(i));
    }
    source.budget().characters(reading.text.length() + 1L);
    return reading.text.toString();
  }

  private void run(CharacterRun run) {
    changes(run);
    if (run.isMarkedDeleted()) {
      return;
    }
    if (run.isVanished()) {
      source.notes().hidden();
    }
    if (run.isSymbol()) {
      text.append(Symbols.of(run.getSymbolCharacter()));
      return;
    }
    int before = text.length();
    characters(run);
    text.replace(before, text.length(), look(run).shown(text.substring(before)));
  }

  private static Look look(CharacterRun run) {
    int script = run.getSubSuperScriptIndex();
    return new Look(
        run.isStrikeThrough() || run.isDoubleStrikeThrough(), script == RAISED, script == LOWERED);
  }

  private void characters(CharacterRun run) {
    String characters = run.text();
    for (int i = 0; i < characters.length(); i++) {
      char here = characters.charAt(i);
      if (here == DATA && instructions > 0) {
        text.append(DocControls.shown(source.data(), run.getPicOffset()));
      } else {
        add(here);
      }
    }
  }

  /** Runs of one change that stand side by side are one change. */
  private void changes(CharacterRun run) {
    if (run.isMarkedInserted() && !inserting) {
      source.notes().inserted();
    }
    if (run.isMarkedDeleted() && !deleting) {
      source.notes().deleted();
    }
    inserting = run.isMarkedInserted();
    deleting = run.isMarkedDeleted();
  }

  private void add(char here) {
    switch (here) {
      case FIELD -> instructions++;
      case FIELD_RESULT, FIELD_END -> {
        // A field without a result ends where its instruction ends.
        if (here == FIELD_RESULT || instructions > 0) {
          instructions = Math.max(0, instructions - 1);
        }
      }
      default -> {
        if (instructions == 0) {
          plain(here);
        }
      }
    }
  }

  private void plain(char here) {
    switch (here) {
      case '\t' -> text.append('\t');
      case 0x0b, 0x0c, 0x0e -> text.append('\n');
      case 0x1e -> text.append('-');
      default -> {
        if (here >= ' ') {
          text.append(here);
        }
      }
    }
  }
}
