package xinglin.routes.partner;

import java.nio.file.Path;
import java.time.Duration;

/**
 * A folder of this machine, for example of a share, into which one partner lays its files.
 *
 * @param partner whose it is
 * @param received where files are moved once they are stored; made if it is not there
 * @param answers where answers are laid
 * @param quiet how long a file must not have changed before it is taken
 * @param most files taken at a time, so that a flood starves nobody
 */
public record FolderChannel(
    String partner, Path path, Path received, Path answers, Duration quiet, int most) {}
