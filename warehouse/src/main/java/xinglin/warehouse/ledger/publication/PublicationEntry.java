package xinglin.warehouse.ledger.publication;

import java.time.Instant;
import java.time.LocalDate;

/**
 * One publication as the ledger knows it.
 *
 * @param number 1, 2, 3 …
 * @param date on which its open windows end
 * @param rules digest of the definitions and statements it was made by
 */
public record PublicationEntry(
    long number, Instant publishedAt, LocalDate date, String run, String rules) {}
