package xinglin.app.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Documents are short where promised and point at things that exist. */
final class DocumentsTest {
  private static final Pattern LINK = Pattern.compile("\\[[^\\]]*\\]\\(([^)\\s]+)\\)");
  private static final Pattern FENCE = Pattern.compile("(?ms)^```.*?^```");

  private static final Pattern SHELL = Pattern.compile("(?ms)^```sh$.*?^```$");

  @Test
  void readmesAreShort() throws Exception {
    for (String name : List.of("README.md", "README.zh-CN.md")) {
      long lines = Checkout.text(Checkout.root().resolve(name)).lines().count();
      assertTrue(lines <= 200, name + " has " + lines + " lines, at most 200");
    }
  }

  @Test
  void relativeLinksResolve() throws Exception {
    List<String> broken = new ArrayList<>();
    for (Path file : Checkout.files("md")) {
      String text = FENCE.matcher(Checkout.text(file)).replaceAll("");
      LINK.matcher(text)
          .results()
          .map(link -> link.group(1))
          .filter(link -> !link.matches("[a-z]+:.*|#.*"))
          .filter(link -> !Files.exists(target(file, link)))
          .forEach(link -> broken.add(Checkout.name(file) + " -> " + link));
    }
    assertEquals(List.of(), broken);
  }

  /** ci/readme.py runs every line of the sh blocks; .ci/run calls it. */
  @Test
  void continuousIntegrationRunsTheTwoCommandsOfTheReadme() throws Exception {
    String ci = Checkout.text(Checkout.root().resolve(".ci/run"));
    assertTrue(ci.contains("python3 ci/readme.py README.md"), ".ci/run runs README.md");
    for (String readme : List.of("README.md", "README.zh-CN.md")) {
      String shell =
          SHELL
              .matcher(Checkout.text(Checkout.root().resolve(readme)))
              .results()
              .map(MatchResult::group)
              .collect(Collectors.joining());
      for (String command : List.of("./xinglin demo", "mvn verify")) {
        assertTrue(shell.lines().anyMatch(command::equals), readme + " shows " + command);
      }
    }
  }

  private static Path target(Path file, String link) {
    String path = URLDecoder.decode(link.split("#")[0], StandardCharsets.UTF_8);
    return file.resolveSibling(path).normalize();
  }
}
