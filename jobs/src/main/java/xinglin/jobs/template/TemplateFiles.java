package xinglin.jobs.template;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import xinglin.schemas.blank.BlankForm;

/** Writes the files of a form to fill in, named by its title. */
public final class TemplateFiles {
  private TemplateFiles() {}

  /**
   * A workbook and a Word file, for a letter only the Word file; files of the same name are
   * replaced.
   *
   * @return the files written
   */
  public static List<Path> write(BlankForm form, Path folder) throws IOException {
    Files.createDirectories(folder);
    List<Path> written = new ArrayList<>();
    if (!form.isLetter()) {
      Path workbook = folder.resolve(form.fileName() + ".xlsx");
      try (OutputStream out = Files.newOutputStream(workbook)) {
        WorkbookTemplate.write(form, out);
      }
      written.add(workbook);
    }
    Path word = folder.resolve(form.fileName() + ".docx");
    try (OutputStream out = Files.newOutputStream(word)) {
      WordTemplate.write(form, out);
    }
    written.add(word);
    return written;
  }
}
