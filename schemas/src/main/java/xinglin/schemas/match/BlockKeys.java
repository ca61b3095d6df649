package xinglin.schemas.match;

import java.util.function.LongConsumer;
import xinglin.schemas.match.name.Characters;
import xinglin.schemas.match.name.Hash;
import xinglin.schemas.match.name.Name;
import xinglin.schemas.match.party.Features;
import xinglin.schemas.match.party.Party;
import xinglin.schemas.match.party.WeighedName;
import xinglin.schemas.match.place.BirthDate;
import xinglin.schemas.match.place.IdentityNumber;

/**
 * Keys of a party: two parties are compared where they share one. Every kind of error leaves at
 * least one key whole.
 */
final class BlockKeys {
  private enum Key {
    SOUND_YEAR,
    SOUND_CITY,
    SOUND,
    GAP_YEAR,
    GAP_CITY,
    BIRTH,
    SURNAME_CITY_YEAR,
    TAIL,
    TAIL_AREA,
    NUMBER,
    HOUSE,
    FORMER,
    CORE,
    CORE_CITY,
    CORE_GAP_CITY,
    WHOLE,
    HEAD_CITY,
    HEAD_TRADE,
    HEAD_CORE
  }

  private final Characters characters;
  private final LongConsumer keys;

  BlockKeys(Characters characters, LongConsumer keys) {
    this.characters = characters;
    this.keys = keys;
  }

  private void key(Key kind, long... parts) {
    long hash = kind.ordinal() + 1L;
    for (long part : parts) {
      hash = Hash.mix(hash, part);
    }
    keys.accept(hash);
  }

  void of(Features party) {
    if (party.isPerson()) {
      party.names().forEach(name -> person(name.name(), party));
    } else {
      organisation(party);
    }
    int road = party.address().road();
    if (road != 0 && party.address().first() != 0) {
      key(Key.HOUSE, road, party.address().first(), party.city());
    }
    party.identity().ifPresent(number -> identity(number, party));
  }

  private void identity(IdentityNumber number, Features party) {
    if (number.isWhole()) {
      key(Key.NUMBER, Hash.of(number.text()));
    }
    if (number.tail().isPresent()) {
      long tail = Hash.of(number.tail().get());
      key(Key.TAIL_AREA, tail, Hash.of(number.text().substring(0, 6)));
      Name name = party.name().name();
      if (name.length() > 0) {
        key(Key.TAIL, tail, near(name, 0));
      }
    }
  }

  private void person(Name name, Features party) {
    int year = party.birth().map(BirthDate::year).orElse(0);
    if (name.length() == 0) {
      return;
    }
    long surname = near(name, 0);
    party
        .birth()
        .filter(BirthDate::isWhole)
        .ifPresent(birth -> key(Key.BIRTH, surname, birth.year(), birth.dayKey()));
    if (name.isMasked()) {
      key(Key.SURNAME_CITY_YEAR, surname, party.city(), year);
      return;
    }
    if (party.city() != 0 || year != 0) {
      key(Key.SURNAME_CITY_YEAR, surname, party.city(), year);
    }
    long sound = sound(name, name.length());
    key(Key.SOUND, sound);
    if (year != 0) {
      key(Key.SOUND_YEAR, sound, year);
    }
    if (party.city() != 0) {
      key(Key.SOUND_CITY, sound, party.city());
    }
    for (int gap = 0; gap <= name.length() && name.length() > 1; gap++) {
      // The last one is the whole name, which another one has with a gap.
      long rest = sound(name, gap);
      if (year != 0) {
        key(Key.GAP_YEAR, rest, year);
      }
      if (party.city() != 0 && name.length() > 2) {
        key(Key.GAP_CITY, rest, party.city());
      }
    }
  }

  /** Readings in sorted order, without the one at the gap: swapped ones are the same. */
  private long sound(Name name, int gap) {
    int[] readings = new int[name.length() - (gap < name.length() ? 1 : 0)];
    int length = 0;
    for (int at = 0; at < name.length(); at++) {
      if (at != gap) {
        readings[length] = characters.nearReading(name.reading(at));
        length++;
      }
    }
    java.util.Arrays.sort(readings);
    return Hash.of(readings);
  }

  private long near(Name name, int at) {
    return name.character(at) == Name.MASK ? 0 : characters.nearReading(name.reading(at));
  }

  private void organisation(Features party) {
    Name core = party.name().name();
    Features.CompanyFeatures company = party.company().orElseThrow();
    long sound = sound(core, core.length());
    key(Key.CORE, sound, company.trade());
    if (party.city() != 0) {
      key(Key.CORE_CITY, sound, party.city());
      for (int gap = 0; gap <= core.length() && core.length() > 1; gap++) {
        key(Key.CORE_GAP_CITY, sound(core, gap), party.city());
      }
    }
    key(Key.WHOLE, company.whole());
    company.former().forEach(whole -> key(Key.WHOLE, whole));
    party.head().map(WeighedName::name).ifPresent(head -> head(head, sound, company, party));
  }

  private void head(Name head, long core, Features.CompanyFeatures company, Features party) {
    if (head.isMasked() || head.length() == 0) {
      return;
    }
    long sound = sound(head, head.length());
    key(Key.HEAD_CITY, sound, party.city());
    key(Key.HEAD_TRADE, sound, company.trade());
    key(Key.HEAD_CORE, sound, core);
    if (party.kind() == Party.Kind.SOLE_TRADER) {
      person(head, party);
    }
  }
}
