package xinglin.schemas.exchange;

/**
 * A sheet of penalty records, recognised but not read.
 *
 * @param sheet as its sender sees it; empty for separated text
 */
public record PenaltySheet(FoundLayout found, String sheet, SentRows rows) {}
