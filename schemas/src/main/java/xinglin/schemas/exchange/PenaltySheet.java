package xinglin.schemas.exchange;

/**
 * A sheet of penalty records, recognised but not read.
 *
 * @param sheet as its sender sees it; empty for separated text
 * @param headerRow as its sender counts rows, from 1
 * @param rows those below the header
 */
public record PenaltySheet(FoundLayout found, String sheet, int headerRow, SentRows rows) {}
