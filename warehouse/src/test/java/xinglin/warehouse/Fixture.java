package xinglin.warehouse;

import java.nio.file.Path;
import java.util.Optional;
import xinglin.schemas.definition.DefinitionFiles;
import xinglin.schemas.definition.Problems;
import xinglin.schemas.table.Tables;
import xinglin.warehouse.home.Home;
import xinglin.warehouse.lake.Lake;
import xinglin.warehouse.ledger.Ledger;
import xinglin.warehouse.ledger.StateDatabase;

/** A home with everything of this module opened. */
public record Fixture(Home home, StateDatabase database, Ledger ledger, Lake lake)
    implements AutoCloseable {

  public static Fixture open(Path folder) {
    Problems problems = new Problems();
    Tables tables = Tables.load(DefinitionFiles.load(Optional.empty()), problems);
    problems.check();
    Home home = Home.openOrCreate(folder);
    StateDatabase database = StateDatabase.open(home);
    return new Fixture(home, database, new Ledger(database), Lake.open(home, tables, database));
  }

  @Override
  public void close() {
    lake.close();
  }
}
