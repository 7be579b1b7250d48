"""The signs of the list: each tells its state by its shape, without a colour."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from dzwonek.domain.delivery import Entry, State, Summary
from dzwonek.domain.kinds import Kind
from dzwonek.ui.report_lines import draft_line, entry_line
from dzwonek.ui.report_sign import Sign, draw_sign, sign_of
from tests.fakes import list_scenes as scenes

SIDE = 11  # pixels at 100 %
ENOUGH = SIDE * SIDE // 8  # pixels by which two shapes differ at a glance


def drawn(sign: Sign) -> QImage:
    image = QImage(SIDE, SIDE, QImage.Format.Format_Grayscale8)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    draw_sign(painter, sign, QRectF(0, 0, SIDE, SIDE), QColor(Qt.GlobalColor.black))
    painter.end()
    return image


def ink(image: QImage) -> list[bool]:
    places = ((x, y) for y in range(SIDE) for x in range(SIDE))
    return [image.pixelColor(x, y).lightness() < 128 for x, y in places]


def test_no_two_signs_look_alike_without_their_colours(qapp: QApplication) -> None:
    shapes = {sign: ink(drawn(sign)) for sign in Sign}
    for one, shape in shapes.items():
        assert sum(shape) >= ENOUGH, one
        for other in set(Sign) - {one}:
            differing = sum(a != b for a, b in zip(shape, shapes[other], strict=True))
            assert differing >= ENOUGH, (one, other)


def sign(entry: Entry) -> Sign:
    return sign_of(entry_line(entry, scenes.NOW, scenes.ZONE))


@pytest.mark.parametrize(
    ("state", "shown"),
    [
        (State.QUEUED, Sign.WAITING),
        (State.RETRY_WAIT, Sign.WAITING),
        (State.SENDING, Sign.SENDING),
        (State.UNCERTAIN, Sign.DOUBTED),
        (State.HELD, Sign.TROUBLE),
        (State.REJECTED, Sign.TROUBLE),
        (State.QUARANTINED, Sign.TROUBLE),
        (State.EXPIRED, Sign.TROUBLE),
        (State.DELIVERED, Sign.DELIVERED),
        (State.TOMBSTONE, Sign.EMPTIED),
    ],
)
def test_each_state_of_the_queue_has_its_sign(
    qapp: QApplication, state: State, shown: Sign
) -> None:
    assert sign(scenes.entry(state, delivered_at=scenes.NOW)) is shown


def test_what_nobody_has_yet_and_what_support_answered_are_told_apart(qapp: QApplication) -> None:
    assert sign_of(draft_line(scenes.draft(), scenes.NOW, scenes.ZONE)) is Sign.DRAFT
    known = Summary(words="x", kind=Kind.CALL_IN, ticket="12345")
    answered = scenes.entry(State.DELIVERED, delivered_at=scenes.NOW, summary=known)
    assert sign(answered) is Sign.CONFIRMED


def test_what_waits_for_long_takes_the_sign_of_its_urgency(qapp: QApplication) -> None:
    assert sign(scenes.entry(State.UNCERTAIN, 30 * 60)) is Sign.LATE
    assert sign(scenes.entry(State.RETRY_WAIT, 80 * 60)) is Sign.TROUBLE
