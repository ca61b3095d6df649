package xinglin.schemas.match.place;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import xinglin.schemas.engine.Definitions;
import xinglin.schemas.match.place.Address.Nearness;

/** Addresses, birth dates and identity numbers as people write them. */
class PlacesTest {
  private static final Addresses ADDRESSES =
      new Addresses(Definitions.load(Optional.empty()).matching().names().characters());

  @ParameterizedTest
  @CsvSource({
    "徐州市鼓楼区中山北路120弄3号501室, 鼓楼区中山北路一百二十弄３号, HOUSE",
    "徐州市鼓楼区中山北路120弄3号, 鼓楼区中山北路120弄5号, LANE",
    "江苏省徐州市鼓楼区黄楼街道中山北路120号, 鼓楼区中山北路88号, ROAD",
    "鼓楼区中山北路120号, 玄武区中山北路120号, OTHER",
    "鼓楼区黄楼街道中山北路120号, 鼓楼区黄楼街道民主路3号, TOWN",
    "上海市浦东新区人民路5号, 浦东新区解放路5号, COUNTY",
    "仙居县福应街道某路42号, 仙居县某路42号, COUNTY",
    "中山路7号, 民主路7号, UNKNOWN"
  })
  void addressesAreAsNearAsTheirParts(String left, String right, Nearness nearness) {
    assertEquals(nearness, ADDRESSES.read(left).compare(ADDRESSES.read(right)));
    assertEquals(nearness, ADDRESSES.read(right).compare(ADDRESSES.read(left)));
  }

  @ParameterizedTest
  @CsvSource({
    "未取得许可证，在徐州市鼓楼区民主路192号开展注射活动, 徐州市鼓楼区民主路192号",
    "未取得医师资格，于仙居县福应街道环城路7弄3号301室为他人拔牙, 仙居县福应街道环城路7弄3号301室",
    "未取得许可证，在嘉定区梅园路为他人针灸, 嘉定区梅园路"
  })
  void thePlaceOfPracticeStandsInTheFacts(String facts, String place) {
    assertEquals(Optional.of(place), Addresses.inText(facts));
  }

  @Test
  void numbersTellTheBirthDateAsFarAsTheyCanBeSeen() {
    assertEquals(
        Optional.of(new BirthDate(1900, 3, 5)),
        IdentityNumber.read("990001190003059***").flatMap(IdentityNumber::birth));
    assertEquals(
        Optional.of(new BirthDate(1900, 0, 0)),
        IdentityNumber.read("9900011900********").flatMap(IdentityNumber::birth));
    assertEquals(
        Optional.empty(), IdentityNumber.read("990***********901X").flatMap(IdentityNumber::birth));
    assertEquals(Optional.empty(), IdentityNumber.read("******************"));
    assertEquals(Optional.of(new BirthDate(1970, 0, 0)), BirthDate.read("1970-01-01"));
  }
}
