/** Fetching files from SFTP servers. */
@NullMarked
package xinglin.routes.sftp;

import org.jspecify.annotations.NullMarked;
