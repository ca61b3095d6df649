package xinglin.schemas.fill;

import java.util.ArrayList;
import java.util.List;
import xinglin.schemas.finding.Issue;

/**
 * Collects what is wrong with one form while it is read. Not thread safe; lives as long as one
 * reading.
 */
final class Issues {
  private final List<Issue> list = new ArrayList<>();

  void add(Issue issue) {
    list.add(issue);
  }

  List<Issue> list() {
    return List.copyOf(list);
  }
}
