package xinglin.schemas.form;

import xinglin.schemas.campaign.Campaigns;
import xinglin.schemas.check.CheckCatalogue;
import xinglin.schemas.codelist.CodeLists;
import xinglin.schemas.codelist.Divisions;
import xinglin.schemas.codelist.Measures;
import xinglin.schemas.rule.Rules;
import xinglin.schemas.table.Tables;

/** What a form definition may refer to. */
public record FormVocabulary(
    Measures measures,
    CodeLists codeLists,
    Divisions divisions,
    Campaigns campaigns,
    Tables tables,
    Rules rules,
    CheckCatalogue checks) {}
