"""The command line's own words in Chinese: usage, headings of the help, and what is wrong with a command."""

import argparse
import re
from typing import Any, NoReturn

# What argparse says, and what a person is told; what stands in the command is quoted as it stands there.
_FAULTS = (
    (r"the following arguments are required: (.+)", r"还缺：\1"),
    (r"one of the arguments (.+) is required", r"以下选项要给一个：\1"),
    (r"unrecognized arguments: (.+)", r"不认识“\1”，请检查拼写；选项要写全名"),
    (r"argument (\S+): not allowed with argument (\S+)", r"“\1”不能和“\2”同时用"),
    (r"argument (\S+): expected one argument", r"“\1”后面要跟一个值"),
    (r"argument (\S+): expected at least one argument", r"“\1”后面至少要跟一个值"),
    (r"argument (\S+): expected (\d+) arguments?", r"“\1”后面要跟 \2 个值"),
    (r"argument 命令: invalid choice: '?([^']*)'? \(choose from .+\)", r"没有“\1”这个命令"),
    (r"argument (\S+): invalid choice: '?([^']*)'? \(choose from (.+)\)", r"“\1”不能是“\2”，应为以下之一：\3"),
    (r"argument (\S+): invalid int value: '?([^']*)'?", r"“\1”应为整数，现为“\2”"),
    (r"argument (\S+): invalid \S+ value: '?([^']*)'?", r"“\1”的值“\2”认不出来"),
    (r"argument (\S+): ignored explicit argument '?([^']*)'?", r"“\1”后面不要跟值，现为“\2”"),
    (r"argument (\S+): (.+)", r"“\1”\2"),
)
_HELP = (
    ("usage: ", "用法："),
    ("positional arguments:", "参数："),
    ("options:", "选项："),
    ("show this help message and exit", "显示这份说明"),
    ("show program's version number and exit", "显示版本"),
)
_LONGEST = 400


class Parser(argparse.ArgumentParser):
    """Takes options by their whole names only: ``--passphrase SECRET`` is no short form of ``--passphrase-file``."""

    def __init__(self, **facts: Any) -> None:
        super().__init__(**({"allow_abbrev": False} | facts))

    def error(self, message: str) -> NoReturn:
        """End with two and lines that a person can act on."""
        self.exit(2, f"{self.format_usage()}{said(message)}。\n请用 {self.prog} --help 查看用法。\n")

    def format_usage(self) -> str:
        """As argparse, in Chinese."""
        return _in_chinese(super().format_usage())

    def format_help(self) -> str:
        """As argparse, in Chinese."""
        return _in_chinese(super().format_help())


def said(message: str) -> str:
    """What argparse finds wrong, in Chinese; a message that is not known stands as it is."""
    for pattern, words in _FAULTS:
        if found := re.fullmatch(pattern, message, re.DOTALL):
            return f"命令写得不对：{found.expand(words).replace(chr(39), '')[:_LONGEST]}"
    return f"命令写得不对（{message[:_LONGEST]}）"


def _in_chinese(text: str) -> str:
    for english, words in _HELP:
        text = text.replace(english, words, 1)
    return text
