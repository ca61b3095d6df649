package xinglin.jobs.parcel;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import xinglin.jobs.letter.Told;
import xinglin.jobs.mark.page.Words;
import xinglin.schemas.finding.Language;
import xinglin.warehouse.ledger.Answer;

/** The marked copies that answer a delivery, under names by which a clerk knows them again. */
final class Copies {
  private static final int LONGEST_NAME = 60;

  private Copies() {}

  /**
   * @param deliveryId of the file that it is a copy of
   * @param name as its receiver sees it
   */
  record Copy(String deliveryId, String name, String extension, Path file) {}

  static List<Copy> of(Told told, List<Answer> answers, Path home, Language language) {
    Map<String, String> names = new HashMap<>();
    told.files().forEach(file -> names.put(file.deliveryId(), file.fileName()));
    List<Copy> copies = new ArrayList<>();
    Set<String> taken = new HashSet<>();
    for (Answer answer : answers) {
      if (answer.kind().equals("marked_copy")) {
        Path file = home.resolve(answer.path());
        String own = String.valueOf(file.getFileName());
        String deliveryId = own.replaceFirst("-marked\\..*$", "");
        String extension = own.substring(own.lastIndexOf('.'));
        String stem = stem(names.getOrDefault(deliveryId, told.fileName()));
        String name = "";
        for (int number = 1; name.isEmpty() || !taken.add(name); number++) {
          name =
              Words.in(language)
                  .say(
                      "letter.marked.name",
                      stem,
                      (number == 1 ? "" : "(" + number + ")") + extension);
        }
        copies.add(new Copy(deliveryId, name, extension, file));
      }
    }
    return copies;
  }

  /** A name without extension that is a name everywhere. */
  private static String stem(String fileName) {
    String last = fileName.substring(fileName.lastIndexOf('/') + 1);
    String stem = last.replaceFirst("\\.[A-Za-z0-9]{1,5}$", "");
    String safe = stem.replaceAll("[\\p{Cntrl}\\\\/:*?\"<>|;%]+", "_").strip();
    String shown = safe.replaceFirst("^\\.+", "_");
    int end =
        shown.offsetByCodePoints(
            0, Math.min(LONGEST_NAME, shown.codePointCount(0, shown.length())));
    return shown.isEmpty() ? "_" : shown.substring(0, end);
  }
}
