package xinglin.schemas.drift.propose;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import xinglin.schemas.codelist.CodeItem;
import xinglin.schemas.drift.DictionaryMatch;
import xinglin.schemas.drift.PrintedForm;
import xinglin.schemas.drift.printed.PrintedLabel;
import xinglin.schemas.drift.printed.PrintedTable;
import xinglin.schemas.engine.Definitions;
import xinglin.schemas.finding.Language;
import xinglin.schemas.form.Item;
import xinglin.schemas.value.Labels;

/** A definition begun from what a file prints, for a form that no edition comes near. */
public final class SkeletonProposal {
  private static final Pattern PLACES = Pattern.compile("县|区|地区|街镇|乡镇|街道|单位");
  private final Definitions definitions;
  private final DictionaryMatch dictionary;
  private final Questions questions;
  private final List<String> lines = new ArrayList<>();

  private SkeletonProposal(Definitions definitions, DictionaryMatch dictionary, Language language) {
    this.definitions = definitions;
    this.dictionary = dictionary;
    this.questions = new Questions(language);
  }

  /** Empty where the file prints no table. */
  public static Optional<Proposal> of(
      PrintedForm printed,
      Definitions definitions,
      DictionaryMatch dictionary,
      Language language,
      String fileName) {
    return printed.tables().isEmpty()
        ? Optional.empty()
        : Optional.of(
            new SkeletonProposal(definitions, dictionary, language).write(printed, fileName));
  }

  private Proposal write(PrintedForm printed, String fileName) {
    String title = printed.title();
    boolean chinese = questions.chinese();
    String name = fileName.replaceAll("[\\r\\n]", " ");
    lines.add(
        chinese
            ? "# 据“" + name + "”的表头起草，没有接近的报表。尚未生效：有“请确认”的注释就不会载入。"
            : "# Begun from the header of “"
                + name
                + "”; no known form comes near. Not in force: a file that asks to confirm is not loaded.");
    lines.add(
        questions.skeleton(
            chinese ? "报表编号，小写英文单词用连字符相连" : "form id, lower case words joined by hyphens"));
    lines.add("form: \"?\"");
    lines.add("edition: \"" + printed.year().orElse("1") + "\"");
    lines.add("zh: " + Edits.quoted(title.isEmpty() ? "?" : title));
    lines.add(
        questions.skeleton(
            chinese
                ? "英文名、出处（文件和附件号）、由哪个专项行动收"
                : "English name, source, campaigns that collect it"));
    lines.add("en: \"?\"");
    lines.add("source: \"?\"");
    lines.add("campaigns: []");
    lines.add(
        questions.skeleton(
            chinese
                ? "同一单位再报时：period 同期替换，cumulative 累计，snapshot 全部替换"
                : "how a later one relates to an earlier: period, cumulative, snapshot"));
    lines.add("accumulation: period");
    lines.add("period: campaign");
    if (!title.isEmpty()) {
      lines.add("titles: " + Edits.list(List.of(title)));
    }
    lines.add(
        questions.skeleton(
            chinese
                ? "填报单位的标签和级别（province、city、county、town）"
                : "label and level of the reporter (province, city, county, town)"));
    lines.add("reporter: {labels: " + Edits.list(printed.reporter()) + ", level: county}");
    if (!printed.signature().isEmpty()) {
      lines.add("signature: " + Edits.list(printed.signature()));
    }
    lines.add("tables:");
    printed.tables().forEach(this::table);
    return new Proposal(
        List.of(new Proposal.File("forms/new-form.yaml", String.join("\n", lines) + "\n")));
  }

  private void table(PrintedTable table) {
    List<PrintedLabel> columns = new ArrayList<>(table.labels());
    PrintedLabel first = columns.get(0);
    long types = table.rows().stream().filter(row -> type(row).isPresent()).count();
    boolean places =
        PLACES.matcher(first.text()).find() || table.rows().stream().anyMatch(this::isPlace);
    if (types >= 2) {
      rows("category", table, first);
      columns.remove(first);
    } else if (places) {
      rows("division", table, first);
      columns.remove(first);
    } else {
      lines.add(
          "  "
              + questions.skeleton(
                  questions.chinese()
                      ? "行是什么：single 只有一行；登记表另写 becomes 和 key，删去 rows"
                      : "what a row is: single for one row; for a register write becomes and key, and delete rows"));
      lines.add("  - rows: {key: single}");
    }
    lines.add("    columns:");
    for (PrintedLabel label : columns) {
      Optional<String> candidate = dictionary.nearest(label);
      lines.add("      " + questions.column(label, candidate));
      String under = label.group().isEmpty() ? "" : ", under: " + Edits.quoted(label.group());
      lines.add(
          "      - {measure: "
              + Edits.id(candidate.orElse("?"))
              + ", labels: "
              + Edits.list(List.of(label.text()))
              + under
              + "}");
    }
  }

  private void rows(String key, PrintedTable table, PrintedLabel first) {
    lines.add(
        "  "
            + questions.skeleton(
                questions.chinese()
                    ? "行是" + (key.equals("category") ? "执业类型" : "地区")
                    : "rows are of kind " + key));
    lines.add("  - rows:");
    lines.add("      key: " + key);
    lines.add("      labels: " + Edits.list(List.of(first.text())));
    List<String> items = new ArrayList<>();
    for (PrintedLabel row : table.rows()) {
      Optional<CodeItem> type = type(row);
      if (type.isPresent() && type.get().code().equals(Item.ALL)) {
        items.add("        - {total: true, labels: " + Edits.list(List.of(row.text())) + "}");
      } else if (key.equals("category")) {
        items.add(
            "        - {category: "
                + Edits.id(type.map(CodeItem::code).orElse("?"))
                + ", labels: "
                + Edits.list(List.of(row.text()))
                + "}");
      }
    }
    if (!items.isEmpty()) {
      lines.add("      items:");
      lines.addAll(items);
    }
  }

  private Optional<CodeItem> type(PrintedLabel row) {
    return definitions.codeLists().find("practice_type").flatMap(list -> list.find(row.text()));
  }

  private boolean isPlace(PrintedLabel row) {
    String name = Labels.normalise(row.text());
    return name.length() > 1
        && !definitions.divisions().lookup(name, "", Optional.empty()).isEmpty();
  }
}
