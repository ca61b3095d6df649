package xinglin.jobs.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import xinglin.warehouse.decide.JudgedDelivery;

/** Puts together what arrived together: a delivery and, behind it, all that was inside it. */
final class Arrivals implements Consumer<JudgedDelivery> {
  private final Consumer<List<JudgedDelivery>> next;
  private final List<JudgedDelivery> together = new ArrayList<>();

  Arrivals(Consumer<List<JudgedDelivery>> next) {
    this.next = next;
  }

  @Override
  public void accept(JudgedDelivery judged) {
    if (judged.isRoot()) {
      end();
    }
    together.add(judged);
  }

  /** Hands over the last one. */
  void end() {
    if (!together.isEmpty()) {
      next.accept(List.copyOf(together));
      together.clear();
    }
  }
}
