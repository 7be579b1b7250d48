"""Our PNG encoder beside Qt's default one: time and size."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import UTC, datetime

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QImage, QImageWriter

from benchmarks import ground
from benchmarks.display import LAYOUTS
from benchmarks.figures import Figure, median, ratio, spread
from benchmarks.plan import Found, Plan
from dzwonek.capture import png, raster
from dzwonek.domain.picture import PictureNote

TO_QT = 0.5


def measure(plan: Plan) -> Found:
    """Encode the same pictures in turns."""
    application = ground.fonts()
    sizes = {layout.whole for layout in LAYOUTS[: 2 if plan.is_quick else 4]}
    figures = tuple(_figure(*size, plan.rounds) for size in sorted(sizes))
    del application
    return Found(figures)


def _figure(width: int, height: int, rounds: int) -> Figure:
    image = ground.painted(width, height)
    note = PictureNote("01", "M0", width, height, "", datetime.now(UTC))
    ours, theirs = [], []
    for _ in range(rounds):
        ours.append(_ms(lambda: raster.encode(image, note)))
        theirs.append(_ms(lambda: _by_qt(image)))
    size, their_size = len(raster.encode(image, note).content), len(_by_qt(image))
    return Figure(
        f"PNG of {width}x{height}", median(ours), "ms", floor=median(theirs),
        judged=ratio(ours, theirs), judged_as="x Qt's", at_most=TO_QT,
        note=f"{spread(ours)}; {size / 1e6:.2f} MB, Qt's {their_size / 1e6:.2f} MB; "
        f"{type(png.fastest_deflate()).__name__}",
    )  # fmt: skip


def _by_qt(image: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, b"png").write(image)
    return bytes(buffer.data().data())


def _ms(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return (time.perf_counter() - began) * 1000
