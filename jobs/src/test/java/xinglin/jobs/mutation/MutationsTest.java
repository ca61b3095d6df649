package xinglin.jobs.mutation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
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
    for (Subject subject : Subjects.all(bench)) {
      assertEquals(1, subject.reading().forms().size(), subject.name());
      for (Mutation mutation : Mutations.list()) {
        Optional<Mutation.Mutated> mutated = mutation.apply().apply(subject);
        if (mutated.isEmpty()) {
          continue;
        }
        cases++;
        Outcome outcome =
            new Judge(subject, mutated.get(), bench.read(mutated.get().draft())).outcome();
        if (!outcome.isWell()) {
          wrong.add(subject.name() + " | " + mutation.zh() + " | " + outcome.told() + " | " + outcome.wrong());
        }
      }
    }
    assertTrue(cases > 500, "only " + cases);
    assertEquals("", String.join("\n", wrong), wrong.size() + " of " + cases);
  }
}
