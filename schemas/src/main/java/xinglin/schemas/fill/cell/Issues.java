package xinglin.schemas.fill.cell;

import java.util.ArrayList;
import java.util.List;
import xinglin.schemas.finding.Issue;

/**
 * Collects what is wrong with one form while it is read. Not thread safe; lives as long as one
 * reading.
 */
public final class Issues {
  private final List<Issue> list = new ArrayList<>();

  public void add(Issue issue) {
    list.add(issue);
  }

  public List<Issue> list() {
    return List.copyOf(list);
  }
}
