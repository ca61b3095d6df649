package xinglin.jobs.mutation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import xinglin.jobs.mutation.draft.Draft;
import xinglin.jobs.mutation.draft.Part;
import xinglin.jobs.mutation.draft.Sheet;
import xinglin.schemas.example.ExampleText;
import xinglin.schemas.sheet.Document;
import xinglin.schemas.sheet.Grid;

/** The forms under test: files made by other programs, else the example of the form. */
final class Subjects {
  /** Lines of a long register that are enough. */
  private static final int LINES = 12;

  private static final Map<String, List<String>> FILES =
      Map.of(
          "jiangsu-campaign-summary",
          List.of(
              "jiangsu-2024/a-gulou-clean.xlsx",
              "jiangsu-2024/b-yunlong-clean.xls",
              "jiangsu-2024/c-jiawang-clean.docx"),
          "jiangsu-lookback",
          List.of("jiangsu-2024/att2-yunlong.docx"),
          "xianju-patrol-register",
          List.of("xianju-2020/patrol-fuying.xlsx", "xianju-2020/patrol-baita.docx"),
          "xianju-joint-request",
          List.of("xianju-2020/letter-hengxi.docx"),
          "zhongwei-case-summary",
          List.of("zhongwei-2021/t1-shapotou.xls", "zhongwei-2021/t1-haiyuan.docx"),
          "zhongwei-campaign-activity",
          List.of("zhongwei-2021/t2-haiyuan.xlsx", "zhongwei-2021/t2-zhongning.docx"),
          "plan-baseline",
          List.of("qingpu-2021/plan-baseline.xlsx"),
          "risk-point-register",
          List.of("qingpu-2021/risk-point-register.xlsx"),
          "lead-register",
          List.of("qingpu-2021/lead-register.csv", "heshui-2024/lead-register.xlsx"));

  private Subjects() {}

  /** All forms by identity, each in one or more kinds of file. */
  static List<Subject> all(Bench bench) throws IOException {
    List<Subject> subjects = new ArrayList<>();
    for (var form : Bench.DEFINITIONS.forms().list()) {
      String id = form.formId();
      if (FILES.containsKey(id)) {
        for (String file : FILES.get(id)) {
          subjects.add(Subject.of(id, shortened(Bench.open(inbox().resolve(file)), bench)));
        }
      } else {
        Document example =
            ExampleText.read(
                Bench.DEFINITIONS.files().text("forms/" + id + ".example.txt"), Map.of());
        if (example.format() == Document.Format.XLSX) {
          subjects.add(Subject.of(id, example));
        }
        subjects.add(Subject.of(id, bench.reopened(Draft.of(example).as(Document.Format.DOCX))));
      }
    }
    return subjects;
  }

  private static Path inbox() {
    return Path.of(System.getProperty("xinglin.root", ".."), "examples", "inbox");
  }

  private static Document shortened(Document document, Bench bench) throws IOException {
    boolean isLong =
        document.grids().stream().map(Grid::rowCount).anyMatch(rows -> rows > 3 * LINES);
    if (!isLong) {
      return document;
    }
    Draft draft = Draft.of(document);
    List<Part> parts = new ArrayList<>();
    for (Part part : draft.parts()) {
      parts.add(part instanceof Sheet sheet ? sheet.without(box -> box.row() > LINES) : part);
    }
    return bench.reopened(new Draft(draft.format(), parts));
  }
}
