package xinglin.jobs.mutation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every mutation of every form ends in what must come of it, and the reference page says so. */
class MutationsTest {

  @Test
  void nothingIsReadWrongAndNothingIsLostInSilence(@TempDir Path folder) throws IOException {
    Bench bench = new Bench(folder);
    List<String> wrong = new ArrayList<>();
    int cases = 0;
    List<Subject> subjects = Subjects.all(bench);
    MutationTable table = new MutationTable(subjects);
    List<Mutation> mutations = Mutations.list();
    for (Subject subject : subjects) {
      assertEquals(1, subject.reading().forms().size(), subject.name());
      for (Mutation mutation : mutations) {
        Optional<Mutation.Mutated> mutated = mutation.apply().apply(subject);
        if (mutated.isEmpty()) {
          continue;
        }
        cases++;
        Outcome outcome =
            new Judge(subject, mutated.get(), bench.read(mutated.get().draft())).outcome();
        table.add(mutation, subject, outcome);
        if (!outcome.isWell()) {
          wrong.add(
              subject.name()
                  + " | "
                  + mutation.zh()
                  + " | "
                  + outcome.told()
                  + " | "
                  + outcome.wrong());
        }
      }
    }
    assertTrue(cases > 500, "only " + cases);
    Files.write(Path.of("target", "mutations-wrong.txt"), wrong);
    assertEquals(List.of(), wrong.stream().limit(5).toList(), wrong.size() + " of " + cases);
    Regenerated.check(
        Path.of(System.getProperty("xinglin.root", "..")).resolve("docs/reference/mutations.md"),
        table.text());
  }
}
