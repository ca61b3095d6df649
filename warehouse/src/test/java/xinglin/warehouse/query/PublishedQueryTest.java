package xinglin.warehouse.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Questions of a statistician, and of somebody with other plans. */
class PublishedQueryTest {
  @TempDir Path published;

  @BeforeEach
  void file() throws Exception {
    Path run = Files.createDirectories(published.resolve("r1"));
    try (Connection connection =
            DriverManager.getConnection("jdbc:duckdb:" + run.resolve("xinglin.duckdb"));
        Statement statement = connection.createStatement()) {
      statement.execute("set TimeZone = 'Asia/Shanghai'");
      statement.execute(
          "create table figure as select * from (values (1, '鼓楼区', 2073000.0000::decimal(20,4),"
              + " date '2024-04-01', timestamptz '2024-08-08 18:00:00+08', true), (2, '=1+1',"
              + " -0.5000::decimal(20,4), null, null, false), (3, '带\"引号\",与\n"
              + "换行', null, date '2024-07-31', null, null)) t(id, name, amount, day, sent_at,"
              + " flag)");
    }
    Files.createSymbolicLink(published.resolve("current"), Path.of("r1"));
  }

  @Test
  void tableAlignsChineseAndCutsRows() throws Exception {
    assertEquals(
        """
        id  name     amount  day
        --  ------  -------  ----------
         1  鼓楼区  2073000  2024-04-01
         2  =1+1       -0.5
        只显示前 2 行
        """,
        print(
            "select id, name, amount, day from figure order by id",
            new TableFormat(2, "只显示前 {rows} 行")));
  }

  @Test
  void csvIsExactAndHarmlessToASpreadsheet() throws Exception {
    assertEquals(
        """
        id,name,amount,day,sent_at,flag
        1,鼓楼区,2073000.0000,2024-04-01,2024-08-08T18:00:00+08:00,true
        2,'=1+1,-0.5000,,,false
        3,"带""引号"",与
        换行",,2024-07-31,,
        """,
        print("select * from figure order by id", new CsvFormat()));
  }

  /** Joins in a union, each longer than a buffer: streamed straight, two threads wait for ever. */
  @Test
  @Timeout(60)
  void longUnionsOfJoinsEnd() throws Exception {
    String sql =
        """
        with l as materialized (select i, i % 7 as j from range(1000000) as l(i)),
          r as materialized (select k from range(1000000) as r(k))
        select i from l, r where i = k union all
        select j from l, r where i = k union all
        select i + 1 from l, r where i = k;
        """;
    assertEquals(3_000_001, print(sql, new CsvFormat()).lines().count());
  }

  @Test
  void orderOutlivesTheCut() throws Exception {
    assertEquals(
        """
        id
        --
         3
         2
        …2
        """,
        print(
            "select id from figure order by id desc -- newest first",
            new TableFormat(2, "…{rows}")));
  }

  @Test
  void whatIsNoSelectIsAnsweredToo() throws Exception {
    assertEquals("name\nfigure\n", print("show tables", new CsvFormat()));
    assertEquals(
        "table_name\nfigure\n",
        print("select table_name from duckdb_tables() order by all", new CsvFormat()));
    assertEquals("2\n2\n", print("select 1; select 2", new CsvFormat()));
    assertTrue(print("explain select 1", new CsvFormat()).contains("PROJECTION"));
    assertEquals(2, print("select row(1, 2)", new CsvFormat()).lines().count());
  }

  @Test
  void aMistakeIsShownInItsOwnLine() {
    QueryException unknown =
        assertThrows(
            QueryException.class, () -> print("select id,\n  foo from figure", new CsvFormat()));
    assertTrue(unknown.getMessage().contains("LINE 2:   foo from figure"), unknown.getMessage());
    QueryException misspelt =
        assertThrows(QueryException.class, () -> print("selec id from figure", new CsvFormat()));
    assertTrue(misspelt.getMessage().contains("LINE 1: selec id"), misspelt.getMessage());
  }

  @Test
  void jsonIsExact() throws Exception {
    assertEquals(
        """
        [
         {"id": 1, "name": "鼓楼区", "amount": 2073000.0000, "sent_at": "2024-08-08T18:00:00+08:00", "flag": true},
         {"id": 2, "name": "=1+1", "amount": -0.5000, "sent_at": null, "flag": false},
         {"id": 3, "name": "带\\"引号\\",与\\n换行", "amount": null, "sent_at": null, "flag": null}
        ]
        """,
        print("select id, name, amount, sent_at, flag from figure order by id", new JsonFormat()));
    assertEquals("[\n]\n", print("select id from figure where false", new JsonFormat()));
  }

  @Test
  void nothingElseCanBeReadOrWritten() {
    for (String sql :
        List.of(
            "select * from read_text('/etc/hostname')",
            "select * from '/etc/hostname'",
            "copy figure to '/tmp/x.csv'",
            "attach '/tmp/other.duckdb'",
            "insert into figure select * from figure",
            "create table x as select 1",
            "drop table figure",
            "set enable_external_access = true",
            "install httpfs",
            "load httpfs",
            "select * from glob('/*')",
            "export database '/tmp/x'")) {
      QueryException refused =
          assertThrows(QueryException.class, () -> print(sql, new CsvFormat()), sql);
      assertEquals(QueryException.Reason.STATEMENT, refused.reason(), sql);
    }
  }

  @Test
  void mistakesAreTheDatabasesOwnWords() {
    QueryException e =
        assertThrows(QueryException.class, () -> print("select nam from figure", new CsvFormat()));
    assertTrue(
        e.getMessage()
            .startsWith("Binder Error: Referenced column \"nam\" not found in FROM clause!"),
        e.getMessage());
  }

  @Test
  void aFileOfAnotherVersionIsSaid() {
    try (PublishedQuery query = PublishedQuery.current(published, Optional.empty())) {
      QueryException e =
          assertThrows(QueryException.class, () -> query.rows("trace/windows.sql", List.of()));
      assertEquals(QueryException.Reason.OTHER_VERSION, e.reason());
      assertTrue(
          e.getMessage().startsWith("Catalog Error: Table with name indicator"), e.getMessage());
    }
  }

  @Test
  void nothingPublishedAndNoSuchReleaseAreSaid() {
    assertEquals(
        QueryException.Reason.NOT_PUBLISHED,
        assertThrows(
                QueryException.class,
                () -> PublishedQuery.current(published.resolve("none"), Optional.empty()))
            .reason());
    assertEquals(
        QueryException.Reason.NO_SUCH_RELEASE,
        assertThrows(
                QueryException.class,
                () -> PublishedQuery.release(published, "../r1", Optional.empty()))
            .reason());
  }

  private String print(String sql, ResultFormat format) throws Exception {
    StringBuilder out = new StringBuilder();
    try (PublishedQuery query = PublishedQuery.current(published, Optional.empty())) {
      query.print(sql, format, out);
    }
    return out.toString();
  }
}
