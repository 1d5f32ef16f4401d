"""Rows of a sheet that may be stored records: who is likely, why, and taking one for it."""

import pytest

from fj_desktop.services.desk import Desk
from tests.unit.services.test_importing import ENTREPRENEURS, PEOPLE, imported, planned, texts


@pytest.mark.parametrize("with_new_rows", [False, True])
@pytest.mark.parametrize("library", [PEOPLE, ENTREPRENEURS], ids=["people", "entrepreneurs"])
def test_a_row_that_may_be_a_stored_record_can_complete_it(desk: Desk, library: type, with_new_rows: bool) -> None:
    imported(desk, library, ("姓名", "手机"), ("张三", "13900001234"))
    more = [("王五", "13900009999", "干事")] if with_new_rows else []
    plan = planned(desk, library, ("姓名", "手机", "职务"), ("张叁", "13900001234", "会长"), *more)
    (likely,) = plan.rows[0].likely
    assert "手机相同" in likely.reasons
    assert desk.importing.names_of_duplicates(plan)[str(likely.id)] == "张三"
    result = desk.importing.apply(plan, {plan.rows[0].row: "update"})
    assert (result.added, result.updated) == (len(more), 1)
    first = texts(desk, PEOPLE)[0]
    assert (first["name"], first["title"]) == ("张三", "会长")
    assert len(texts(desk, PEOPLE)) == len(texts(desk, library)) == 1 + len(more)
    assert result.batch is not None
    desk.importing.undo(result.batch)
    assert [one.get("title", "") for one in texts(desk, PEOPLE)] == [""]
