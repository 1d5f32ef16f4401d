"""Whatever is pasted: leads or a plain refusal, and every word of it in a field or a note."""

import re
from collections import Counter
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from fj_desktop.core.leads import Lead, read_text
from fj_desktop.core.leads.contacts import fold_widths
from fj_desktop.core.leads.words import LABELS

PIECES = st.sampled_from(
    [
        "张三", "李总", "某某光学", "重庆某某机械有限公司", "13800138000", "+86 139-0013-9000", "023-56550000", "想看地", "董事长", "采购部",
        "，", "；", "\n", "\n\n", " ", "：", "（", "）", "电话：", "姓名：", "单位", "微信同号", "a@b.cn", "2026/11/23 10:05", "1. ", "、", "是",
        "的", "—", "重庆市渝北区示例路12号", "http://a.cn/b", "QQ：123456", "备注：", "\t", "|", "ABC Co., Ltd.", "Tom Lee", "②", "＠", "１３９",
    ]
)  # fmt: skip
TEXTS = st.one_of(st.text(max_size=200), st.lists(PIECES, max_size=25).map("".join))
_LABELS = sorted((one for words in LABELS.values() for one in words.split("|")), key=len, reverse=True)


def signs(text: str) -> Counter[str]:
    """The letters, digits and Chinese signs of a text, folded."""
    return Counter(re.findall(r"[^\W_]", text.casefold()))


def missing(text: str, leads: list[Lead]) -> Counter[str]:
    """Signs of the text that stand in no field and no note.

    Apart from names of fields, the country's number, and the 的 that only joins a company to what follows.
    """
    kept: Counter[str] = Counter()
    for lead in leads:
        kept += signs(" ".join((
            lead.name, lead.title, lead.company, lead.mobile, lead.phone, lead.email, lead.wechat, lead.address, lead.note,
        )))  # fmt: skip
    lost = set(signs(fold_widths(text))) - set(kept)
    named = set("".join(_LABELS).casefold()) | set("的086转分机ext0123456789①②③一二三四五六七八九十序号编")
    return Counter(sign for sign in lost if sign not in named)


@settings(max_examples=300)
@given(TEXTS)
def test_every_word_of_any_text_is_kept(text: str) -> None:
    leads = read_text(text, "示例员")
    assert missing(text, leads) == Counter()


@given(st.text(alphabet="张三李13800-+（）()公司厂总，; \n:：.", max_size=3000))
@settings(max_examples=25)
def test_long_nonsense_takes_no_long_time(text: str) -> None:
    read_text(text)


WORDS = st.lists(
    st.sampled_from(
        ["张三", "李总", "某某光学", "重庆某某机械有限公司", "想看地", "董事长", "采购部", "脐橙深加工", "王小明经理", "云雾茶园", "Tom", "Lee", "万州",
         "方便时回电话", "某某集团采购部李四", "我是某某光学的张三", "ABC", "3000平", "12月8日", "2026年", "1.5亿"]
    ),
    min_size=1, max_size=12,
)  # fmt: skip


@settings(max_examples=200)
@given(WORDS, st.sampled_from([" ", "，", "\n", "；", " / ", "、", "\t"]))
def test_every_word_stands_whole_in_a_field_or_the_note(words: list[str], between: str) -> None:
    leads = read_text(between.join([*words, "13800138000"]))
    kept = "".join("".join(vars(lead).values()) for lead in (replace(one, origin="") for one in leads))
    bare = re.sub(r"\W", "", kept)
    # A name with a post may be divided: 王小明经理 is 王小明, 经理; a company may give its department to the post.
    for word in words:
        signs_of = Counter(re.sub(r"\W", "", word))
        assert re.sub(r"\W", "", word) in bare or not signs_of - Counter(bare), (word, leads)
