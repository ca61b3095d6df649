package xinglin.app.launch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;

/**
 * Loads classes that no training run comes to, so that the archive has them too: our own, and those
 * of what speaks SSH and OpenPGP, for which a server and keys would be needed.
 */
public final class Classes {
  private static final Pattern JARS = Pattern.compile("(xinglin|sshd|bcpg|bcprov)-.*[.]jar");
  private static final Pattern NAMES =
      Pattern.compile(
          "(xinglin|org/apache/sshd/(client|common|sftp)|org/bouncycastle/(bcpg|openpgp|crypto|asn1|math)|org/bouncycastle/jcajce/provider)/.*[.]class");

  private Classes() {}

  /** Loads them without running anything of theirs. */
  public static void load() throws IOException {
    String separator = System.getProperty("path.separator");
    for (String entry : List.of(System.getProperty("java.class.path").split(separator))) {
      Path jar = Path.of(entry);
      if (JARS.matcher(jar.getFileName().toString()).matches()) {
        load(jar);
      }
    }
  }

  private static void load(Path jar) throws IOException {
    try (JarFile file = new JarFile(jar.toFile())) {
      file.stream()
          .map(JarEntry::getName)
          .filter(name -> NAMES.matcher(name).matches())
          .forEach(Classes::load);
    }
  }

  /** Some of a library need others that we do not have. */
  private static boolean load(String entry) {
    String name = entry.substring(0, entry.length() - ".class".length()).replace('/', '.');
    try {
      return Class.forName(name, false, Classes.class.getClassLoader()).desiredAssertionStatus();
    } catch (ClassNotFoundException | LinkageError missing) {
      return false;
    }
  }
}
