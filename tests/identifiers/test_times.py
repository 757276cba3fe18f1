"""Times in a text: formats, zones and what is left open."""

from collections import defaultdict
from collections.abc import Callable
from datetime import UTC, datetime, timedelta, timezone
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from app.identifiers import abbreviations
from app.identifiers.kinds import Caution, Identifier
from app.identifiers.passage import Passage
from app.identifiers.recognition import recognise
from app.identifiers.times import Moment

LOCAL = "2026-11-30T10:15:22"
#: Spaces that texts contain between a time and its zone.
SPACES = ["", " ", "\u00a0", "\u202f"]
PLUS = ["+", "\uff0b"]
MINUS = ["-", "\u2212", "\u2011"]


def only(text: str) -> Identifier:
    found = recognise(text)
    assert len(found) == 1, found
    return found[0]


def moment(text: str) -> Moment:
    found = Passage(text).moments
    assert len(found) == 1, found
    return found[0]


def zoned(zone: str) -> Moment:
    """Return the time of a line of a log that names a zone."""
    return moment(f"30.11.2026 10:15:22{zone} 45.155.205.239:6000")


@pytest.mark.parametrize(
    ("line", "at", "cautions"),
    [
        ("2026-03-14T11:22:33.120Z 203.0.113.7:1", "2026-03-14T11:22:33.120000+00:00", ()),
        ("203.0.113.7:1 [14/Mar/2026:11:22:33 +0100]", "2026-03-14T11:22:33+01:00", ()),
        ("203.0.113.7:1 Sat, 14 Mar 2026 11:22:33 GMT", "2026-03-14T11:22:33+00:00", ()),
        ("203.0.113.7:1 14.03.2026, 11:22 CET", "2026-03-14T11:22:00+01:00", ()),
        ("203.0.113.7:1 2026-07-14 11:22:33 Europe/Paris", "2026-07-14T11:22:33+02:00", ()),
        ("203.0.113.7:1 03/14/2026 11:22 PM UTC", "2026-03-14T23:22:00+00:00", ()),
        ("1773487353.500 203.0.113.7:1", "2026-03-14T11:22:33.500000+00:00", ()),
        ('{"ip": "203.0.113.7:1", "ts": 1773487353}', "2026-03-14T11:22:33+00:00", ()),
        ("2026/03/14 11:22:33 UTC [error] client: 203.0.113.7:1", "2026-03-14T11:22:33+00:00", ()),
        ("2026-03-14,11:22:33,203.0.113.7:1", "2026-03-14T11:22:33", (Caution.TIME_WITHOUT_ZONE,)),
        ("2026-03-14,11:22:33Z,[203.0.113.7]:1", "2026-03-14T11:22:33+00:00", ()),
        ("Mar  4 11:22:33 host sshd: root from 203.0.113.7 port 1 ssh2", None, (Caution.TIME_WITHOUT_YEAR,)),
        ("203.0.113.7:1 2026-03-14 11:22:33", "2026-03-14T11:22:33", (Caution.TIME_WITHOUT_ZONE,)),
        ("203.0.113.7:1 2026-03-14 11:22:33 IST", "2026-03-14T11:22:33", (Caution.ZONE_AMBIGUOUS,)),
        ("203.0.113.7:1 03/04/2026 11:22 UTC", None, (Caution.DATE_ORDER_UNCLEAR,)),
        ("203.0.113.7:1 2026-02-30 11:22:33Z", None, (Caution.TIME_IMPOSSIBLE,)),
        ("203.0.113.7:1 2026-10-25 02:30:00 Europe/Berlin", None, (Caution.TIME_TWICE,)),
        ("203.0.113.7:1\n2026-03-14T11:22:33Z", None, (Caution.IP_WITHOUT_TIME,)),
        ("2026-01-01T00:00:00Z a very long entry; 203.0.113.7:1 2026-03-14T11:22:33Z", "2026-03-14T11:22:33+00:00", ()),
        # The time of the relay has no year; that of the device has one.
        ("Mar 14 11:22:33 h CEF:0 ip=203.0.113.7:1 act=x rt=1773487353512", "2026-03-14T11:22:33.512000+00:00", ()),
    ],
)
def test_address_has_the_nearest_time_of_its_line(line: str, at: str | None, cautions: tuple[Caution, ...]) -> None:
    one = only(line)
    assert (one.normalised, one.port, one.at, one.cautions) == ("203.0.113.7", 1, at, cautions)


def test_address_has_the_zone_of_its_time_and_its_candidates() -> None:
    one = only("30.11.2026 10:15:22 (UTC +2) 203.0.113.7:1")
    assert (one.at, one.zone, one.zone_candidates) == (f"{LOCAL}+02:00", "UTC +2", ())
    one = only("30.11.2026 10:15:22 CST 203.0.113.7:1")
    assert (one.at, one.zone, one.cautions) == (LOCAL, "CST", (Caution.ZONE_AMBIGUOUS,))
    assert {"America/Chicago", "Asia/Shanghai", "America/Havana"} <= set(one.zone_candidates)


@st.composite
def spelled_offsets(draw: st.DrawFn) -> tuple[str, timedelta]:
    """Return a spelling of an offset from UTC, and the offset."""
    minutes = draw(st.integers(-12 * 60, 14 * 60).filter(lambda one: one % 15 == 0))
    hours, rest = divmod(abs(minutes), 60)
    sign = draw(st.sampled_from(PLUS if minutes >= 0 else MINUS))
    spellings = [f"{hours:02}:{rest:02}", f"{hours:02}{rest:02}", f"{hours}:{rest:02}"]
    if rest == 0:
        spellings += [f"{hours:02}", str(hours)]
    value = draw(st.sampled_from(spellings))
    word = draw(st.sampled_from(["", "UTC", "GMT", "UT", "utc", "UTC/GMT"]))
    before = draw(st.sampled_from(SPACES)) if word else ""
    after = draw(st.sampled_from(["", " "])) if word and before else ""
    opens, closes = draw(st.sampled_from([("", ""), ("(", ")"), ("[", "]")]))
    spelled = f"{opens}{word}{before}{sign}{after}{value}{closes}"
    lead = draw(st.sampled_from([" ", "\u00a0", "\t"] if opens or word else SPACES))
    comment = draw(st.sampled_from(["", " Moscow", ".", ";"]))
    return f"{lead}{spelled}{comment}", timedelta(minutes=minutes)


@given(spelled_offsets())
@example((" UTC+03:00", timedelta(hours=3)))
@example((" UTC-5", -timedelta(hours=5)))
@example((" UTC+5:30", timedelta(hours=5, minutes=30)))
@example((" (UTC +2)", timedelta(hours=2)))
@example((" GMT+1", timedelta(hours=1)))
@example((" GMT+02:00", timedelta(hours=2)))
@example((" GMT-0500", -timedelta(hours=5)))
@example((" GMT+0100 (CET)", timedelta(hours=1)))
@example((" UTC\u22125", -timedelta(hours=5)))
@example((" UTC+03:00 Moscow", timedelta(hours=3)))
@example((" (UTC)+3", timedelta(hours=3)))
@example((" Etc/GMT+3", -timedelta(hours=3)))  # POSIX inverts the sign
@example(("+01:00[Europe/Berlin]", timedelta(hours=1)))  # RFC 9557
@example((" Europe/Moscow (UTC+03:00)", timedelta(hours=3)))
@example((" CST (UTC+8)", timedelta(hours=8)))
@example((" IST+0530", timedelta(hours=5, minutes=30)))
@example((" UTC\u00b10", timedelta()))
@example((" UTC%2B3", timedelta(hours=3)))
@example((" UTC&#43;3", timedelta(hours=3)))
@example((" UTC+03:00/45.155.205.1", timedelta(hours=3)))
@example((", time zone: UTC+3", timedelta(hours=3)))
@example((" local time (UTC+3)", timedelta(hours=3)))
@example((" MSK", timedelta(hours=3)))
def test_offset_is_read_in_every_spelling(spelled: tuple[str, timedelta]) -> None:
    text, offset = spelled
    found = zoned(text)
    assert found.at is not None
    assert found.cautions == ()
    expected = datetime.fromisoformat(f"{LOCAL}+00:00") - offset
    assert datetime.fromisoformat(found.at).astimezone(UTC) == expected
    assert found.zone is not None


@st.composite
def odd_offsets(draw: st.DrawFn) -> str:
    """Return text after `UTC` that looks like an offset but is none."""
    sign = draw(st.sampled_from(["+", "-", "\u2212", "\u2013", "\u00b1"]))
    space = draw(st.sampled_from(SPACES))
    hours, minutes = draw(st.integers(15, 99)), draw(st.integers(60, 99))
    digit = draw(st.integers(1, 9))
    value = draw(
        st.sampled_from([f"{hours}", f"{hours}:00", f"{digit}:{minutes}", f"{digit}.5", f"{digit},5", f"{digit}:7"])
    )
    return f" {draw(st.sampled_from(['UTC', 'GMT']))}{space}{sign}{value}"


@given(odd_offsets())
@example(" UTC+25")
@example(" GMT+1:7")
@example(" +99:00")
@example(" UTC+3.5")
@example(" UTC+14:30")
@example(" UTC-13")
@example(" UTC+530")
@example(" UTC+1/+2")
@example(" UTC plus 3")
@example(" UTC, +3")
@example(" (UTC, +3)")
@example(" UTC=3")
@example(" +03%3A30")
@example(" UTC+three")
@example(" UTC3")
@example(" UTC 03:00")
@example(" GMT/BST")
@example(" GMT Standard Time")  # of Windows: London, also in summer
@example(" Z+03:00")
@example(" MSK+3")  # in Russia: three hours after Moscow
@example(" CET-1CEST")  # POSIX
@example(" CET (UTC+3)")
@example("+03:00[Europe/Berlin]")
@example(" Etc/GMT+25")
@example(" UTC - 5 failed logins")
@example(" UTC +1 202 555 0100")
def test_offset_that_is_not_understood_leaves_the_time_without_zone(text: str) -> None:
    found = Passage(f"30.11.2026 10:15:22{text} from 45.155.205.239:6000").moments[0]
    assert (found.at, found.cautions) == (LOCAL, (Caution.ZONE_UNCLEAR,))


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("10:15:22 +49 170 1234567", LOCAL),
        ("10:15:22 +1 202 555 0100", LOCAL),
        ("10:15:22 +1345 949 0000", LOCAL),
        ("10:15:22 - 203.0.113.7:6000", LOCAL),
        ("10:15:22 UTC +49 170 1234567", f"{LOCAL}+00:00"),
        ("10:15:22 UTC - 203.0.113.7:6000", f"{LOCAL}+00:00"),
        ("10:15:22 UTC - login", f"{LOCAL}+00:00"),
        ("10:15:22 UTC - 11:30:00 UTC", f"{LOCAL}+00:00"),
        ("10:15:22Z - 5 failed logins", f"{LOCAL}+00:00"),
        ("10:15:22 CET/CEST", LOCAL),
    ],
)
def test_number_after_a_time_is_not_always_an_offset(text: str, at: str) -> None:
    assert Passage(f"30.11.2026 {text}").moments[0].at == at


@pytest.mark.parametrize("text", ["10:15-11:30", "10:15 - 11:30", "10:15\u201311:30", "10:15 UTC\u201311:30 UTC"])
def test_end_of_a_period_is_no_offset(text: str) -> None:
    found = moment(f"30.11.2026 {text}")
    assert (found.at, found.cautions) == ("2026-11-30T10:15:00", (Caution.ZONE_UNCLEAR,))


@pytest.mark.parametrize("abbreviation", sorted(abbreviations.AMBIGUOUS))
def test_ambiguous_abbreviation_is_no_zone_and_names_its_candidates(abbreviation: str) -> None:
    found = zoned(f" {abbreviation}")
    assert (found.at, found.cautions, found.zone) == (LOCAL, (Caution.ZONE_AMBIGUOUS,), abbreviation)
    offsets = {datetime(2026, 11, 30, tzinfo=ZoneInfo(name)).utcoffset() for name in found.zone_candidates}
    assert len(offsets) > 1 or abbreviation == "KST"  # Pyongyang differed until 2018


def test_abbreviation_is_a_zone_only_if_the_database_of_zones_gives_it_one_meaning() -> None:
    offsets = defaultdict[str, set[timedelta | None]](set)
    for name in available_timezones():
        zone = ZoneInfo(name)
        for month in range(12 * 15):
            at = datetime(2012 + month // 12, month % 12 + 1, 15, tzinfo=UTC).astimezone(zone)
            offsets[at.tzname() or ""].add(at.utcoffset())
    for name, known in offsets.items():
        zone_of_name = abbreviations.zone(name)
        if zone_of_name is None or name == "MSK":  # its offset changed in 2014, for everybody
            continue
        assert known == {zone_of_name.utcoffset(datetime(2026, 1, 1))}, name  # noqa: DTZ001 - fixed offsets
    assert {name for name, known in offsets.items() if len(known) > 1 and name.isalpha()} <= {
        *abbreviations.AMBIGUOUS,
        "MSK",
        "LMT",
    }


@pytest.mark.parametrize(
    ("header", "at"),
    [
        ("Date: Mon, 30 Nov 2026 10:15:22 EST", f"{LOCAL}-05:00"),
        ("> Date: Mon, 30 Nov 2026 10:15:22 CST", f"{LOCAL}-06:00"),
        ("Received: from a by b; Mon, 30 Nov 2026 10:15:22 PST", f"{LOCAL}-08:00"),
        ("Received: from a\r\n\tby b;\r\n\tMon, 30 Nov 2026 10:15:22 MST", f"{LOCAL}-07:00"),
        ("Date: Mon, 30 Nov 2026 10:15:22 -0500 (EST)", f"{LOCAL}-05:00"),
        ("Date: Mon, 30 Nov 2026 10:15:22 IST", LOCAL),  # RFC 5322 does not define it
        ("Date: 30 Nov 2026 10:15:22 EST", LOCAL),
        ("Date: Mon Nov 30 10:15:22 EST 2026", LOCAL),
        ("Meeting: Mon, 30 Nov 2026 10:15:22 EST", LOCAL),
        ("Mon, 30 Nov 2026 10:15:22 EST", LOCAL),
    ],
)
def test_abbreviation_in_a_mail_header_is_that_of_rfc_5322(header: str, at: str) -> None:
    assert moment(header).at == at


def test_address_of_a_folded_header_has_the_time_of_its_field() -> None:
    text = "Received: from a (b [203.0.113.7])\n\tby c with ESMTPS;\n\tMon, 30 Nov 2026 10:15:22 +0100\nSubject: x\n\ty"
    assert only(text).at == f"{LOCAL}+01:00"
    assert only("Subject: 203.0.113.7\n\tMon, 30 Nov 2026 10:15:22 +0100").at is None


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("2026-W49-1T10:15:22Z", f"{LOCAL}+00:00"),
        ("2026W491T101522.5Z", f"{LOCAL}.500000+00:00"),
        ("2026-334T10:15:22+01:00", f"{LOCAL}+01:00"),
        ("20261130T101522Z", f"{LOCAL}+00:00"),
        ("DTSTART:20261130T101522Z", f"{LOCAL}+00:00"),
        ("modifyTimestamp: 20261130101522Z", f"{LOCAL}+00:00"),
        ("20261130 10:15:22", LOCAL),
        ("2026-11-30-10.15.22.123456", f"{LOCAL}.123456"),  # DB2
        ("2026-11-30-10:15:22", LOCAL),
        ("2026 Nov 30 10:15:22.5 UTC", f"{LOCAL}.500000+00:00"),
        ("DateTimeOriginal: 2026:11:30 10:15:22", LOCAL),
        ("Mon Nov 30 10:15:22 2026", LOCAL),
        ("[Mon Nov 30 10:15:22.123456 2026] [core:error]", f"{LOCAL}.123456"),
        ("Mon Nov 30 10:15:22 CET 2026", f"{LOCAL}+01:00"),
        ("Mon Nov 30 10:15:22 UTC+03:00 2026", f"{LOCAL}+03:00"),
        ("Mon Nov 30 10:15:22 +0000 2026", f"{LOCAL}+00:00"),
        ("Mon Nov 30 10:15:22 2026 +0100", f"{LOCAL}+01:00"),
        ("Mon Nov 30 10:15:22 AM CET 2026", f"{LOCAL}+01:00"),
        ("Mo 30. Nov 10:15:22 CET 2026", f"{LOCAL}+01:00"),
        ("Mon Nov 30 2026 10:15:22 GMT+0100 (Central European Standard Time)", f"{LOCAL}+01:00"),
        ("10:15:22.123 UTC Mon Nov 30 2026", f"{LOCAL}.123000+00:00"),
        ("10:15:22 CET 30.11.2026", f"{LOCAL}+01:00"),
        ("30-Nov-2026 10:15:22.123", f"{LOCAL}.123000"),
        ("Nov 30, 2026 10:15:22 AM", LOCAL),
        ("Nov 30, 2026, 10:15:22\u202fPM UTC", "2026-11-30T22:15:22+00:00"),
        ("November 30th, 2026 at 12:15 AM UTC", "2026-11-30T00:15:00+00:00"),
        ("Nov 30 2026 10:15:22: %ASA-6-302013", LOCAL),
        ("rt=Nov 30 2026 10:15:22.123 CET", f"{LOCAL}.123000+01:00"),
        ("rt=1796033722512", f"{LOCAL}.512000+00:00"),
        ("start=1796033722512", f"{LOCAL}.512000+00:00"),
        ("end=1796033722000", f"{LOCAL}+00:00"),
        ("timestamp_us=1796033722512345", f"{LOCAL}.512345+00:00"),
        ('"time_ns": 1796033722512345678', f"{LOCAL}.512345+00:00"),
        ("__REALTIME_TIMESTAMP=1796033722512345", f"{LOCAL}.512345+00:00"),
        ("Timestamp 1796033722 (UTC)", f"{LOCAL}+00:00"),
        ("1796033722512345 login", f"{LOCAL}.512345+00:00"),
        ("2026-11-30 10:15:22.1234567", f"{LOCAL}.123456"),
        ("2026-11-30 10:15:22:123", f"{LOCAL}.123000"),
        ("2026-11-30 10:15:22,123 INFO", f"{LOCAL}.123000"),
        ("2026-11-30 10:15:22,443,203.0.113.7", LOCAL),  # a column, not a fraction
        ("2026-11-30 10:15:22.123+00", f"{LOCAL}.123000+00:00"),
        ('"2026-11-30","10:15:22","UTC+3"', f"{LOCAL}+03:00"),
        ('{"date":"2026-11-30","time":"10:15:22","tz":"Europe/Berlin"}', f"{LOCAL}+01:00"),
        ('date=2026-11-30 time=10:15:22 devname="F" tz="+0300"', f"{LOCAL}+03:00"),
        ("#261130 10:15:22 server id 1", LOCAL),
        ("11/30/2026-10:15:22.111222 [**]", f"{LOCAL}.111222"),
        ("11/30/26, 10:15 PM - Tom: here", "2026-11-30T22:15:00"),
        ("Datum: 30-11-2026\nTijd: 10:15:22 (UTC+2)", f"{LOCAL}+02:00"),
        ("30.11.2026 um 10:15 Uhr MEZ", "2026-11-30T10:15:00+01:00"),
        ("30.11.2026 12:15 am Bahnhof", "2026-11-30T12:15:00"),  # a German word
        ("14 mei 2026 10:15", "2026-05-14T10:15:00"),
        ("3 maart 2026, 9.07 uur", "2026-03-03T09:07:00"),
        ("1er décembre 2026 à 10h15", "2026-12-01T10:15:00"),
        ("14 de mayo de 2026 a las 13:05 h", "2026-05-14T13:05:00"),
        ("14 maja 2026 r., godz. 13:05", "2026-05-14T13:05:00"),
        ("14 maj 2026 kl. 13.05", "2026-05-14T13:05:00"),
        ("14. Mai 2026 gegen 13:05 Uhr (MESZ)", "2026-05-14T13:05:00+02:00"),
        ("14 Μαΐου 2026 13:05", "2026-05-14T13:05:00"),
        ("2026. november 30. 10:15", "2026-11-30T10:15:00"),
    ],
)
def test_format_is_read(text: str, at: str) -> None:
    assert moment(text).at == at


@pytest.mark.parametrize(
    ("text", "caution"),
    [
        ("30 listopada 2026 10:15", Caution.MONTH_AMBIGUOUS),  # October in Croatian, November in Polish
        ("26-11-30 10:15:22", Caution.DATE_ORDER_UNCLEAR),
        ("03/04/2026-10:15:22.5", Caution.DATE_ORDER_UNCLEAR),
        ("Nov 30 10:15:22 2026 sshd", Caution.TIME_WITHOUT_YEAR),  # 2026 can be anything
        ("on Nov 30 10:15:22 2026 ports", Caution.TIME_WITHOUT_YEAR),
        ("11/30-10:15:22.123456 [**]", Caution.TIME_WITHOUT_YEAR),
        ("2026-366T10:15:22Z", Caution.TIME_IMPOSSIBLE),
        ("2026-W54-1T10:15:22Z", Caution.TIME_IMPOSSIBLE),
        ("11/30/2026 13:15 PM", Caution.TIME_IMPOSSIBLE),
    ],
)
def test_unclear_time_is_not_guessed(text: str, caution: Caution) -> None:
    found = moment(text)
    assert (found.at, found.cautions) == (None, (caution,))


def test_day_comes_first_in_a_date_with_points_also_if_its_year_has_two_digits() -> None:
    found = moment("[30.11.26, 10:15:22] Danny: ok")
    assert (found.at, found.cautions) == (LOCAL, (Caution.TIME_WITHOUT_ZONE, Caution.DATE_ORDER_UNCLEAR))
    assert moment("[31.11.26, 10:15:22]").at is None


@pytest.mark.parametrize(
    "text",
    [
        "ratio 3:2, 16:9, John 3:16, 00:03:25, uptime 12 days, 04:11",
        "v2026.05.14-1230, week 2026-W20, PT12H30M, 20261130101522",
        "Order number 1778761800 shipped",
        "1778761800",  # rather an account of Telegram
        "1173487353500000000 lantern",  # rather an account of Discord
        "start=1500000000 end=1600000000",  # positions in a file
        "10:15 UTC",
        "00:16:3e:5e:6c:00 2001:db8:12:30:1::2",
    ],
)
def test_other_text_is_no_time(text: str) -> None:
    assert Passage(text).moments == ()


@pytest.mark.parametrize("text", ["00:15:5d:01:02:03", "4c:5e:0c:77:88:99", "2001:db8::12:30", "+1 202 555 0100"])
def test_value_beside_a_time_is_still_recognised(text: str) -> None:
    assert [one.found for one in recognise(f"12:30:00.1 {text}")] == [text]
    assert [one.found for one in recognise(f"30.11.2026 12:30:00 {text}")] == [text]


PRINTED: list[Callable[[datetime], str]] = [
    lambda at: at.isoformat(),
    lambda at: at.isoformat(" "),
    lambda at: at.strftime("%Y%m%dT%H%M%S.%f%z"),
    lambda at: at.strftime("%G-W%V-%uT%H:%M:%S.%f%z"),
    lambda at: at.strftime("%Y-%jT%H:%M:%S.%f%z"),
    lambda at: at.strftime("%d/%b/%Y:%H:%M:%S.%f %z"),
    lambda at: at.strftime("%a, %d %b %Y %H:%M:%S.%f %z"),
    lambda at: at.strftime("%a %b %d %H:%M:%S.%f %z %Y"),
    lambda at: at.strftime("%a %b %d %H:%M:%S.%f %Y %z"),
    lambda at: at.strftime("%B %d, %Y %I:%M:%S.%f %p UTC%z"),
    lambda at: at.strftime("%d.%m.%Y %H:%M:%S,%f GMT%z"),
    lambda at: f"rt={(at - datetime(1970, 1, 1, tzinfo=UTC)) // timedelta(milliseconds=1)}",
    lambda at: f"ts={(at - datetime(1970, 1, 1, tzinfo=UTC)) // timedelta(microseconds=1)}",
]


@given(
    st.datetimes(datetime(2002, 1, 1), datetime(2033, 1, 1)),  # noqa: DTZ001 - the zone is drawn
    st.integers(-48, 56),
    st.sampled_from(PRINTED),
)
def test_printed_time_is_read_again(local: datetime, quarters: int, printed: Callable[[datetime], str]) -> None:
    at = local.replace(tzinfo=timezone(timedelta(minutes=15 * quarters)))
    text = printed(at)
    found = moment(f"{text} 203.0.113.7:1")
    exact = timedelta(milliseconds=1) if text.startswith("rt=") else timedelta(microseconds=1)
    assert found.at is not None, text
    assert timedelta() <= at - datetime.fromisoformat(found.at) < exact
    assert found.cautions == ()


@given(st.text(st.sampled_from("0123456789:.,-+/ \n\tTZWGMUCAPamh()[]'\"=#") | st.characters(), max_size=120))
@example("2026-11-30 10:15:22 UTC+99999999999999")
def test_any_text_has_times_in_order(text: str) -> None:
    end = 0
    for one in Passage(text).moments:
        assert end <= one.begins < one.ends <= len(text)
        assert one.at is not None or one.cautions
        end = one.ends


@pytest.mark.timeout(60)
@pytest.mark.parametrize(
    "part",
    [
        "10:15 ",
        "2026-11-30 10:15 ",
        "30 Nov 2026 10:15:22 UTC+",
        "Nov 30 10:15:22 ",
        "Date: a\n ",
        "> ",
        "UTC+3",
        "1773487353 ",
        "time=",
        "_time",
        "tz=+0100 2026-11-30 10:15:22 ",
        "+",
        "\t",
    ],
)
def test_repeated_times_take_linear_time(part: str) -> None:
    assert Passage(part * (100_000 // len(part)))
