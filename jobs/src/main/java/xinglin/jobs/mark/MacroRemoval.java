package xinglin.jobs.mark;

import java.io.IOException;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackageRelationship;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbookType;

/** Turns a macro workbook into a plain one. */
final class MacroRemoval {
  private static final String VBA =
      "http://schemas.microsoft.com/office/2006/relationships/vbaProject";

  private MacroRemoval() {}

  static void from(XSSFWorkbook workbook) throws IOException {
    if (!workbook.isMacroEnabled()) {
      return;
    }
    try {
      PackagePart main = workbook.getPackagePart();
      for (PackageRelationship relationship : main.getRelationshipsByType(VBA)) {
        workbook.getPackage().removePart(main.getRelatedPart(relationship));
        main.removeRelationship(relationship.getId());
      }
      workbook.setWorkbookType(XSSFWorkbookType.XLSX);
    } catch (InvalidFormatException e) {
      throw new IOException("Cannot remove macros", e);
    }
  }
}
