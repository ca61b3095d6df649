package xinglin.routes.openpgp;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.openpgp.PGPPublicKey;
import xinglin.jobs.exchange.seal.SealingException;

/**
 * The keys of this region and of its partners. Key files are read when they are first needed. Of a
 * partner only keys whose fingerprint was accepted are there.
 */
public final class KeyRing {
  private final List<OwnKey> own;
  private final List<PartnerKey> partners;
  private final TrustedKeys trusted;
  private final Map<String, String> environment;
  private final Map<OwnKey, SecretKeys> secrets = new HashMap<>();
  private List<Known> known = List.of();
  private boolean isRead;

  /**
   * @param environment where passphrases may stand
   */
  public KeyRing(
      List<OwnKey> own,
      List<PartnerKey> partners,
      TrustedKeys trusted,
      Map<String, String> environment) {
    this.own = List.copyOf(own);
    this.partners = List.copyOf(partners);
    this.trusted = trusted;
    this.environment = Map.copyOf(environment);
  }

  /** A partner's accepted certificate. */
  record Known(String partner, Term term, Certificate certificate) {}

  /** A key that made a signature, and whose it is. */
  record SigningKey(Known owner, PGPPublicKey key) {}

  /** The partner's key that has this id and may sign. */
  Optional<SigningKey> findSigning(long keyId) {
    return known().stream()
        .flatMap(
            one ->
                one.certificate().findSigning(keyId).map(key -> new SigningKey(one, key)).stream())
        .findFirst();
  }

  /** What to encrypt to: of the partner's keys whose first day has come, the latest. */
  PGPPublicKey encrypting(String partner, Instant at) {
    return known().stream()
        .filter(one -> one.partner().equals(partner) && one.term().covers(at))
        .sorted(Comparator.comparing((Known one) -> one.term().from()).reversed())
        .flatMap(one -> one.certificate().findEncrypting(at).stream())
        .findFirst()
        .orElseThrow(
            () ->
                new SealingException(
                    SealingException.Problem.PARTNER_KEY_MISSING, partner, Term.day(at)));
  }

  /** What this region signs with at a time: the latest key whose first day has come. */
  SecretKeys.Pair signing(Instant at) {
    return own.stream()
        .filter(key -> key.term().covers(at))
        .sorted(Comparator.comparing((OwnKey key) -> key.term().from()).reversed())
        .flatMap(key -> secret(key).findSigning(at).stream())
        .findFirst()
        .orElseThrow(
            () ->
                new SealingException(
                    SealingException.Problem.OWN_KEY_MISSING, Term.day(at).toString()));
  }

  /** All secret keys, former ones too: what was sealed to them may still come. */
  List<SecretKeys> secrets() {
    return own.stream().map(this::secret).toList();
  }

  /** Fingerprints of this region's keys with their terms, for people. */
  public Map<String, Term> ownFingerprints() {
    Map<String, Term> shown = new HashMap<>();
    own.forEach(key -> shown.put(secret(key).fingerprint(), key.term()));
    return shown;
  }

  private synchronized SecretKeys secret(OwnKey key) {
    return secrets.computeIfAbsent(key, one -> SecretKeys.read(one, environment));
  }

  private synchronized List<Known> known() {
    if (!isRead) {
      List<Known> read = new ArrayList<>();
      for (PartnerKey key : partners) {
        Certificate certificate = Certificate.read(key.file());
        String fingerprint = certificate.fingerprint();
        if (key.fingerprint().filter(fingerprint::equalsIgnoreCase).isPresent()
            || (key.fingerprint().isEmpty() && trusted.contains(key.partner(), fingerprint))) {
          read.add(new Known(key.partner(), key.term(), certificate));
        }
      }
      known = List.copyOf(read);
      isRead = true;
    }
    return known;
  }

  /** A certificate file as it is shown before it is trusted. */
  public record Shown(PartnerKey key, String fingerprint, String userId, boolean isTrusted) {}

  /** The keys of a partner, trusted or not. */
  public List<Shown> shown(String partner) {
    List<Shown> shown = new ArrayList<>();
    for (PartnerKey key : partners) {
      if (key.partner().equals(partner)) {
        Certificate certificate = Certificate.read(key.file());
        String fingerprint = certificate.fingerprint();
        boolean accepted =
            key.fingerprint()
                .map(fingerprint::equalsIgnoreCase)
                .orElseGet(() -> trusted.contains(partner, fingerprint));
        shown.add(new Shown(key, fingerprint, certificate.userId(), accepted));
      }
    }
    return shown;
  }
}
