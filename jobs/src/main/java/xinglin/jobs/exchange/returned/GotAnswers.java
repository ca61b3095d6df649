package xinglin.jobs.exchange.returned;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import xinglin.jobs.exchange.RefusedException;
import xinglin.jobs.exchange.pack.Digests;
import xinglin.warehouse.ledger.PackageAnswer;
import xinglin.warehouse.ledger.PackageEntry;

/**
 * The answers of one bundle, proven and chained, about a package of ours.
 *
 * @param ours the package
 * @param refused why the partner refused it or a file of its name
 * @param unread whether the file was refused before its content was proven
 * @param answers in their order
 */
record GotAnswers(
    PackageEntry ours, Optional<String> refused, boolean unread, List<PackageAnswer> answers) {
  private static final String PROTOCOL = "yrd-answer-1";

  /** More answers say more; of as many the later ones count, so no order of arrival matters. */
  private static final Comparator<List<PackageAnswer>> WORTH =
      Comparator.<List<PackageAnswer>>comparingInt(List::size)
          .thenComparing(answers -> answers.get(answers.size() - 1).at())
          .thenComparing(answers -> digest(answers.get(answers.size() - 1).text()));

  GotAnswers {
    answers = List.copyOf(answers);
  }

  /**
   * Reads a bundle.
   *
   * @throws RefusedException if anything of it is wrong
   */
  static GotAnswers read(
      ReturnFile file, ReturnSender sender, OurPackages packages, Instant received)
      throws RefusedException {
    List<String> kinds = ReturnFile.KINDS.stream().filter(file::has).toList();
    if (kinds.isEmpty() || !kinds.equals(ReturnFile.KINDS.subList(0, kinds.size()))) {
      throw Fault.RETURN_INVALID.because("回执不齐", "an answer before another one is missing");
    }
    List<SignedText> texts = new ArrayList<>();
    for (String kind : kinds) {
      boolean last = texts.size() == kinds.size() - 1;
      texts.add(
          sender.verify(
              file.text(kind), file.signature(kind), last ? received : Instant.EPOCH, PROTOCOL));
    }
    chain(kinds, texts);
    SignedText last = texts.get(texts.size() - 1);
    Optional<String> refused =
        last.word("result").equals("refused") ? Optional.of(last.reason()) : Optional.empty();
    String region = last.word("from");
    Optional<String> digest = last.findPackageDigest();
    PackageEntry ours =
        (digest.isPresent()
                ? packages.findByDigest(region, digest.get())
                : packages.findByFile(region, last.ofPackage("file"), last.ofPackage("name")))
            .orElseThrow(() -> Fault.RETURN_FOREIGN.of(name(last)));
    List<PackageAnswer> answers = new ArrayList<>();
    for (int i = 0; i < kinds.size(); i++) {
      answers.add(answer(ours, kinds.get(i), texts.get(i), file.signature(kinds.get(i))));
    }
    return new GotAnswers(ours, refused, refused.isPresent() && digest.isEmpty(), answers);
  }

  private static String name(SignedText said) {
    try {
      return said.ofPackage("name");
    } catch (RefusedException e) {
      return "";
    }
  }

  private static PackageAnswer answer(
      PackageEntry ours, String kind, SignedText said, byte[] signature) throws RefusedException {
    return new PackageAnswer(
        ours.packageId(),
        kind,
        said.at(),
        said.text(),
        new String(signature, StandardCharsets.UTF_8));
  }

  /** Each names the one before it, and all are about the same file from the same region. */
  private static void chain(List<String> kinds, List<SignedText> texts) throws RefusedException {
    for (int i = 0; i < texts.size(); i++) {
      SignedText one = texts.get(i);
      boolean last = i == texts.size() - 1;
      if (!one.word("kind").equals(kinds.get(i))) {
        throw SignedText.wrong("kind");
      }
      String result = one.word("result");
      if (!result.equals(kinds.get(i)) && !(last && i == 1 && result.equals("refused"))) {
        throw SignedText.wrong("result");
      }
      Optional<String> before =
          i == 0 ? Optional.empty() : Optional.of(digest(texts.get(i - 1).text()));
      if (!one.digest("previous").equals(before)
          || !one.ofPackage("file").equals(texts.get(0).ofPackage("file"))
          || !one.word("from").equals(texts.get(0).word("from"))
          || (i > 1 && !one.findPackageDigest().equals(texts.get(1).findPackageDigest()))) {
        throw Fault.ANSWERS_BROKEN.of(kinds.get(i));
      }
    }
    if (texts.size() > 2 && texts.get(1).findPackageDigest().isEmpty()) {
      throw SignedText.wrong("digest");
    }
  }

  private static String digest(String text) {
    return Digests.of(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Whether they say more than those that are known. */
  boolean isBetterThan(List<PackageAnswer> known) {
    return known.isEmpty() || WORTH.compare(answers, known) > 0;
  }

  /** How far our package has come by them. */
  PackageEntry.State state() {
    if (refused.isPresent()) {
      return PackageEntry.State.REFUSED;
    }
    return switch (answers.size()) {
      case 1 -> PackageEntry.State.SENT;
      case 2 -> PackageEntry.State.UNDERSTOOD;
      case 3 -> PackageEntry.State.JUDGED;
      default -> PackageEntry.State.PUBLISHED;
    };
  }
}
