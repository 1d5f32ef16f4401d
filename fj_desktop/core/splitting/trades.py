"""Trades in free words: official industries, the county's chains, and what is neither."""

import re
from collections.abc import Mapping

from fj_desktop.core import reference
from fj_desktop.core.kinds import Industry, split_members
from fj_desktop.core.splitting.general import Divider, fits
from fj_desktop.core.text import clean, squeeze


def chain_in(text: str) -> str:
    """The name of the one industry chain a text names by one of its words; empty for none or several."""
    bare = squeeze(text)
    found = {name for word, name in reference.chain_words().items() if squeeze(word) in bare}
    return found.pop() if len(found) == 1 else ""


def chain_of(chain: str) -> Divider:
    """A divider for a chain in a ledger's words: 脐橙产业链 means 脐橙（小水果）; other words stay as they are."""

    def divide(text: str) -> Mapping[str, str]:
        return {chain: chain_in(text) or text}

    return divide


def industry(code: str, chain: str, words: str, label: str = "") -> Divider:
    """A divider for a trade in free words: an official industry fills the code, other words stay words.

    ``label`` stands before the words where they go to a note. What starts like an official code but
    is none stands under the code, to be refused.
    """

    def divide(text: str) -> Mapping[str, str]:
        if fits(Industry(), text) or re.match(r"\s*[A-Ta-t]\d", text):
            return {code: text}
        found = {words: f"{label}：{clean(text)}" if label else text}
        named = chain_in(text)
        return found | {chain: named} if named else found

    return divide


def trade(words: str, chain: str, code: str) -> Divider:
    """A divider for products or trade in free words: the text itself, with the chain and industry it names."""

    def divide(text: str) -> Mapping[str, str]:
        found = {words: text}
        if named := chain_in(text):
            found[chain] = named
        if fits(Industry(), text):
            found[code] = text
        return found

    return divide


def industries(codes: str, note: str, label: str, chains: str = "") -> Divider:
    """A divider for several trades: official industries fill the codes, the other words go to the note."""

    def divide(text: str) -> Mapping[str, str]:
        if fits(Industry(), text):
            return {codes: text}
        members = split_members(text)
        official = [one for one in members if fits(Industry(), one) or re.match(r"[A-Ta-t]\d", one)]
        found = {codes: "；".join(official)} if official else {}
        others = [one for one in members if one not in official]
        if others:
            found[note] = f"{label}：{'、'.join(others)}"
        if chains and (named := chain_in(text)):
            found[chains] = named
        return found

    return divide
