package xinglin.jobs.open.workbook;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * On which scale a number format shows which numbers: {@code [>=10000]0!.0,"万";0} scales large ones
 * only.
 */
public record ShownFormat(List<Section> sections) {
  private static final Pattern SECTION = Pattern.compile("(?:\"[^\"]*\"|[\\\\!].|[^;\"\\\\!])+");
  private static final Pattern CONDITION =
      Pattern.compile("\\[(>=|<=|<>|>|<|=)\\s*(-?\\d{1,15}(?:\\.\\d{1,15})?)\\]");

  /** A part of a format, and the numbers it is for; without a sign it is for all. */
  record Section(String sign, BigDecimal limit, Optional<ShownScale> scale) {
    boolean isFor(BigDecimal number) {
      int compared = number.compareTo(limit);
      return switch (sign) {
        case ">=" -> compared >= 0;
        case "<=" -> compared <= 0;
        case ">" -> compared > 0;
        case "<" -> compared < 0;
        case "=" -> compared == 0;
        case "<>" -> compared != 0;
        default -> true;
      };
    }
  }

  /** Empty for formats that show all numbers as they are. */
  public static Optional<ShownFormat> of(String format) {
    List<Section> sections = new ArrayList<>();
    Matcher section = SECTION.matcher(format);
    while (section.find() && sections.size() < 3) {
      Matcher condition = CONDITION.matcher(section.group());
      boolean conditional = condition.find();
      sections.add(
          new Section(
              conditional ? condition.group(1) : "",
              conditional ? new BigDecimal(condition.group(2)) : BigDecimal.ZERO,
              ShownScale.of(section.group())));
      if (!conditional) {
        // Without conditions the further parts are for negative numbers, zero and text.
        break;
      }
    }
    return sections.stream().anyMatch(part -> part.scale().isPresent())
        ? Optional.of(new ShownFormat(List.copyOf(sections)))
        : Optional.empty();
  }

  /** One scale for all numbers. */
  public static ShownFormat always(ShownScale scale) {
    return new ShownFormat(List.of(new Section("", BigDecimal.ZERO, Optional.of(scale))));
  }

  public Optional<ShownScale> find(BigDecimal number) {
    return sections.stream().filter(part -> part.isFor(number)).findFirst().flatMap(Section::scale);
  }
}
