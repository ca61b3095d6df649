/** Fetching messages from IMAP mailboxes. */
@NullMarked
package xinglin.routes.imap;

import org.jspecify.annotations.NullMarked;
