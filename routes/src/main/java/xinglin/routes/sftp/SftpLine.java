package xinglin.routes.sftp;

import org.apache.sshd.sftp.client.SftpClient;

/**
 * One SFTP channel of a session, for one thread at a time.
 *
 * @param sftp for streams and whatever is waited for
 * @param pipe for requests that are not waited for at once
 */
record SftpLine(SftpClient sftp, SftpPipe pipe) {}
