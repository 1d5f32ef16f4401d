"""How hard a passphrase is to guess, said in plain Chinese."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from fj_desktop.errors import UserError

SHORTEST = 8
LONGEST = 128
# A stolen laptop is guessed at without limit; below 3 (100 million guesses) days are enough.
ACCEPTED_FROM = 3
_WORDS = ("极弱", "很弱", "偏弱", "较强", "很强")
_STEPS_LOG10 = (3.0, 6.0, 8.0, 10.0)
# Guessing takes quadratic time; what stands behind the 64th sign can only make it harder.
_JUDGED_SIGNS = 64

_WELL_KNOWN = (
    "一二三四五六七八九十", "甲乙丙丁戊己庚辛壬癸", "东南西北", "春夏秋冬", "我爱你", "我爱中国", "中国",
    "祖国万岁", "好好学习", "天天向上", "为人民服务", "招商引资", "招商", "奉节", "奉节县", "重庆", "重庆市",
    "白帝城", "夔门", "脐橙", "床前明月光", "疑是地上霜", "举头望明月", "低头思故乡", "朝辞白帝彩云间",
    "千里江陵一日还", "两岸猿声啼不住", "轻舟已过万重山", "芝麻开门", "恭喜发财", "万事如意", "心想事成",
    "一帆风顺", "新年快乐", "密码", "口令", "台账",
    "fengjie", "chongqing", "zhaoshang", "baidicheng", "kuimen", "qicheng", "mima", "woaini", "zhongguo",
)  # fmt: skip


@dataclass(frozen=True)
class Strength:
    """The judgement on one passphrase.

    Attributes:
        score: 0 (guessed at once) to 4 (out of reach).
        words: the score in a word or two, Chinese.
        acceptable: whether a store may be made with it.
        advice: what to do better; empty when nothing is.
    """

    score: int
    words: str
    acceptable: bool
    advice: str


def strength(text: str, person_words: Sequence[str] = ()) -> Strength:
    """Judge a passphrase.

    Args:
        text: as typed.
        person_words: what a guesser would try first: the person's name, office, unit, phone.
    """
    folded = unicodedata.normalize("NFKC", text)
    if len(folded) > LONGEST:
        return Strength(0, "过长", False, f"口令最长 {LONGEST} 个字符，请缩短。")
    if len(folded) < SHORTEST:
        return Strength(0, "太短", False, f"口令至少 {SHORTEST} 个字符；可以用一句只有自己知道的话。")
    guesses_log10, patterns = _guesses(folded, person_words)
    score = sum(guesses_log10 >= step for step in _STEPS_LOG10)
    return Strength(score, _WORDS[score], score >= ACCEPTED_FROM, _advice(score, patterns))


def require_strong(text: str, person_words: Sequence[str] = ()) -> None:
    """Refuse a passphrase that a store must not be made with.

    Raises:
        UserError: says why and what to choose instead.
    """
    judged = strength(text, person_words)
    if not judged.acceptable:
        raise UserError(f"口令{judged.words}，不能使用。{judged.advice}")


def _guesses(text: str, person_words: Sequence[str]) -> tuple[float, set[str]]:
    from zxcvbn import zxcvbn

    known = [unicodedata.normalize("NFKC", word).lower() for word in (*person_words, *_WELL_KNOWN) if word]
    found = zxcvbn(text[:_JUDGED_SIGNS], user_inputs=known)
    tokens = [str(part["token"]) for part in found["sequence"] if part["pattern"] == "bruteforce"]
    unknown = [_without(token, known) for token in tokens]
    bonus = sum(_han_bonus(token) + _mixed_bonus(token) for token in unknown)
    return float(found["guesses_log10"]) + bonus, {str(part["pattern"]) for part in found["sequence"]}


def _without(token: str, known: list[str]) -> str:
    """What is left of a token that zxcvbn could not place: it passes short known words over."""
    for word in known:
        token = re.sub(re.escape(word), "", token, flags=re.IGNORECASE)
    return token


def _han_bonus(token: str) -> float:
    """Make up for zxcvbn's ten guesses for each unknown sign; a Chinese one has nearer a hundred."""
    return float(len({sign for sign in token if unicodedata.category(sign) == "Lo"}))


def _mixed_bonus(token: str) -> float:
    """Random signs of three sorts have many more than ten each; half a step for each is still careful."""
    sorts = {_sort(sign) for sign in token}
    return 0.3 * len(token) if len(sorts) >= 3 else 0.0


def _sort(sign: str) -> str:
    if sign.isalpha():
        return "upper" if sign.isupper() else "lower"
    return "digit" if sign.isdigit() else "other"


def _advice(score: int, patterns: set[str]) -> str:
    if score == len(_WORDS) - 1:
        return ""
    if score >= ACCEPTED_FROM:
        return "可以使用；再加一两个不相关的词会更好。"
    reasons = {
        "repeat": "不要重复同样的字",
        "sequence": "不要用连续的字母或数字",
        "spatial": "不要用键盘上相邻的键",
        "date": "不要用日期",
        "dictionary": "不要用姓名、单位、地名和常见词",
    }
    found = [reason for pattern, reason in reasons.items() if pattern in patterns]
    return "；".join([*found, "换成几个互不相关的词，或一句只有自己知道的话"]) + "。"
