"""The situations of requirements I as data: who comes, what the desk must make of it."""

from dataclasses import dataclass, field

from clinic import Visit


@dataclass
class Expected:
    result: str  # outcome, or why there is none
    handed_over: bool = True
    ways: list | None = None  # offered at first
    items: list | None = None  # for which consent is asked
    notices: tuple = ()  # to staff, of the answer
    signals: tuple = ()  # of a mis-link
    staff: dict = field(default_factory=dict)  # among what the staff page says at the end
    contains: tuple = ()  # in what was handed over
    lacks: tuple = ()


@dataclass
class Case:
    row: int
    title: str
    visit: Visit
    expected: Expected


def eligible(**more):
    return Expected("eligible", **more)


def refused(reason, **more):
    return Expected(reason, handed_over=False, **more)


WAYS = [
    Case(1, "healthy path by face", Visit(way="face"), eligible()),
    Case(2, "by PIN", Visit(way="pin"), eligible()),
    Case(3, "by visual check", Visit(way="visual"), eligible()),
    Case(7, "covered face, by face", Visit(way="face", holder="p02/live_mask"), refused("F-FACE-NONE")),
    Case(7, "covered face, by eye", Visit(way="visual", holder="p02"), eligible()),
    Case(8, "wrong person holds the card", Visit(way="face", holder="p03"), refused("F-FACE-NOT-CONFIRMED")),
]

CAMERAS = [
    Case(39, "camera dark", Visit(way="face", holder="nobody"), refused("F-FACE-NONE")),
    Case(45, "helper with the patient's card, by face", Visit(way="face", holder="p05"), refused("F-FACE-NOT-CONFIRMED")),
    Case(45, "helper with the patient's card, by eye", Visit(way="visual", holder="p05"),
          refused("F-IDENTITY-NOT-CONFIRMED")),
]

CARDS = [
    Case(4, "by phone", Visit(kind="phone-android"), refused("F-CARD-PHONE")),
    Case(5, "PIN-less card, by eye", Visit(kind="pinless-blocked", way="visual"), eligible()),
    Case(5, "PIN-less card, PIN tried", Visit(kind="pinless-blocked", way="pin"), refused("F-PIN-BLOCKED")),
    Case(5, "PIN-less card without PIN objects", Visit(kind="pinless-absent", way="pin"), refused("F-PIN-NONE")),
    Case(6, "infant without photo, by PIN", Visit(persona="p05", kind="infant-photo-absent"), eligible()),
    Case(6, "infant without photo, by eye", Visit(persona="p05", kind="infant-photo-absent", way="visual"), eligible()),
    Case(6, "infant without photo, by face", Visit(persona="p05", kind="infant-photo-absent", way="face"),
          refused("F-PHOTO-NONE")),
    Case(9, "PIN locked at 3", Visit(kind="pin-blocked"), refused("F-PIN-BLOCKED")),
    Case(10, "near expiry", Visit(kind="certificate-expires-soon", scenario="eligible-with-note"),
          Expected("eligible-with-note")),
    Case(11, "grace", Visit(kind="certificate-in-grace", scenario="in-grace"),
         Expected("eligible-with-note", items=["high_cost"])),
    Case(12, "dead", Visit(kind="certificate-dead"), refused("F-TRUST-EXPIRED")),
    Case(13, "revoked", Visit(kind="revoked"), refused("F-TRUST-REVOKED")),
    Case(14, "re-issued card, old one presented", Visit(kind="revoked", way="visual"), refused("F-TRUST-REVOKED")),
    Case(49, "next-generation card", Visit(kind="next-generation"), eligible()),
    Case(50, "driving licence put down", Visit(kind="driving-licence"), refused("F-CARD-DRIVING-LICENCE")),
    Case(50, "residence card put down", Visit(kind="residence-card"), refused("F-CARD-RESIDENCE")),
    Case(51, "smartphone after card expiry", Visit(kind="phone-iphone", scenario="not-registered"),
          refused("F-CARD-PHONE")),
]

ANSWERS = [
    Case(15, "not registered", Visit(scenario="not-registered"), Expected("failed")),
    Case(16, "registration cancelled, before effect", Visit(scenario="eligible"), eligible()),
    Case(16, "registration cancelled, after effect", Visit(scenario="not-registered"), Expected("failed")),
    Case(17, "資格無効, newer none", Visit(scenario="invalid"), Expected("invalid")),
    Case(18, "無効 with newer", Visit(scenario="invalid-newer-exists"), Expected("invalid-newer-exists")),
    Case(19, "資格情報なし", Visit(scenario="none"), Expected("none")),
    Case(20, "複数該当", Visit(scenario="ambiguous"), Expected("ambiguous")),
    Case(22, "viewing stopped", Visit(scenario="viewing-stopped"), Expected("failed")),
    Case(23, "blocked (DV)", Visit(scenario="blocked"), Expected("none")),
    Case(24, "ratio differs", Visit(scenario="other-share"), eligible(notices=("share-unusual",))),
    Case(25, "● in name", Visit(scenario="black-circle-name"),
         eligible(notices=("name-from-chip",), contains=("藤代", "<NameSource>chip<"), lacks=("●",))),
    Case(26, "variant kanji", Visit(persona="p05", scenario="variant-kanji"), eligible()),
    Case(27, "address notation", Visit(scenario="other-notation"), eligible()),
    Case(28, "kanji missing", Visit(scenario="no-kanji-name"), eligible(staff={"compare": True})),
    Case(29, "sex missing", Visit(scenario="no-sex"), eligible(staff={"compare": True})),
    Case(29, "sex on the back", Visit(scenario="sex-on-the-back"), eligible()),
    Case(30, "mis-link: same name, other birth date", Visit(scenario="mislinked-same-name"),
         refused("F-IDENTITY-MISMATCH", signals=("same-name-other-birth-date",))),
    Case(31, "mis-link: family swap", Visit(scenario="mislinked-family"),
         refused("F-IDENTITY-MISMATCH", signals=("family-swap",))),
    Case(32, "mis-link: twin", Visit(scenario="mislinked-twin"), refused("F-IDENTITY-MISMATCH", signals=("twin",))),
    Case(33, "照会番号 of another chart", Visit(scenario="foreign-reference-number"),
         refused("F-IDENTITY-MISMATCH", signals=("reference-elsewhere",))),
    Case(34, "subsidy unknown", Visit(), eligible()),
    Case(35, "医療扶助 with ticket", Visit(scenario="with-medical-aid"), eligible()),
    Case(35, "医療扶助 without ticket", Visit(scenario="aid-unregistered"), Expected("aid-unregistered")),
    Case(36, "consent mix", Visit(scenario="mixed-consents", consents=("medication",)),
          eligible(contains=("<PharmacistsInfoConsFlg>1<", "<DiagnosisInfoConsFlg>0<"))),
    Case(36, "no consent to anything", Visit(scenario="mixed-consents"),
          eligible(contains=("<PharmacistsInfoConsFlg>0<",))),
    Case(37, "electronic prescription", Visit(scenario="electronic-prescription"),
          eligible(contains=("<PrescriptionIssueSelect>1<",))),
    Case(37, "paper prescription", Visit(scenario="paper-prescription"),
          eligible(contains=("<PrescriptionIssueSelect>2<",))),
    Case(41, "service in error", Visit(scenario="failed"), Expected("failed")),
    Case(41, "garbage", Visit(scenario="garbage"), refused("F-ANSWER-UNREADABLE")),
    Case(41, "wrong encoding", Visit(scenario="wrong-encoding"), refused("F-ANSWER-UNREADABLE")),
    Case(41, "encrypted", Visit(scenario="encrypted"), refused("F-ANSWER-UNREADABLE")),
]
