"""From a passphrase to a wrapping key: Argon2id, as slow as this machine bears, never below the floor."""

import math
import time
import unicodedata
from dataclasses import dataclass

from fj_desktop.errors import UserError

_MIB = 1024


@dataclass(frozen=True)
class Cost:
    """What one derivation takes: memory in KiB, passes over it, and parallel lanes."""

    memory_kib: int
    passes: int
    lanes: int

    def at_least(self, other: "Cost") -> bool:
        return self.memory_kib >= other.memory_kib and self.passes >= other.passes

    def bearable(self) -> bool:
        """Whether a key file may ask for it: a hostile one must not hang or starve the machine."""
        in_range = self.memory_kib <= 1024 * _MIB and self.passes <= 100 and 1 <= self.lanes <= 16
        return in_range and self.memory_kib * self.passes <= 16 * 1024 * _MIB


FLOOR = Cost(memory_kib=64 * _MIB, passes=3, lanes=4)
_MOST_MEMORY_KIB = 256 * _MIB


@dataclass(frozen=True)
class PassphraseKdf:
    """Derives wrapping keys; the program uses ``ARGON2ID``, only tests hand in a cheaper one."""

    floor: Cost = FLOOR
    seconds: float = 0.6

    def calibrated(self) -> Cost:
        """The cost that takes about ``seconds`` here, memory before passes, never below the floor."""
        cost = self.floor
        took = self._timed(cost)
        while took * 2 <= self.seconds and cost.memory_kib < _MOST_MEMORY_KIB:
            cost = Cost(cost.memory_kib * 2, cost.passes, cost.lanes)
            took = self._timed(cost)
        passes = math.ceil(cost.passes * self.seconds / took)
        return Cost(cost.memory_kib, min(max(cost.passes, passes), 100), cost.lanes)

    def _timed(self, cost: Cost) -> float:
        start = time.perf_counter()
        self.key("calibration", bytes(16), cost)
        return max(time.perf_counter() - start, 1e-6)

    def accepts(self, cost: Cost) -> bool:
        """Whether a key file with this cost is taken: not below the floor, not beyond the bearable."""
        return cost.at_least(self.floor) and cost.bearable()

    def key(self, passphrase: str, salt: bytes, cost: Cost) -> bytes:
        """32 bytes from a passphrase; full-width and composed forms of a sign count as the same (NFKC).

        Raises:
            UserError: the machine has not enough free memory.
        """
        from cryptography.hazmat.primitives.kdf.argon2 import Argon2id  # Here, so that the unlock window stands sooner.

        text = unicodedata.normalize("NFKC", passphrase).encode("utf-8", "surrogatepass")
        argon = Argon2id(salt=salt, length=32, iterations=cost.passes, lanes=cost.lanes, memory_cost=cost.memory_kib)
        try:
            return argon.derive(text)
        except MemoryError as error:
            needed = cost.memory_kib // _MIB
            raise UserError(f"内存不足：核对口令需要约 {needed} MB 空闲内存。请关闭其他程序后再试。") from error


ARGON2ID = PassphraseKdf()
