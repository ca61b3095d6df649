package xinglin.routes.moment;

/** Told at each {@link Moment}. A test stops the process there; a night goes on. */
@FunctionalInterface
public interface Moments {
  void reached(Moment moment);

  /** Nobody is told. */
  static Moments unwatched() {
    return moment -> {};
  }
}
