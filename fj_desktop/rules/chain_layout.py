"""Where the links of a chain map stand: a column for each position, children below their parent, none over another."""

import math
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass

POSITIONS = ("上游", "中游", "下游", "配套", "服务")
WIDTH, GAP_X, GAP_Y, INDENT, HEAD = 190.0, 46.0, 14.0, 14.0, 30.0


@dataclass(frozen=True)
class Link:
    """One link as the layout sees it: its position, what it hangs below, and how tall it is."""

    key: Hashable
    position: str
    parent: Hashable | None
    height: float


@dataclass(frozen=True)
class Box:
    """Where a link stands; y grows downwards."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True)
class Layout:
    """All boxes, the heads of the columns that are used (name and x), and the size of the whole."""

    boxes: Mapping[Hashable, Box]
    heads: Sequence[tuple[str, float]]
    width: float
    height: float


def laid_out(links: Sequence[Link]) -> Layout:
    """Place every link once, whatever its parent: one that is gone, or a ring of parents, counts as none."""
    columns = list(POSITIONS[:3])
    columns += [name for name in POSITIONS[3:] if any(one.position == name for one in links)]
    boxes: dict[Hashable, Box] = {}
    tallest = 0.0
    for place, name in enumerate(columns):
        mine = [one for one in links if one.position == name]
        y = HEAD
        for one, depth in _in_order(mine):
            indent = min(depth, 3) * INDENT
            x = place * (WIDTH + GAP_X)
            boxes[one.key] = Box(x + indent, y, WIDTH - indent, one.height)
            y += one.height + GAP_Y
        tallest = max(tallest, y)
    heads = [(name, place * (WIDTH + GAP_X)) for place, name in enumerate(columns)]
    return Layout(boxes, heads, len(columns) * (WIDTH + GAP_X) - GAP_X, tallest)


def _in_order(links: Sequence[Link]) -> list[tuple[Link, int]]:
    """Parents before their children, both in the order given; with their depth."""
    known = {one.key for one in links}
    below: dict[Hashable | None, list[Link]] = {}
    for one in links:
        below.setdefault(one.parent if one.parent in known and one.parent != one.key else None, []).append(one)
    found: list[tuple[Link, int]] = []
    waiting = [(one, 0) for one in reversed(below.get(None, []))]
    while waiting:
        one, depth = waiting.pop()
        found.append((one, depth))
        waiting += [(child, depth + 1) for child in reversed(below.get(one.key, []))]
    placed = {one.key for one, _ in found}
    return found + [(one, 0) for one in links if one.key not in placed]


def nearest(boxes: Mapping[Hashable, Box], present: Hashable, dx: int, dy: int) -> Hashable:
    """The box the keyboard goes to from one, to a side; the same where there is none."""
    here = boxes[present]
    middle = (here.x + here.width / 2, here.y + here.height / 2)

    def far(box: Box) -> float:
        beside = (box.x - here.x - here.width, here.x - box.x - box.width)[dx < 0]
        below = (box.y - here.y - here.height, here.y - box.y - box.height)[dy < 0]
        if (beside if dx else below) < 0:
            return math.inf
        x, y = abs(box.x + box.width / 2 - middle[0]), abs(box.y + box.height / 2 - middle[1])
        return x + 3 * y if dx else y + 3 * x

    best: Callable[[Hashable], float] = lambda key: far(boxes[key])  # noqa: E731
    others = [key for key in boxes if key != present and math.isfinite(best(key))]
    return min(others, key=best, default=present)
