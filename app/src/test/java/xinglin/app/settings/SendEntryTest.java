package xinglin.app.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import xinglin.app.settings.PartnerExchange.Agreed;
import xinglin.jobs.exchange.agreement.Rhythm;
import xinglin.jobs.exchange.agreement.Sending;
import xinglin.jobs.exchange.pack.Identities;
import xinglin.routes.arrival.DayLimits;
import xinglin.schemas.definition.Problems;

/** Agreements about what is sent: read, and every mistake told with file and line. */
final class SendEntryTest {
  @TempDir Path home;

  @Test
  void anAgreementIsRead() throws IOException {
    Agreed agreed =
        read(
                new Problems(),
                """
                exchange:
                  keys:
                    - {file: partners/keys/sh.asc, from: 2024-01-01}
                  sends:
                    - profile: yrd-pen-1
                      since: 2024-01-01
                      until: 2026-12-31
                      divisions: ["320100", "320500"]
                      practice_types: dental
                      unlicensed_only: false
                      leave_out: [YRD_RISK_POINT]
                      identities: keyed
                      key: {name: sh-js-2024, secret: "env:SHARED"}
                      every: week
                      day: 3
                """)
            .exchanges()
            .get(0)
            .sends()
            .get(0);
    assertEquals(
        new Sending(
            "310000",
            "310000",
            "yrd-pen-1",
            List.of("320100", "320500"),
            List.of("dental"),
            false,
            LocalDate.parse("2024-01-01"),
            Optional.of(LocalDate.parse("2026-12-31")),
            Set.of("YRD_RISK_POINT"),
            new Identities(Identities.Form.KEYED, Optional.of("sh-js-2024")),
            "",
            new Rhythm(Rhythm.Every.WEEK, 3)),
        agreed.sending());
    assertEquals("env:SHARED", agreed.key().orElseThrow().reference());
  }

  @Test
  void nothingCanBeSentByARegionWithoutAnId() throws IOException {
    Problems problems = new Problems();
    PartnerDirectory directory =
        read(
            problems,
            """
            exchange:
              keys:
                - {file: partners/keys/sh.asc, from: 2024-01-01}
              sends:
                - profile: yrd-pen-1
                  since: 2024-01-01
            """);
    directory.checkSends(Optional.of("320000"), problems);
    assertEquals(List.of(), problems.list());
    directory.checkSends(Optional.empty(), problems);
    assertEquals(1, problems.list().size());
    assertEquals("config/partners/310000.yaml", problems.list().get(0).file());
  }

  @Test
  void everyMistakeIsTold() throws IOException {
    Problems problems = new Problems();
    read(
            problems,
            """
        exchange:
          sends:
            - {profile: yrd-pen-2}
            - profile: yrd-pen-1
              since: 2024-01-01
              until: 2023-01-01
              divisions: ["999999"]
              practice_types: [dentist]
              leave_out: [CF_WSH, CF_NR_FK, XX]
              identities: keyed
              day: 31
            - {profile: yrd-pen-1, since: 2024-01-01, identities: plain, key: {name: x, secret: abc}, every: day}
        """)
        .checkDivisions(code -> false, problems);
    assertEquals(
        List.of(
            "3: packages for it need its \"keys\"",
            "4: \"since\" is missing",
            "4: \"yrd-pen-2\" is not one of [yrd-pen-1, yrd-lead-1], did you mean \"yrd-pen-1\"?",
            "5: no division has the code 999999",
            "7: ends before it starts",
            "9: \"dentist\" is not one of [western, chinese, cosmetic, dental, myopia, other]",
            "10: CF_NR_FK, CF_NR_WFFF and YRD_TOTAL are left out together, or none of them",
            "10: CF_WSH cannot be left out: the profile requires it",
            "10: XX is no column of yrd-pen-1",
            "11: \"key\" is needed where identities are keyed, and nowhere else",
            "12: \"day\" must be from 1 to 28",
            "13: \"day\" is not one of [month, week, night]",
            "13: \"key\" is needed where identities are keyed, and nowhere else",
            "13: \"secret\" must not stand here itself; write env:NAME or file:PATH of a 0600 file",
            "13: identities in full need a \"purpose\" that the agreement states",
            "13: yrd-pen-1 stands here twice"),
        problems.list().stream()
            .map(problem -> problem.line() + ": " + problem.message())
            .sorted(
                Comparator.comparing(
                        (String text) -> Integer.parseInt(text.replaceFirst(":.*", "")))
                    .thenComparing(Comparator.naturalOrder()))
            .toList());
  }

  @Test
  void aRhythmKnowsItsLatestDay() {
    Rhythm monthly = new Rhythm(Rhythm.Every.MONTH, 5);
    assertEquals(LocalDate.parse("2024-02-05"), monthly.latest(LocalDate.parse("2024-03-04")));
    assertEquals(LocalDate.parse("2024-03-05"), monthly.latest(LocalDate.parse("2024-03-05")));
    assertEquals(LocalDate.parse("2023-12-05"), monthly.latest(LocalDate.parse("2024-01-01")));
    Rhythm mondays = new Rhythm(Rhythm.Every.WEEK, 1);
    assertEquals(LocalDate.parse("2024-07-15"), mondays.latest(LocalDate.parse("2024-07-21")));
    assertEquals(LocalDate.parse("2024-07-22"), mondays.latest(LocalDate.parse("2024-07-22")));
    assertEquals(
        LocalDate.parse("2024-07-21"),
        new Rhythm(Rhythm.Every.NIGHT, 1).latest(LocalDate.parse("2024-07-21")));
  }

  private PartnerDirectory read(Problems problems, String text) throws IOException {
    Files.createDirectories(home.resolve("config/partners/keys"));
    Files.writeString(home.resolve("config/partners/keys/sh.asc"), "");
    Files.writeString(home.resolve("config/partners/310000.yaml"), "name: 上海\n" + text);
    return PartnerFiles.read(home, DayLimits.standard(), problems);
  }
}
