"""More pictures for an open report: captured without our windows, read from files, pasted."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QColor, QImage, QImageWriter
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from dzwonek.domain.picture import Capture, Origin
from dzwonek.domain.problem import Code, Problem
from dzwonek.reporting.reception import Reception
from dzwonek.ui.adding_desk import AddingDesk
from dzwonek.ui.form.gates import Offered
from dzwonek.ui.look import dress
from dzwonek.ui.tasks import Tasks
from tests.fakes import form_scenes as scenes
from tests.fakes.form import FakeForm
from tests.fakes.parts import MemoryParts
from tests.fakes.screens import MOMENT, FakeScreens, plain_shot

STOP_SECONDS = 5.0


@dataclass
class Watching(FakeScreens):
    """Notes which windows of ours could be seen at the moment of a capture."""

    windows: tuple[QWidget, ...] = ()
    seen: list[bool] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__([plain_shot("L"), plain_shot("R", left=64)])

    def capture(self) -> Capture:
        self.seen += [window.isVisible() for window in self.windows]
        return super().capture()


class Bench:
    """An adding desk with a form without widgets beside another window of ours."""

    def __init__(self, tasks: Tasks) -> None:
        self.form = FakeForm()
        dress(self.form)
        self.other = QWidget()
        dress(self.other)
        self.screens = Watching((self.form, self.other))
        self.desk = AddingDesk(Reception(MemoryParts()), tasks, lambda: self.screens, self.form)
        self.desk.attend(self.form)  # type: ignore[arg-type]  # a form without widgets
        self.form.draft = scenes.draft()
        self.form.show()
        self.other.show()


@pytest.fixture
def bench(qapp: object, qtbot: QtBot) -> Iterator[Bench]:
    tasks = Tasks()
    made = Bench(tasks)
    qtbot.addWidget(made.form)
    qtbot.addWidget(made.other)
    yield made
    assert tasks.stop(STOP_SECONDS)


@pytest.fixture
def picture_file(tmp_path: Path) -> Callable[[str], Path]:
    def saved(name: str) -> Path:
        image = QImage(30, 20, QImage.Format.Format_RGB32)
        image.fill(QColor("#336699"))
        assert image.save(str(tmp_path / name))
        return tmp_path / name

    return saved


def test_a_further_capture_shows_none_of_our_windows(bench: Bench, qtbot: QtBot) -> None:
    bench.form.capture_wanted.emit(False)
    qtbot.waitUntil(lambda: bool(bench.form.added))
    assert bench.screens.seen == [False, False]
    assert bench.form.isVisible()
    assert bench.other.isVisible()
    ((shots, origin),) = bench.form.added
    assert [shot.monitor for shot in shots] == ["L", "R"]
    assert origin is Origin.SCREEN


def test_a_second_wish_while_the_screen_is_being_cleared_is_not_heard(
    bench: Bench, qtbot: QtBot
) -> None:
    bench.form.capture_wanted.emit(False)
    bench.form.capture_wanted.emit(False)
    qtbot.waitUntil(lambda: bool(bench.form.added))
    assert bench.screens.captures == 1


def test_of_a_capture_for_a_region_nothing_is_added_yet(bench: Bench, qtbot: QtBot) -> None:
    bench.form.capture_wanted.emit(True)
    qtbot.waitUntil(lambda: bool(bench.form.regions))
    assert bench.form.added == []


def test_a_screen_that_cannot_be_captured_is_told_and_the_form_comes_back(
    bench: Bench, qtbot: QtBot
) -> None:
    bench.screens.shots, bench.screens.problem = (), Problem(Code.CAPTURE_WAYLAND)
    bench.form.capture_wanted.emit(False)
    qtbot.waitUntil(lambda: bool(bench.form.refusals))
    assert bench.form.isVisible()
    assert bench.form.refusals == [Problem(Code.CAPTURE_WAYLAND)]
    assert bench.form.added == []


@pytest.mark.parametrize("name", ["a.png", "b.jpg", "c.bmp", "d.webp"])
def test_a_file_is_added(
    bench: Bench, qtbot: QtBot, picture_file: Callable[[str], Path], name: str
) -> None:
    bench.form.picture_offered.emit(Offered((str(picture_file(name)),)))
    qtbot.waitUntil(lambda: bool(bench.form.added))
    ((shots, origin),) = bench.form.added
    assert (shots[0].width, shots[0].height, shots[0].monitor) == (30, 20, "")
    assert origin is Origin.FILE


def test_a_bad_file_is_named_and_the_good_one_is_added(
    bench: Bench, qtbot: QtBot, tmp_path: Path, picture_file: Callable[[str], Path]
) -> None:
    (tmp_path / "bad.png").write_text("nie obraz", encoding="utf-8")
    paths = (tmp_path / "bad.png", tmp_path / "gone.png", tmp_path, picture_file("good.png"))
    bench.form.picture_offered.emit(Offered(tuple(map(str, paths))))
    qtbot.waitUntil(lambda: len(bench.form.refusals) == 3 and bool(bench.form.added))
    codes = sorted(problem.code for problem in bench.form.refusals)
    assert codes == [Code.ATTACHMENT_UNREADABLE] * 2 + [Code.PICTURE_REFUSED]


def test_a_file_without_end_is_refused_within_bounds(
    bench: Bench, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("dzwonek.capture.pieces.MOST_BYTES", 1 << 20)
    with (tmp_path / "long.png").open("wb") as file:
        file.truncate(2 << 20)
    bench.form.picture_offered.emit(Offered((str(tmp_path / "long.png"),)))
    qtbot.waitUntil(lambda: bool(bench.form.refusals))
    assert bench.form.refusals[0].code is Code.ATTACHMENT_TOO_LARGE


def test_pasted_pixels_are_added(bench: Bench, qtbot: QtBot) -> None:
    image = QImage(12, 9, QImage.Format.Format_ARGB32)
    image.fill(QColor(0, 0, 0, 0))
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    assert QImageWriter(buffer, b"png").write(image)
    bench.form.picture_offered.emit(Offered(image=image))
    bench.form.picture_offered.emit(Offered(content=bytes(buffer.data().data())))
    qtbot.waitUntil(lambda: len(bench.form.added) == 2)
    assert [origin for _, origin in bench.form.added] == [Origin.CLIPBOARD] * 2
    for (shot,), _ in bench.form.added:
        assert bytes(shot.pixels[:3]) == b"\xff\xff\xff"  # opaque, on white
        assert shot.taken_at > MOMENT


def test_an_empty_clipboard_is_told(bench: Bench) -> None:
    bench.form.picture_offered.emit(Offered())
    assert [problem.code for problem in bench.form.refusals] == [Code.CLIPBOARD_WITHOUT_PICTURE]


def test_a_picture_that_comes_late_goes_into_no_other_report(
    bench: Bench, qtbot: QtBot, picture_file: Callable[[str], Path]
) -> None:
    bench.form.picture_offered.emit(Offered((str(picture_file("a.png")),)))
    bench.form.draft = scenes.draft()
    bench.form.picture_offered.emit(Offered((str(picture_file("b.jpg")),)))
    qtbot.waitUntil(lambda: bool(bench.form.added))
    assert len(bench.form.added) == 1
