package xinglin.jobs.unpack.mail;

/**
 * What a message was found to be, its attachments aside.
 *
 * @param letterhead its header
 * @param cloudLink whether its text has a link that stands in for an attachment
 * @param truncated whether its end is missing: what was attached last is not whole
 */
public record MessageContent(Letterhead letterhead, boolean cloudLink, boolean truncated) {}
