package xinglin.schemas.drift.propose;

import java.util.List;

/**
 * Files of a next edition, laid out like the {@code config} folder of a home.
 *
 * @param files the form first
 */
public record Proposal(List<File> files) {
  public Proposal {
    files = List.copyOf(files);
  }

  /**
   * One file.
   *
   * @param path for example {@code forms/city-spot-check-2025.yaml}
   */
  public record File(String path, String text) {

    /** Lines that a person has to decide on, from 1. */
    public List<Integer> open() {
      List<String> lines = text.lines().toList();
      return java.util.stream.IntStream.rangeClosed(1, lines.size())
          .filter(line -> lines.get(line - 1).matches("\\s*# (请确认|please confirm): .*"))
          .boxed()
          .toList();
    }
  }

  /** How many decisions are open. */
  public int open() {
    return files.stream().mapToInt(file -> file.open().size()).sum();
  }
}
