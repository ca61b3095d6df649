#!/usr/bin/env python3
"""Makes the packages of the conformance kit anew: packages/ and scenarios.json beside this file. Needs gpg."""

import datetime
import json
import pathlib

import yrdpackage as yrd

HERE = pathlib.Path(__file__).parent
PACKAGES = HERE / "packages"
SENDER = "310000-2024@example.cn"
SENDER_NEXT = "310000-2025@example.cn"
RECEIVER = "320000-2024@example.cn"
RSA = "330000-2024@example.cn"
STRANGER = "stranger@example.cn"
PEN = "yrd-pen-1"
LEAD = "yrd-lead-1"


def at(text):
    return datetime.datetime.fromisoformat(text + "+08:00")


JULY = at("2024-07-15T18:00:00")


def credit_code(first):
    """Completes 17 characters with the check character of GB 32100."""
    letters = "0123456789ABCDEFGHJKLMNPQRTUWXY"
    total = sum(letters.index(character) * pow(3, place, 31) for place, character in enumerate(first))
    return first + letters[(31 - total % 31) % 31]


AUTHORITY = credit_code("11310114000000001")
SOURCE = credit_code("11310000000000001")


def record(number, **more):
    """An invented decision about an invented natural person."""
    known = {
        "CF_XDR_MC": "张*",
        "CF_XDR_LB": "自然人",
        "CF_WSH": f"嘉卫医罚〔2024〕{number}号",
        "CF_WFXW": "未取得《医疗机构执业许可证》擅自开展诊疗活动",
        "CF_SY": "未取得《医疗机构执业许可证》，在某路开展牙科诊疗活动",
        "CF_YJ": "《中华人民共和国基本医疗卫生与健康促进法》第三十八条第一款、第九十九条第一款",
        "CF_CFLB": "没收违法所得;罚款",
        "CF_NR": "没收违法所得人民币12000元，罚款人民币120000元",
        "CF_NR_FK": "12",
        "CF_NR_WFFF": "1.2",
        "CF_JDRQ": "2024-05-20",
        "CF_YXQ": "2025-05-20",
        "CF_GSJZQ": "2025-05-20",
        "CF_CFJG": "某区卫生健康委员会",
        "CF_CFJGDM": AUTHORITY,
        "CF_SJLY": "某市卫生健康委员会",
        "CF_SJLYDM": SOURCE,
        "YRD_STATE": "published",
        "YRD_VERSION": "1",
        "YRD_DIVISION": "310114",
        "YRD_PRACTICE_TYPE": "dental",
        "YRD_UNLICENSED": "1",
        "YRD_AMOUNT_STATE": "known",
    }
    known.update(more)
    return known


def lead(number, **more):
    """An invented lead that 310000 asks 320000 to investigate."""
    known = {
        "YRD_ASKER": "310000",
        "YRD_LEAD_ID": f"JD2024{number:03d}",
        "YRD_KIND": "ask",
        "YRD_STATE": "published",
        "YRD_VERSION": "1",
        "YRD_DIVISION": "320583",
        "YRD_RECEIVED_ON": "2024-06-20",
        "YRD_VIOLATION_GROUP": "practice",
        "YRD_PRACTICE_TYPE": "dental",
        "YRD_ASKED": "investigate",
        "YRD_REPLY_DUE": "2024-08-10",
        "YRD_LEAD_STATE": "open",
    }
    known.update(more)
    return known


class Draft:
    """A package before it is sealed; everything about it can be spoilt."""

    def __init__(self, sequence=1, previous=None, created=JULY, records=None, sender="310000", receiver="320000", profile=PEN, **more):
        self.records = [record(1), record(2, CF_NR_FK="3.5", CF_NR_WFFF="")] if records is None else records
        self.data = yrd.to_csv(profile, self.records)
        self.manifest = yrd.manifest(profile, sender, receiver, sequence, previous, created, self.records, self.data, **more)

    @property
    def name(self):
        return yrd.name(self.manifest)

    @property
    def digest(self):
        return yrd.digest(yrd.to_json(self.manifest))

    def entries(self):
        return [("manifest.json", yrd.to_json(self.manifest)), (self.manifest["parts"][0]["name"], self.data)]

    def set(self, **members):
        self.manifest.update(members)
        return self


class Kit:
    """Scenarios as they are written down."""

    def __init__(self, gpg):
        self.gpg = gpg
        self.scenarios = []

    def scenario(self, name, about, deliveries, answers):
        """deliveries: (name the file is sent under, bytes, time of receipt); answers: what is expected by package."""
        listed = []
        for place, (sent_as, data, received) in enumerate(deliveries, 1):
            file = f"{name}-{place}.bin"
            (PACKAGES / file).write_bytes(data)
            listed.append({"file": file, "name": sent_as, "at": received.isoformat()})
        self.scenarios.append({"name": name, "about": about, "deliveries": listed, "answers": answers})

    def sealed(self, draft, signer=SENDER, receiver=RECEIVER, time=JULY, received=None, entries=None, *more):
        data = yrd.pack(draft.entries() if entries is None else entries)
        return (draft.name + ".zip.gpg", self.gpg.seal(data, draft.name, signer, receiver, time, *more), received or time)

    def refused(self, name, code, about, delivery):
        package = delivery[0].replace(".zip.gpg", "").replace(".zip", "")
        self.scenario(name, about, [delivery], {package: {"result": "refused", "code": code}})


def understood(accepted, rejected=(), duplicate=0, remarked=0):
    return {
        "result": "understood",
        "rows": {"accepted": accepted, "remarked": remarked, "rejected": len(rejected), "duplicate": duplicate},
        "rejected": list(rejected),
    }


def later(days, hours=0):
    return JULY + datetime.timedelta(days=days, hours=hours)


def chain(count):
    """Drafts that follow one another, a day apart."""
    drafts, previous = [], None
    for number in range(1, count + 1):
        drafts.append(Draft(number, previous, later(number), [record(10 * number), record(10 * number + 1)]))
        previous = drafts[-1].digest
    return drafts


def good(kit):
    one = Draft()
    kit.scenario("01-good", "two records, both accepted", [kit.sealed(one)], {one.name: understood(2)})
    empty = Draft(records=[])
    kit.scenario("02-nothing-to-report", "no records", [kit.sealed(empty)], {empty.name: understood(0)})
    rsa = Draft(sender="330000")
    kit.scenario("03-rsa", "signed with RSA", [kit.sealed(rsa, signer=RSA)], {rsa.name: understood(2)})
    first, second = Draft(), None
    second = Draft(2, first.digest, at("2025-01-20T09:00:00"), [record(7)])
    third = Draft(3, second.digest, at("2025-02-20T09:00:00"), [record(8)])
    kit.scenario(
        "04-rotation",
        "two keys overlap; both count",
        [
            kit.sealed(first),
            kit.sealed(second, signer=SENDER_NEXT, time=at("2025-01-20T09:00:00")),
            kit.sealed(third, signer=SENDER, time=at("2025-02-20T09:00:00")),
        ],
        {first.name: understood(2), second.name: understood(1), third.name: understood(1)},
    )
    renamed = kit.sealed(Draft())
    kit.scenario("05-renamed", "a channel renamed the file", [("20240715-180000-file.bin", *renamed[1:])], {Draft().name: understood(2)})
    armoured = Draft()
    kit.scenario("06-armoured", "ASCII armour", [kit.sealed(armoured, SENDER, RECEIVER, JULY, None, None, "--armor")], {armoured.name: understood(2)})


def rows(kit):
    mixed = Draft(
        records=[
            record(1),
            record(2, CF_WSH=""),
            record(3, CF_JDRQ="去年"),
            record(4),
            record(4),
        ]
    )
    kit.scenario(
        "07-rows",
        "bad rows are refused one by one and stop nothing: no number, no date; a repeated row",
        [kit.sealed(mixed)],
        {mixed.name: understood(2, rejected=(2, 3), duplicate=1)},
    )


def leads(kit):
    asked = Draft(
        profile=LEAD,
        records=[
            lead(1),
            lead(2, YRD_ASKED="inform", YRD_REPLY_DUE=""),
            lead(3, YRD_ASKED="joint", YRD_REPLY_DUE="2024-08-01", YRD_JOINT_FROM="2024-08-05", YRD_JOINT_TO="2024-08-09"),
        ],
    )
    taken_back = Draft(2, asked.digest, later(1), [lead(1, YRD_STATE="withdrawn", YRD_VERSION="2", YRD_CHANGED_ON="2024-07-16")], profile=LEAD)
    kit.scenario(
        "08-leads",
        "leads told, to investigate, to handle jointly; the second package takes one back",
        [kit.sealed(asked), kit.sealed(taken_back, time=later(1))],
        {asked.name: understood(3), taken_back.name: understood(1)},
    )
    answer = {"YRD_ASKER": "320000", "YRD_KIND": "answer", "YRD_LEAD_STATE": "taken", "YRD_ANSWERED_ON": "2024-07-10"}
    mixed = Draft(
        profile=LEAD,
        records=[
            lead(1),
            lead(2, YRD_REPLY_DUE=""),
            lead(3, YRD_DIVISION=""),
            lead(4, YRD_KIND=""),
            lead(5, YRD_STATE="amended"),
            lead(6, YRD_ASKED="help"),
            lead(7, YRD_RECEIVED_ON="2024-02-30"),
            lead(8, YRD_ASKER="330000"),
            lead(9, **answer),
            lead(10, **{**answer, "YRD_ASKER": "310000"}),
            lead(11, **{**answer, "YRD_ANSWERED_ON": ""}),
            lead(12, **{**answer, "YRD_LEAD_STATE": "open"}),
            lead(1),
        ],
    )
    kit.scenario(
        "09-lead-rows",
        "LEAD_FIELD_MISSING in rows 2 to 5, LEAD_VALUE_WRONG in 6 to 8, LEAD_UNKNOWN in 9; answers that are wrong in more; a repeated row",
        [kit.sealed(mixed)],
        {mixed.name: understood(1, rejected=tuple(range(2, 13)), duplicate=1)},
    )


def sequence(kit):
    one, two, three, four = chain(4)
    sealed = [kit.sealed(draft, time=later(day)) for day, draft in enumerate((one, two, three, four), 1)]
    all_good = {draft.name: understood(2) for draft in (one, two, three, four)}
    kit.scenario("10-in-order", "four in order", sealed, all_good)
    kit.scenario("11-reordered", "four, two, one, three", [sealed[3], sealed[1], sealed[0], sealed[2]], all_good)
    kit.scenario(
        "12-gap",
        "number two is lost: three and four wait",
        [sealed[0], sealed[2], sealed[3]],
        {one.name: understood(2), three.name: {"result": "waiting"}, four.name: {"result": "waiting"}},
    )
    again = kit.sealed(one, time=later(1), received=later(5))
    kit.scenario("13-repeated", "the same bytes twice", [sealed[0], (sealed[0][0], sealed[0][1], later(5))], {one.name: understood(2)})
    kit.scenario("14-resealed", "the same package sealed anew", [sealed[0], again], {one.name: understood(2)})
    forged = Draft(2, one.digest, later(2), [record(99)])
    kit.scenario(
        "15-replayed",
        "number two again with other content",
        [sealed[0], sealed[1], kit.sealed(forged, time=later(6))],
        {one.name: understood(2), two.name: [understood(2), {"result": "refused", "code": "SEQUENCE_REUSED"}]},
    )
    broken = Draft(2, "sha256:" + "0" * 64, later(2), [record(98)])
    kit.scenario(
        "16-broken-chain",
        "number two names another package before it; corrected, it is taken",
        [sealed[0], kit.sealed(broken, time=later(2)), kit.sealed(two, time=later(3))],
        {one.name: understood(2), two.name: [{"result": "refused", "code": "CHAIN_BROKEN"}, understood(2)]},
    )


def seals(kit):
    draft = Draft()
    plain = yrd.pack(draft.entries())
    name = draft.name + ".zip.gpg"
    good_seal = kit.sealed(draft)[1]
    kit.refused("20-not-sealed", "SEAL_MISSING", "a bare zip", (draft.name + ".zip", plain, JULY))
    signed = kit.gpg.run(["--local-user", SENDER, "--sign"], plain, JULY).stdout
    kit.refused("21-only-signed", "SEAL_MISSING", "signed, not encrypted", (name, signed, JULY))
    encrypted = kit.gpg.run(["--recipient", RECEIVER, "--encrypt"], plain, JULY).stdout
    kit.refused("22-not-signed", "SIGNATURE_MISSING", "encrypted, not signed", (name, encrypted, JULY))
    flipped = bytearray(good_seal)
    flipped[len(flipped) // 2] ^= 1
    kit.refused("23-altered", "NOT_DECRYPTED", "one bit of it is another", (name, bytes(flipped), JULY))
    kit.refused("24-cut-off", "NOT_DECRYPTED", "its end is missing", (name, good_seal[:-40], JULY))
    kit.refused("25-for-another", "NOT_DECRYPTED", "encrypted to somebody else", kit.sealed(draft, receiver=RSA))
    kit.refused("26-stranger", "SIGNER_UNKNOWN", "signed by somebody unknown", kit.sealed(draft, signer=STRANGER))
    early = at("2024-12-20T09:00:00")
    kit.refused("27-too-early", "KEY_NOT_VALID", "signed before the key's first day", kit.sealed(draft, signer=SENDER_NEXT, time=early))
    late = at("2025-04-10T09:00:00")
    kit.refused("28-too-late", "KEY_NOT_VALID", "signed in time, came long after the key's last day", kit.sealed(draft, received=late))
    weak = kit.sealed(Draft(sender="330000"), RSA, RECEIVER, JULY, None, None, "--digest-algo", "SHA1")
    kit.refused("29-weak-hash", "ALGORITHM_REFUSED", "signed over SHA-1", weak)


def contents(kit):
    def spoilt(name, code, about, draft, entries=None, **how):
        kit.refused(name, code, about, kit.sealed(draft, entries=entries, **how))

    draft = Draft()
    manifest, data = draft.entries()
    sealed_text = kit.gpg.seal(b"no zip", draft.name, SENDER, RECEIVER, JULY)
    kit.refused("30-no-zip", "CONTAINER_DAMAGED", "what was sealed is no zip", (draft.name + ".zip.gpg", sealed_text, JULY))
    spoilt("31-no-manifest", "MANIFEST_MISSING", "there is no manifest", draft, [data])
    spoilt("32-no-json", "MANIFEST_INVALID", "the manifest is no JSON", draft, [("manifest.json", b"{"), data])
    spoilt("33-no-sequence", "MANIFEST_INVALID", "the number is missing", draft, [("manifest.json", yrd.to_json({k: v for k, v in draft.manifest.items() if k != "sequence"})), data])
    spoilt("34-first-with-previous", "MANIFEST_INVALID", "number one names a package before it", Draft().set(previous="sha256:" + "0" * 64))
    spoilt("35-profile", "PROFILE_UNKNOWN", "an unknown profile", Draft().set(profile="yrd-pen-9"))
    spoilt("36-suite", "SUITE_UNKNOWN", "a suite that is only reserved", Draft().set(suite="sm-1"))
    spoilt("37-more-files", "ENTRY_REFUSED", "a file that the manifest does not name", draft, [manifest, data, ("readme.txt", b"hello")])
    spoilt("38-path", "ENTRY_REFUSED", "a path out of the archive", draft, [manifest, data, ("../penalty.csv", b"")])
    spoilt("39-foreign", "RECEIVER_FOREIGN", "for another region", Draft(receiver="340000"))
    spoilt("40-other-sender", "SENDER_MISMATCH", "signed by 330000, said to be from 310000", draft, signer=RSA)
    spoilt("41-not-agreed", "NOT_AGREED", "identities in a form that is not agreed", Draft(sender="330000", identities={"form": "plain"}), signer=RSA)
    spoilt("42-future", "TIME_WRONG", "made in the future", Draft(created=later(30)))
    spoilt("43-period", "TIME_WRONG", "the period ends before it starts", Draft(period=("2024-06-30", "2024-01-01")))
    spoilt("44-no-data", "PART_MISSING", "the data part is missing", draft, [manifest])
    spoilt("45-other-data", "PART_DIFFERS", "the data part is another", draft, [manifest, ("penalty.csv", data[1].replace(b"3.5", b"3.6"))])
    header = Draft()
    header.data = header.data.replace(b"CF_WSH", b"WENHAO")
    header.manifest["parts"][0].update(digest=yrd.digest(header.data), bytes=len(header.data))
    spoilt("46-header", "HEADER_WRONG", "a column is called otherwise", header)
    rows_wrong = Draft()
    rows_wrong.manifest["rows"] = rows_wrong.manifest["parts"][0]["rows"] = 3
    spoilt("47-rows", "ROWS_DIFFER", "the manifest counts one more", rows_wrong)
    spoilt("48-states", "ROWS_DIFFER", "one is said to be withdrawn", Draft().set(states={"published": 1, "amended": 0, "withdrawn": 1}))
    spoilt("49-amounts", "AMOUNTS_DIFFER", "another sum of fines", Draft().set(amounts={"CF_NR_FK": "15.600000", "CF_NR_WFFF": "1.200000"}))


def main():
    PACKAGES.mkdir(exist_ok=True)
    for old in PACKAGES.iterdir():
        old.unlink()
    gpg = yrd.Gpg(*sorted(HERE.glob("keys/*.secret.asc")))
    try:
        kit = Kit(gpg)
        for group in (good, rows, leads, sequence, seals, contents):
            group(kit)
    finally:
        gpg.close()
    (HERE / "scenarios.json").write_text(json.dumps(kit.scenarios, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    print(f"{len(kit.scenarios)} scenarios, {sum(1 for _ in PACKAGES.iterdir())} packages")


if __name__ == "__main__":
    main()
