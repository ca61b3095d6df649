package xinglin.schemas.fill.cell;

import java.util.function.UnaryOperator;
import xinglin.schemas.campaign.Campaigns;
import xinglin.schemas.codelist.CodeLists;
import xinglin.schemas.codelist.Divisions;
import xinglin.schemas.codelist.Measures;
import xinglin.schemas.table.Tables;

/**
 * The lists that cells are read with.
 *
 * @param pseudonym keyed digest for keys made of personal data, so that the key tells nothing about
 *     the person
 */
public record Vocabulary(
    Measures measures,
    CodeLists codeLists,
    Divisions divisions,
    Campaigns campaigns,
    Tables tables,
    UnaryOperator<String> pseudonym) {}
