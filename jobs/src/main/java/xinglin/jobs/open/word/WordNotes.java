package xinglin.jobs.open.word;

import java.util.ArrayList;
import java.util.List;
import xinglin.schemas.finding.Issue;
import xinglin.schemas.sheet.Paragraph;

/** What a Word file holds besides its text and its sender should know of, with the first place. */
final class WordNotes {
  private String sheet = Paragraph.SHEET;
  private String cell = "";
  private int inserted;
  private int deleted;
  private Issue changed = Issue.of("CHANGES_PENDING");
  private Issue hidden = Issue.of("");

  /** What is noted from now on stands here. */
  void at(String newSheet, String newCell) {
    sheet = newSheet;
    cell = newCell;
  }

  void inserted() {
    place();
    inserted++;
  }

  void deleted() {
    place();
    deleted++;
  }

  private void place() {
    if (inserted + deleted == 0) {
      changed = changed.at(sheet, cell);
    }
  }

  void hidden() {
    if (hidden.code().isEmpty()) {
      hidden =
          Issue.of("HIDDEN_CONTENT").at(sheet, cell).with("what", "文字").with("what_en", "text");
    }
  }

  List<Issue> issues() {
    List<Issue> issues = new ArrayList<>();
    if (inserted + deleted > 0) {
      issues.add(
          changed
              .with("inserted", Integer.toString(inserted))
              .with("deleted", Integer.toString(deleted)));
    }
    if (!hidden.code().isEmpty()) {
      issues.add(hidden);
    }
    return issues;
  }
}
