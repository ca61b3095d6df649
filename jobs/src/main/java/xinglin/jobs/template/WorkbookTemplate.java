package xinglin.jobs.template;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Date;
import java.util.Optional;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import xinglin.schemas.blank.BlankForm;
import xinglin.schemas.blank.BlankSheet;
import xinglin.schemas.sheet.FormMark;

/** Writes a form to fill in as a workbook. */
public final class WorkbookTemplate {
  private WorkbookTemplate() {}

  /** Throws IllegalArgumentException for a letter, which has no workbook. */
  public static void write(BlankForm form, OutputStream out) throws IOException {
    if (form.isLetter()) {
      throw new IllegalArgumentException("Cannot write a letter as a workbook: " + form.mark());
    }
    try (XSSFWorkbook workbook = new XSSFWorkbook()) {
      Looks looks = new Looks(workbook);
      ChoiceSheet choices = new ChoiceSheet(workbook);
      for (BlankSheet sheet : form.sheets()) {
        new SheetTemplate(workbook.createSheet(sheet.name()), sheet, looks, choices)
            .write(form.landscape());
      }
      workbook.setForceFormulaRecalculation(true);
      workbook.setActiveSheet(0);
      properties(workbook.getProperties(), form);
      workbook.write(out);
    }
  }

  /** The same form is the same file, whenever it is written. */
  private static void properties(POIXMLProperties properties, BlankForm form) {
    properties.getCoreProperties().setTitle(form.title());
    properties.getCoreProperties().setCreated(Optional.of(new Date(0)));
    properties.getCoreProperties().setCreator("Xinglin 杏林");
    properties.getCustomProperties().addProperty(FormMark.PROPERTY, form.mark().toString());
  }
}
