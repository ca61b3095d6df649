/** Taking files from folders of partners on this machine. */
@NullMarked
package xinglin.routes.folder;

import org.jspecify.annotations.NullMarked;
