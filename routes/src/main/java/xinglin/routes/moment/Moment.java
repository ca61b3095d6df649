package xinglin.routes.moment;

/**
 * The instants at which a kill could lose something or do it twice: each lies between two steps
 * that are durable by themselves.
 */
public enum Moment {
  /** Files of a partner's folder are listed; nothing is fetched. */
  SFTP_LISTED,
  /** Bytes of a group are written, not yet durable. */
  SFTP_FETCHED,
  /** A group is durable, not yet in the ledger. */
  SFTP_STORED,
  /** A group is in the ledger, none of its files is moved. */
  SFTP_COUNTED,
  /** One file of a group is moved, others are not. */
  SFTP_ONE_MOVED,
  /** All files of a group are moved. */
  SFTP_MOVED,
  /** Messages of a mailbox are listed; nothing is fetched. */
  MAIL_LISTED,
  /** Bytes of a group of messages are written, not yet durable. */
  MAIL_FETCHED,
  /** A group of messages is durable, not yet in the ledger. */
  MAIL_STORED,
  /** A group of messages is in the ledger, none is flagged. */
  MAIL_COUNTED,
  /** A group of messages is flagged, none is moved. */
  MAIL_FLAGGED,
  /** A group of messages is moved. */
  MAIL_MOVED,
  /** The bytes of an answer are written, not yet booked. */
  ANSWER_PREPARED,
  /** An answer is booked; nothing is sent. */
  ANSWER_BOOKED,
  /** The connection stands; nothing of the answer is sent. */
  ANSWER_CONNECTED,
  /** The server has confirmed an answer by mail; it is not booked as sent. */
  ANSWER_MAILED,
  /** An answer by SFTP stands under its temporary name. */
  ANSWER_UPLOADED,
  /** An answer by SFTP has its name; it is not booked as sent. */
  ANSWER_RENAMED,
  /** One answer is booked as sent, others wait. */
  ANSWER_SENT,
  /** All answers that could be sent are booked. */
  ANSWERS_DONE
}
