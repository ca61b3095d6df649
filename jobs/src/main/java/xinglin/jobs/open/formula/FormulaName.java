package xinglin.jobs.open.formula;

import org.apache.poi.ss.formula.EvaluationName;
import org.apache.poi.ss.formula.FormulaType;
import org.apache.poi.ss.formula.ptg.NamePtg;
import org.apache.poi.ss.formula.ptg.Ptg;
import xinglin.jobs.open.workbook.WorkbookXml;

/** A defined name, as POI's formula engine wants to see it. */
public record FormulaName(FormulaBook book, WorkbookXml.Name name, int index)
    implements EvaluationName {

  @Override
  public String getNameText() {
    return name.name();
  }

  @Override
  public boolean isFunctionName() {
    return false;
  }

  @Override
  public boolean hasFormula() {
    return !name.expression().isEmpty();
  }

  @Override
  public Ptg[] getNameDefinition() {
    return book.parse(name.expression(), FormulaType.NAMEDRANGE, name.sheet(), -1);
  }

  @Override
  public boolean isRange() {
    return hasFormula();
  }

  @Override
  public NamePtg createPtg() {
    return new NamePtg(index);
  }
}
