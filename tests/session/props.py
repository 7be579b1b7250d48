"""What else an operator's desk holds: a screen full of work, a clipboard, a file in the hand.

Run as a program it is a process of its own in a session, told what to do line by line.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QSocketNotifier, Qt, QUrl
from PySide6.QtGui import QDrag, QImage, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from tests.session.programs import until

if TYPE_CHECKING:
    from tests.session.x_session import XSession

ROOT = Path(__file__).parents[2]
IN_HAND = (120, 90)  # the size of the file's own small window


class Props:
    """The running program, as a test uses it."""

    def __init__(self, program: subprocess.Popen[str], told: Path, patience: float) -> None:
        self._program = program
        self._told = told
        self._patience = patience

    def show(self, picture: Path) -> None:
        """Fill the desktop with a picture, behind all windows."""
        self._ask("show", picture=str(picture))

    def copy(self, kind: str, file: Path) -> None:
        """Put a file's bytes on the clipboard as this kind alone."""
        self._ask("copy", kind=kind, file=str(file))

    def copy_pixels(self, picture: Path) -> None:
        """Put a picture on the clipboard as a program that draws does."""
        self._ask("copy_pixels", picture=str(picture))

    def lay_file(self, file: Path, place: tuple[int, int]) -> tuple[int, int]:
        """Lay a file on the desktop to be dragged away; give where to take hold of it."""
        self._ask("lay", file=str(file), left=str(place[0]), top=str(place[1]))
        return place[0] + IN_HAND[0] // 2, place[1] + IN_HAND[1] // 2

    def put_away(self) -> None:
        """Take the file from the desktop."""
        self._ask("put_away")

    def has_told(self, words: str) -> bool:
        """Say whether the program has told this."""
        return self._told.exists() and words in self._told.read_text("utf-8").splitlines()

    def _ask(self, order: str, **values: str) -> None:
        """Have it do something, and wait until it is done."""
        assert self._program.stdin is not None
        before = self._count()
        self._program.stdin.write(json.dumps({"order": order, **values}) + "\n")
        self._program.stdin.flush()
        until(lambda: self._count() > before, f"the desk's {order}", self._patience)

    def _count(self) -> int:
        return self._told.read_text("utf-8").count("done\n") if self._told.exists() else 0


@contextmanager
def props(session: XSession, patience: float) -> Iterator[Props]:
    """Run the program in a session until the test is over."""
    told = session.folder / "props.told"
    env = {**session.env, "PYTHONPATH": str(ROOT)}
    with told.open("w", encoding="utf-8") as file:
        program = subprocess.Popen(
            (sys.executable, "-m", "tests.session.props"),
            env=env,
            stdin=subprocess.PIPE,
            stdout=file,
            text=True,
        )
    try:
        yield Props(program, told, patience)
    finally:
        program.kill()
        program.communicate()


class Backdrop(QWidget):
    """Shows a picture on the whole desktop, below every window."""

    def __init__(self) -> None:
        super().__init__(None, Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_X11NetWmWindowTypeDesktop)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self._image = QImage()

    def show_picture(self, picture: str) -> None:
        """Show this one from now on."""
        self._image = QImage(picture)
        self.hide()
        self.setGeometry(QApplication.primaryScreen().virtualGeometry())
        self.show()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it pixel by pixel."""
        painter = QPainter(self)
        painter.drawImage(0, 0, self._image)
        painter.end()


class FileInHand(QWidget):
    """A file's small window, out of which the file is dragged."""

    def __init__(self, file: str) -> None:
        flags = Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowDoesNotAcceptFocus
        super().__init__(None, flags)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setStyleSheet("background: #ffd54f")
        self.resize(*IN_HAND)
        self._file = file

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag it, and tell what whoever is below thinks of it."""
        drag, mime = QDrag(self), QMimeData()
        mime.setUrls([QUrl.fromLocalFile(self._file)])
        drag.setMimeData(mime)
        drag.actionChanged.connect(lambda action: tell(action.name))
        drag.exec(Qt.DropAction.CopyAction)
        tell("dragged")


class Program:
    """Does what it is told at its standard input."""

    def __init__(self) -> None:
        self._backdrop = Backdrop()
        self._file: FileInHand | None = None
        self._notifier = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read)
        self._notifier.activated.connect(self._read)

    def _read(self) -> None:
        for line in os.read(sys.stdin.fileno(), 1 << 16).splitlines():
            told = json.loads(line)
            getattr(self, f"_{told.pop('order')}")(told)
            tell("done")

    def _show(self, told: Mapping[str, str]) -> None:
        self._backdrop.show_picture(told["picture"])

    def _copy(self, told: Mapping[str, str]) -> None:
        mime = QMimeData()
        mime.setData(told["kind"], Path(told["file"]).read_bytes())
        QApplication.clipboard().setMimeData(mime)

    def _copy_pixels(self, told: Mapping[str, str]) -> None:
        QApplication.clipboard().setImage(QImage(told["picture"]))

    def _lay(self, told: Mapping[str, str]) -> None:
        self._file = FileInHand(told["file"])
        self._file.move(int(told["left"]), int(told["top"]))
        self._file.show()

    def _put_away(self, told: Mapping[str, str]) -> None:
        if self._file is not None:
            self._file.close()


def tell(words: str) -> None:
    """Write a line to whoever started this."""
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()


def main() -> int:
    """Serve until the end of the session."""
    app = QApplication(sys.argv[:1])
    app.setQuitOnLastWindowClosed(False)
    program = Program()
    ended = app.exec()
    del program
    return ended


if __name__ == "__main__":
    raise SystemExit(main())
