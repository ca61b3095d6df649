package xinglin.schemas.exchange;

import xinglin.schemas.codelist.CodeLists;
import xinglin.schemas.definition.DefinitionFiles;
import xinglin.schemas.definition.Problems;
import xinglin.schemas.rule.Rules;

/** Everything that is declared for the exchange with partners. */
public record ExchangeDefinitions(PenaltyLayouts layouts, PenaltyTerms terms) {

  /** Reads it; mistakes go to problems. */
  public static ExchangeDefinitions load(
      DefinitionFiles files, CodeLists lists, Rules rules, Problems problems) {
    return new ExchangeDefinitions(
        PenaltyLayouts.load(files, problems), PenaltyTerms.load(files, lists, rules, problems));
  }
}
