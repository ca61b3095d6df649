package xinglin.warehouse.penalty;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;
import xinglin.schemas.check.CheckDeclaration;
import xinglin.schemas.engine.Definitions;
import xinglin.schemas.exchange.FoundLayout;
import xinglin.schemas.exchange.LayoutColumn;
import xinglin.schemas.exchange.PenaltyField;
import xinglin.schemas.exchange.PenaltyTerms;
import xinglin.schemas.exchange.PenaltyTexts;
import xinglin.schemas.exchange.SentFile;
import xinglin.schemas.exchange.SentRows;
import xinglin.schemas.exchange.TextReading;
import xinglin.schemas.rule.Rule;
import xinglin.schemas.rule.RuleVersion;
import xinglin.warehouse.seal.PartyKey;
import xinglin.warehouse.statement.SqlFile;
import xinglin.warehouse.statement.StreamedRows;

/** Gives the statements of {@code sql/exchange} what they work on: rows as sent, words, laws. */
final class PenaltyStage {
  private static final int SCALE = 6;
  private static final int RULE_SCALE = 4;
  private static final LocalDate FOR_EVER = LocalDate.of(9999, 12, 31);
  private static final String BLANKS = " \t\r\n\u3000\u00a0\ufeff\u200b";
  private final Scratch scratch;
  private final DuckDBConnection connection;
  private final Definitions definitions;
  private final FoundLayout found;

  PenaltyStage(Scratch scratch, Definitions definitions, FoundLayout found) {
    this.scratch = scratch;
    this.connection = (DuckDBConnection) scratch.duckDb().connection();
    this.definitions = definitions;
    this.found = found;
  }

  /** Words, laws, settings and functions. */
  void prepare(PenaltyContext context, PartyKey key) throws SQLException {
    scratch.run("dictionary");
    PenaltyTerms terms = definitions.exchange().terms();
    set("unit_factor", found.unit().equals("万元") ? 10_000 : 1);
    set("party", found.layout().party().name().toLowerCase(java.util.Locale.ROOT));
    set("note_pattern", "^" + PenaltyTerms.anyOf(found.layout().notes()));
    set("unlicensed_pattern", PenaltyTerms.anyOf(terms.unlicensed()));
    set("exception_pattern", PenaltyTerms.anyOf(terms.exceptions()));
    set("practice_pattern", PenaltyTerms.anyOf(terms.practices().keySet()));
    set("otherwise", terms.otherwise());
    for (Map.Entry<String, List<String>> change : terms.changes().entrySet()) {
      set(change.getKey() + "_pattern", "^" + PenaltyTerms.anyOf(change.getValue()));
    }
    set("has_amounts", found.places().containsKey(PenaltyField.FINE));
    set("has_states", !found.layout().states().isEmpty());
    set("sender_division", context.senderDivision().orElse(null));
    set("received_on", context.receivedOn());
    set("inner_pad", key.innerPad());
    set("outer_pad", key.outerPad());
    scratch.run("macros");
    dictionary(terms);
  }

  private void dictionary(PenaltyTerms terms) throws SQLException {
    try (DuckDBAppender words = appender("practice_word");
        DuckDBAppender bases = appender("basis");
        DuckDBAppender columns = appender("column_rule");
        DuckDBAppender severities = appender("check_severity")) {
      for (Map.Entry<String, String> word : terms.practices().entrySet()) {
        row(words, word.getKey(), word.getValue());
      }
      int position = 0;
      for (PenaltyTerms.Basis basis : terms.bases()) {
        bases.beginRow();
        bases.append(basis.rule());
        bases.append(basis.like());
        bases.append(position++);
        bases.endRow();
      }
      for (LayoutColumn column : found.layout().columns()) {
        row(
            columns,
            column.field().column(),
            column.blank().name().toLowerCase(java.util.Locale.ROOT));
      }
      for (CheckDeclaration check : definitions.checks().list()) {
        row(severities, check.code(), check.severity().code());
      }
    }
    rules();
  }

  private void rules() throws SQLException {
    try (DuckDBAppender rules = appender("rule_value")) {
      for (Rule rule : definitions.rules().list()) {
        for (RuleVersion version : rule.versions()) {
          for (var value : version.values().entrySet()) {
            rules.beginRow();
            rules.append(rule.id());
            rules.append(version.validFrom());
            rules.append(version.validTo().orElse(FOR_EVER));
            rules.append(value.getKey());
            rules.append(value.getValue().setScale(RULE_SCALE, RoundingMode.HALF_UP));
            rules.append(version.law().zh());
            rules.append(version.law().en());
            rules.endRow();
          }
        }
      }
    }
  }

  /** Rows as sent, trimmed. */
  void take(SentRows rows) throws SQLException, IOException {
    scratch.run("sent");
    append(rows);
    scratch.settle("sent");
  }

  private void append(SentRows rows) throws SQLException, IOException {
    List<Optional<Integer>> places =
        Arrays.stream(PenaltyField.values())
            .map(field -> Optional.ofNullable(found.places().get(field)))
            .toList();
    int[] ordinal = {0};
    try (DuckDBAppender sent = appender("sent")) {
      rows.each(
          (row, texts) -> {
            try {
              sent.beginRow();
              sent.append(ordinal[0]++);
              sent.append(row);
              for (Optional<Integer> place : places) {
                sent.append(place.map(at -> text(texts, at)).orElse(null));
              }
              sent.endRow();
            } catch (SQLException e) {
              throw new IOException("Cannot stage row " + row, e);
            }
          });
    }
  }

  /** The rows of a file that the database reads by itself. */
  void take(SentFile file) throws SQLException {
    String fields =
        Arrays.stream(PenaltyField.values())
            .map(
                field ->
                    Optional.ofNullable(found.places().get(field))
                            .map(at -> "nullif(trim(c" + at + ", getvariable('blanks')), '')")
                            .orElse("null::varchar")
                        + " as "
                        + field.column())
            .collect(Collectors.joining(", "));
    String columns =
        IntStream.range(0, found.headers().size())
            .mapToObj(at -> "'c" + at + "': 'varchar'")
            .collect(Collectors.joining(", ", "{", "}"));
    set("blanks", BLANKS);
    set("header_row", file.headerRow());
    scratch.make(
        "sent",
        "select cast(row_number() over () - 1 as integer) as ordinal,"
            + " cast(row_number() over () + getvariable('header_row') as integer) as sheet_row, "
            + fields
            + " from read_csv('"
            + file.file().toString().replace("'", "''")
            + "', auto_detect = false, header = false, quote = '\"', escape = '\"', delim = '"
            + file.separator()
            + "', skip = "
            + file.headerRow()
            + ", columns = "
            + columns
            + ")");
  }

  private static @Nullable String text(List<String> texts, int at) {
    if (at >= texts.size()) {
      return null;
    }
    String text = texts.get(at);
    int from = 0;
    int to = text.length();
    while (from < to && BLANKS.indexOf(text.charAt(from)) >= 0) {
      from++;
    }
    while (to > from && BLANKS.indexOf(text.charAt(to - 1)) >= 0) {
      to--;
    }
    return from == to ? null : text.substring(from, to);
  }

  /** Reads each distinct odd text once. */
  void readOddTexts() throws SQLException {
    PenaltyTexts texts = new PenaltyTexts(definitions.codeLists(), definitions.divisions(), found);
    try (java.sql.Connection other = connection.duplicate();
        Statement statement = other.createStatement();
        ResultSet odd = statement.executeQuery(SqlFile.read("exchange/odd_text.sql"));
        DuckDBAppender readings = appender("text_reading")) {
      while (StreamedRows.next(odd)) {
        String text = odd.getString(2);
        TextReading reading = texts.read(PenaltyTexts.Kind.valueOf(odd.getString(1)), text);
        readings.beginRow();
        readings.append(odd.getString(1));
        readings.append(text);
        readings.append(reading.code().orElse(null));
        readings.append(amount(reading.fine()));
        readings.append(amount(reading.confiscated()));
        readings.append(amount(reading.total()));
        readings.append(reading.day().orElse(null));
        readings.endRow();
      }
    }
  }

  private static @Nullable BigDecimal amount(Optional<BigDecimal> yuan) {
    return yuan.map(known -> known.setScale(SCALE, RoundingMode.HALF_UP)).orElse(null);
  }

  private DuckDBAppender appender(String table) throws SQLException {
    return connection.createAppender("main", table);
  }

  private static void row(DuckDBAppender appender, String first, String second)
      throws SQLException {
    appender.beginRow();
    appender.append(first);
    appender.append(second);
    appender.endRow();
  }

  private void set(String name, @Nullable Object value) throws SQLException {
    set(connection, name, value);
  }

  /** A value that statements read by {@code getvariable}: a constant to them. */
  static void set(Connection connection, String name, @Nullable Object value) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("set variable " + name + " = ?")) {
      statement.setObject(1, value);
      statement.execute();
    }
  }
}
