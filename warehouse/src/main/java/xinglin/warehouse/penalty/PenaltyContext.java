package xinglin.warehouse.penalty;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What is known about a sheet besides its content.
 *
 * @param ordinal of the submission in its file
 * @param senderDivision division that its sender is registered for
 * @param receivedOn day of receipt in China
 */
public record PenaltyContext(int ordinal, Optional<String> senderDivision, LocalDate receivedOn) {}
