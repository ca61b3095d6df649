package xinglin.app.terminal;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * One sentence in the operator's language for whatever is wrong with a command line, and where to
 * read on. picocli's own sentences are English and name Java classes.
 */
public final class UsageMistakes implements IParameterExceptionHandler {
  private final Texts texts;

  public UsageMistakes(Texts texts) {
    this.texts = texts;
  }

  @Override
  public int handleParseException(ParameterException mistake, String[] arguments) {
    CommandLine line = mistake.getCommandLine();
    PrintWriter err = line.getErr();
    err.println(sentence(mistake));
    if (isOurs(mistake)) { // a command was left out: its whole help lists them
      line.usage(err);
    } else {
      err.println(texts.say("usage.help", line.getCommandSpec().qualifiedName()));
    }
    err.flush();
    return line.getCommandSpec().exitCodeOnInvalidInput();
  }

  private String sentence(ParameterException mistake) {
    if (mistake instanceof UnmatchedArgumentException unmatched) {
      return unmatched(unmatched);
    }
    if (mistake instanceof MissingParameterException missing) {
      return missing(missing);
    }
    if (mistake instanceof OverwrittenOptionException twice) {
      return texts.say("usage.twice", name(twice.getOverwritten()));
    }
    ArgSpec argument = mistake.getArgSpec();
    if (argument == null) {
      return String.valueOf(mistake.getMessage());
    }
    return texts.say("usage.value", name(argument), mistake.getValue(), wanted(argument));
  }

  /** Whether a command of ours has said what is missing. */
  private static boolean isOurs(ParameterException mistake) {
    return mistake.getClass() == ParameterException.class && mistake.getArgSpec() == null;
  }

  private String unmatched(UnmatchedArgumentException mistake) {
    String first = mistake.getUnmatched().get(0);
    boolean command =
        !mistake.getCommandLine().getSubcommands().isEmpty() && !mistake.isUnknownOption();
    String kind = mistake.isUnknownOption() ? "option" : command ? "command" : "argument";
    List<String> near =
        command || mistake.isUnknownOption() ? mistake.getSuggestions() : List.<String>of();
    String told = texts.say("usage.unknown." + kind, first);
    if (near.isEmpty()) {
      return told;
    }
    // The nearest one comes first; a command comes with and without the names above it.
    return told + texts.say("usage.nearest", near.get(0).replaceFirst("^.* ", ""));
  }

  private String missing(MissingParameterException mistake) {
    List<ArgSpec> missing = mistake.getMissing();
    if (missing.size() == 1 && missing.get(0) instanceof OptionSpec option && !option.required()) {
      return texts.say("usage.missing.value", name(option), option.paramLabel());
    }
    return texts.say(
        "usage.missing",
        missing.stream().map(UsageMistakes::label).collect(Collectors.joining(" ")));
  }

  private static String label(ArgSpec argument) {
    return argument instanceof OptionSpec option
        ? option.longestName() + " " + option.paramLabel()
        : argument.paramLabel();
  }

  private static String name(ArgSpec argument) {
    return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
  }

  /** What may stand there. */
  private String wanted(ArgSpec argument) {
    Class<?> type =
        argument.typeInfo().isOptional() || argument.typeInfo().isMultiValue()
            ? argument.auxiliaryTypes()[0]
            : argument.type();
    if (type.isEnum()) {
      return Arrays.stream(type.getEnumConstants())
          .map(each -> each.toString().toLowerCase(Locale.ROOT))
          .collect(Collectors.joining(" | "));
    }
    if (type == LocalDate.class) {
      return texts.say("usage.wanted.date");
    }
    return Number.class.isAssignableFrom(type) || type.isPrimitive()
        ? texts.say("usage.wanted.number")
        : argument.paramLabel();
  }
}
