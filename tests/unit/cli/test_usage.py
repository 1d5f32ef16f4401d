"""A command that is written wrong: what is wrong and what to do, in Chinese."""

import re

import pytest

from fj_desktop.cli import parser

_ENGLISH = re.compile(r"\b(?:usage|error|required|argument|invalid|choose|expected|unrecognized|options|show)\b")


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("land", "没有“land”这个命令"),
        ("init --office YRD", "还缺：--person"),
        ("init --office", "“--office”后面要跟一个值"),
        ("check --pass x", "不认识“--pass x”"),
        ("list land --limit viele", "“--limit”"),
        ("screens", "还缺：out"),
    ],
)
def test_a_command_written_wrong_is_told_in_chinese(typed: str, said: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        parser().parse_args(typed.split())
    told = capsys.readouterr().err
    assert ended.value.code == 2
    assert said in told
    assert "--help" in told
    assert not _ENGLISH.search(told), told


def test_the_help_has_chinese_headings(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        parser().parse_args(["init", "--help"])
    told = capsys.readouterr().out
    assert told.startswith("用法：")
    assert not _ENGLISH.search(told), told
