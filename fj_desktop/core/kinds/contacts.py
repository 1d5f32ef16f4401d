"""Phone numbers, credit codes and identity numbers, checked by kept libraries."""

import re
from typing import Any

from sqlalchemy import String
from sqlalchemy.types import TypeEngine

from fj_desktop.core.kinds.base import Kind
from fj_desktop.core.refusal import RefusalError
from fj_desktop.core.text import fold

_WHOLE = re.compile(r"\.0+$")
_MOBILE = re.compile(r"1[3-9][0-9]{9}")
_CODE = re.compile(r"[0-9]{8}[0-9A-HJ-NPQRTUWXY]{10}")
_ABROAD = re.compile(r"\+[0-9]{6,15}")
_LINE = re.compile(r"(?:(010|02[0-9]|0[3-9][0-9]{2})-?|(?=[2-9]))([0-9]{3,4})-?([0-9]{4})(?:-([0-9]{1,6}))?")
_SERVICE = re.compile(r"[48]00[0-9]{7}")
_HOME = re.compile(r"^(?:\+86|0086|86(?=-))-?")


def _digits(text: str) -> str:
    return re.sub(r"[\s()\-—–－.]", "", fold(text))


class Mobile(Kind):
    """A mobile number: eleven digits of the mainland, or + and a country code; kept as digits."""

    excel_width = 16
    open_to_owner = True
    hint = "11 位手机号，境外加 + 国家码"

    def parse(self, text: str) -> str:
        if _MOBILE.fullmatch(text):
            return text
        bare = _digits(_WHOLE.sub("", fold(text)))
        bare = re.sub(r"^(\+86|0086|86(?=1[3-9]\d{9}$)|0(?=1[3-9]\d{9}$))", "", bare)
        bare = "+" + bare[2:] if bare.startswith("00") else bare
        if _MOBILE.fullmatch(bare) or _ABROAD.fullmatch(bare):
            return bare
        raise RefusalError(f"应为 11 位手机号（现 {len(bare)} 位），境外号码以 + 开头")

    def column_type(self) -> TypeEngine[Any]:
        return String(16)

    def mask(self, value: Any) -> str:
        text = str(value)
        return f"{text[:3]}****{text[-4:]}" if len(text) >= 8 else "****"


class Phone(Kind):
    """A fixed line with area code, a 400 number, or a mobile that serves as one."""

    excel_width = 16
    hint = "如 023-56550000"

    def parse(self, text: str) -> str:
        bare = re.sub(r"[\s)]|\.0+$", "", fold(text)).replace("(", "-")
        bare = re.sub(r"[—–－.]|转|分机|ext|#", "-", bare)
        bare = re.sub(r"-+", "-", bare).strip("-")
        national = _HOME.sub("", bare)
        if national != bare and re.match(r"[2-9](?!00-?\d{3}-?\d{4}$)", national):
            national = "0" + national
        compact = re.sub(r"^00", "+", national.replace("-", ""))
        if _MOBILE.fullmatch(compact) or _SERVICE.fullmatch(compact) or _ABROAD.fullmatch(compact):
            return compact
        match = _LINE.fullmatch(national)
        if match is None:
            raise RefusalError("应为固定电话，例如 023-56550000 或 400 号码")
        area, first, last, extension = match.groups()
        return "-".join(part for part in (area, first + last, extension) if part)

    def column_type(self) -> TypeEngine[Any]:
        return String(24)

    def mask(self, value: Any) -> str:
        return str(value)[:-4] + "****"


class CreditCode(Kind):
    """统一社会信用代码: eighteen signs with check digit (GB 32100-2015), checked by python-stdnum."""

    excel_width = 22
    hint = "18 位统一社会信用代码"

    def parse(self, text: str) -> str:
        from stdnum.cn import uscc
        from stdnum.exceptions import InvalidChecksum, ValidationError

        if _CODE.fullmatch(text) and uscc.calc_check_digit(text) == text[-1]:
            return text  # Nearly every cell; what is wrong with the others is found below.
        bare = _digits(text).upper()
        if len(bare) != 18:
            raise RefusalError(f"应为 18 位，现有 {len(bare)} 位")
        try:
            uscc.validate(bare)
        except InvalidChecksum:
            raise RefusalError("校验位不对，请与营业执照核对（GB 32100）") from None
        except ValidationError:
            raise RefusalError("含有不该出现的字符，请与营业执照核对") from None
        return bare

    def column_type(self) -> TypeEngine[Any]:
        return String(18)

    def mask(self, value: Any) -> str:
        return f"{str(value)[:6]}********{str(value)[-4:]}"


class IdNumber(Kind):
    """居民身份证号: eighteen signs with check digit (GB 11643-1999) and a date of birth that exists.

    The county in front is not checked against the year of birth: numbers first given out later in
    life carry the county code of that later year.
    """

    excel_width = 22

    def parse(self, text: str) -> str:
        from stdnum.cn import ric
        from stdnum.exceptions import ValidationError

        bare = _digits(text).upper()
        if not re.fullmatch(r"[1-9][0-9]{16}[0-9X]", bare):
            raise RefusalError(f"应为 18 位身份证号，现有 {len(bare)} 位")
        if ric.calc_check_digit(bare) != bare[-1]:
            raise RefusalError("校验位不对，请与身份证核对（GB 11643）")
        try:
            ric.get_birth_date(bare)
        except ValidationError:
            raise RefusalError("出生日期不存在，请与身份证核对") from None
        return bare

    def column_type(self) -> TypeEngine[Any]:
        return String(18)

    def mask(self, value: Any) -> str:
        return f"{str(value)[:3]}***********{str(value)[-2:]}"
