package xinglin.jobs.sheet;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import xinglin.jobs.template.WordTemplate;
import xinglin.jobs.template.WorkbookTemplate;
import xinglin.schemas.blank.BlankForm;

/** Writes a filled form, named by its title and its division. */
public final class FilledFile {
  private FilledFile() {}

  /**
   * @param format xlsx or docx
   * @return the file written; one of the same name is replaced
   */
  public static Path write(BlankForm form, Path folder, String format) throws IOException {
    Files.createDirectories(folder);
    Path file = folder.resolve(form.fileName() + "." + format);
    try (OutputStream out = Files.newOutputStream(file)) {
      if (format.equals("docx")) {
        WordTemplate.write(form, out);
      } else {
        WorkbookTemplate.write(form, out);
      }
    }
    return file;
  }
}
