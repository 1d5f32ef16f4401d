"""Whatever is typed into a field: a value shown parses back to itself, anything else is refused in words."""

import datetime as dt
import uuid
from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fj_desktop.core.kinds import (
    Amount,
    Choice,
    Coded,
    CreditCode,
    Day,
    Email,
    IdNumber,
    Kind,
    Many,
    Mobile,
    Moment,
    Money,
    Period,
    Phone,
    Ref,
    Tag,
    Text,
    WebAddress,
    Whole,
    Year,
    YearMonth,
    YesNo,
)
from fj_desktop.core.refusal import RefusalError
from fj_desktop.libraries import CATALOG

_MAINLAND = st.from_regex(r"1[3-9][0-9]{9}", fullmatch=True)
_ABROAD = st.from_regex(r"\+[1-79][0-9]{5,14}", fullmatch=True)
_LINES = st.from_regex(r"(010|02[0-9]|0[3-9][0-9]{2})-[2-9][0-9]{6,7}(-[0-9]{1,6})?|400[0-9]{7}", fullmatch=True)
_ODD = (
    "0123456789.,，．１２ -—~～+/年月日时：:%％‰元万亿千百亩㎡m²2公顷米层人°′″ENen（）()[]；;、|≥≤<>约是否有无"
    " \t\n\u200b\u202e\ufeff\x00"
)
_CREDIT_SIGNS = "0123456789ABCDEFGHJKLMNPQRTUWXY"


def _declared() -> Iterator[tuple[str, Kind]]:
    """Every kind any library uses, once for each way it is set up, and those none uses yet."""
    seen: set[str] = set()
    for library in CATALOG:
        for one in library.fields.values():
            mark = _set_up(one.kind)
            if mark not in seen:
                seen.add(mark)
                yield f"{library.table}.{one.name}", one.kind
    yield "signed money", Money(signed=True)


def _set_up(kind: Kind) -> str:
    facts = {name: _set_up(value) if isinstance(value, Kind) else repr(value) for name, value in vars(kind).items()}
    return f"{type(kind).__name__}{sorted(facts.items())}"


KINDS = dict(_declared())


def stored(kind: Kind) -> st.SearchStrategy[Any]:
    """Values as a kind stores them; a kind without a line here fails the tests until it has one."""
    for shape, values in _STORED.items():
        if isinstance(kind, shape):
            return values(kind)
    raise LookupError(f"no values for {type(kind).__name__}")


def _many(kind: Any) -> st.SearchStrategy[Any]:
    members = st.sets(stored(kind.each).map(str), min_size=1, max_size=5)
    return members.map(lambda found: tuple(sorted(found)))


def _amounts(kind: Any) -> st.SearchStrategy[Any]:
    least = kind.least if kind.least is not None else -kind.most
    return st.decimals(least, kind.most, places=kind.places).map(lambda number: number + 0)


def _words(kind: Kind) -> st.SearchStrategy[Any]:
    return st.text(min_size=1, max_size=60).flatmap(lambda text: _as_parsed(kind, text))


def _as_parsed(kind: Kind, text: str) -> st.SearchStrategy[Any]:
    try:
        return st.just(kind.parse(text))
    except RefusalError:
        return st.just("文字")


@st.composite
def _credit_codes(draw: st.DrawFn) -> str:
    from stdnum.cn import uscc

    body = draw(st.sampled_from(["11", "12", "91", "92", "93", "52"])) + "500236"
    body += draw(st.text(_CREDIT_SIGNS, min_size=9, max_size=9))
    return body + uscc.calc_check_digit(body)


@st.composite
def _identity_numbers(draw: st.DrawFn) -> str:
    from stdnum.cn import ric

    born = draw(st.dates(dt.date(1900, 1, 1), dt.date(2020, 12, 31)))
    body = f"{draw(st.sampled_from(['110105', '310101', '440303']))}{born:%Y%m%d}{draw(st.integers(0, 999)):03d}"
    return body + ric.calc_check_digit(body + "0")


_DAYS = st.dates(dt.date(1900, 1, 1), dt.date(2100, 12, 31))
_MOMENTS = st.datetimes(dt.datetime(1901, 1, 2), dt.datetime(2100, 12, 30))
_MAILS = st.from_regex(r"[a-z0-9.+-]{1,20}@[a-z0-9-]{1,10}(\.[a-z]{2,5}){1,2}", fullmatch=True)
_SITES = st.from_regex(r"https?://[a-z0-9.-]{3,30}(/[a-zA-Z0-9?=&%.-]{0,30})?", fullmatch=True)

_STORED: dict[type[Kind], Callable[[Any], st.SearchStrategy[Any]]] = {
    Many: _many,
    Ref: lambda kind: st.uuids(),
    Coded: lambda kind: st.sampled_from([entry.code for entry in kind.table().entries]),
    Choice: lambda kind: st.sampled_from(kind.options),
    Whole: lambda kind: st.integers(int(kind.least or 0), int(kind.most)),
    Amount: _amounts,
    Mobile: lambda kind: _MAINLAND | _ABROAD,
    Phone: lambda kind: _LINES | _MAINLAND | _ABROAD,
    CreditCode: lambda kind: _credit_codes(),
    IdNumber: lambda kind: _identity_numbers(),
    Day: lambda kind: _DAYS,
    Moment: lambda kind: _MOMENTS.map(lambda at: at.replace(microsecond=0, tzinfo=dt.UTC)),
    Period: lambda kind: st.one_of(
        _DAYS.map(lambda day: f"{day:%Y-%m}"),
        _DAYS.map(lambda day: f"{day.isocalendar().year}-W{day.isocalendar().week:02d}"),
        _DAYS.map(lambda day: f"{day.year}-Q{(day.month + 2) // 3}"),
        _DAYS.map(lambda day: f"{day:%Y}"),
    ),
    YearMonth: lambda kind: _DAYS.map(lambda day: f"{day:%Y-%m}"),
    Year: lambda kind: st.integers(1900, 2100),
    YesNo: lambda kind: st.booleans(),
    Email: lambda kind: _MAILS,
    WebAddress: lambda kind: _SITES,
    Text: _words,
    Tag: _words,
}


@pytest.mark.parametrize("name", KINDS)
@given(data=st.data())
def test_a_stored_value_shown_parses_back_to_itself(name: str, data: st.DataObject) -> None:
    kind = KINDS[name]
    value = data.draw(stored(kind))

    assert _same(kind.parse(kind.show(value)), value)


@pytest.mark.parametrize("name", KINDS)
@given(text=st.text(max_size=80) | st.text(_ODD, max_size=24))
def test_any_text_is_refused_in_words_or_gives_a_value_that_parses_back(name: str, text: str) -> None:
    kind = KINDS[name]
    value, reason = _parsed(kind, text)

    assert reason.strip() if value is None else _same(kind.parse(kind.show(value)), value)


@pytest.mark.parametrize("name", KINDS)
@given(data=st.data())
def test_what_a_kind_gives_to_screen_sheet_and_search_is_made_without_fail(name: str, data: st.DataObject) -> None:
    kind = KINDS[name]
    value = data.draw(stored(kind))

    assert isinstance(kind.glance(value), str)
    assert isinstance(kind.twin(value), str)
    assert isinstance(kind.search_text(value), str)
    assert isinstance(kind.mask(value), str)
    assert isinstance(kind.to_cell(value), str | int | float | Decimal | bool | dt.date | dt.datetime | None)
    assert isinstance(kind.to_json(value), str | int | bool | list)


@pytest.mark.parametrize("name", KINDS)
@given(data=st.data())
def test_a_value_comes_back_from_its_column_type_as_it_was(name: str, data: st.DataObject) -> None:
    kind = KINDS[name]
    if kind.many:
        return
    value = data.draw(stored(kind))
    column = kind.column_type()
    bind, result = getattr(column, "process_bind_param", None), getattr(column, "process_result_value", None)

    assert _same(result(bind(value, None), None) if bind and result else value, value)


def _parsed(kind: Kind, text: str) -> tuple[Any, str]:
    try:
        return kind.parse(text), ""
    except RefusalError as refusal:
        return None, refusal.reason


def _same(one: Any, other: Any) -> bool:
    if isinstance(other, uuid.UUID):
        return bool(one == other)
    return type(one) is type(other) and bool(one == other)
