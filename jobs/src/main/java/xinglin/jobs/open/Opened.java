package xinglin.jobs.open;

/** What became of a file: read, or refused with a reason that can be told to the sender. */
public sealed interface Opened permits OpenedDocument, Refused {}
