"""The chain map: every link stands once, none over another, children in their parent's reach."""

from hypothesis import given
from hypothesis import strategies as st

from fj_desktop.rules.chain_layout import POSITIONS, WIDTH, Link, laid_out, nearest

LINKS = st.lists(
    st.tuples(st.sampled_from(POSITIONS), st.one_of(st.none(), st.integers(0, 14)), st.floats(20, 200)), max_size=14
)


@given(LINKS)
def test_every_link_stands_once_and_none_over_another(made: list[tuple[str, int | None, float]]) -> None:
    links = [Link(at, position, parent, height) for at, (position, parent, height) in enumerate(made)]
    layout = laid_out(links)
    assert set(layout.boxes) == set(range(len(links)))
    boxes = list(layout.boxes.values())
    for at, one in enumerate(boxes):
        assert 0 <= one.x <= one.x + one.width <= layout.width + 0.1
        assert one.y + one.height <= layout.height
        for other in boxes[at + 1 :]:
            apart_x = one.x + one.width <= other.x or other.x + other.width <= one.x
            apart_y = one.y + one.height <= other.y or other.y + other.height <= one.y
            assert apart_x or apart_y


def test_children_stand_below_their_parent_a_step_in() -> None:
    links = [Link("镜片", "上游", None, 40), Link("镀膜", "中游", "镜片", 40), Link("树脂", "上游", "镜片", 40)]
    boxes = laid_out(links).boxes
    assert boxes["树脂"].y > boxes["镜片"].y
    assert boxes["树脂"].x > boxes["镜片"].x
    assert boxes["镀膜"].x > WIDTH
    assert nearest(boxes, "镜片", 0, 1) == "树脂"
    assert nearest(boxes, "镜片", 1, 0) == "镀膜"
    assert nearest(boxes, "镜片", -1, 0) == "镜片"


def test_a_ring_of_parents_is_no_parent() -> None:
    boxes = laid_out([Link("a", "上游", "b", 30), Link("b", "上游", "a", 30), Link("c", "上游", "c", 30)]).boxes
    assert set(boxes) == {"a", "b", "c"}
