package xinglin.routes.smtp;

import xinglin.routes.partner.MailServer;

/**
 * A mail server that takes our answers.
 *
 * @param channelId {@code office/smtp}, or of a partner {@code 320303/smtp}
 * @param from address that answers are from
 * @param name of the office, before its address and below letters
 * @param largest bytes of one mail
 */
public record SmtpChannel(
    String channelId, MailServer server, String from, String name, long largest) {}
