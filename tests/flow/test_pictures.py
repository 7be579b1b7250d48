"""Pictures on a real desktop: taken, added in every way, worked on, looked at, and as they arrive.

The screen shows pictures of the test's own making, so that each pixel that arrives has one it was
taken from.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QColor, QImage, QPainter

if sys.platform != "linux":
    pytest.skip("X sessions", allow_module_level=True)

from dzwonek.domain.report import Draft
from tests.session.half_written import EDITOR, drafts_of, picture_of
from tests.session.hand import FORM, go_on_with_first, open_list, wait_focus, wait_form
from tests.session.letters import carries, difference, grabbed, parsed, pictures, seven_lines
from tests.session.office import PATIENCE, Computer, Office
from tests.session.office_fixtures import (  # noqa: F401 - fixtures by their import
    move_in_fixture,
    office_fixture,
)
from tests.session.programs import until
from tests.session.props import Props, props
from tests.session.scene import stands_still
from tests.session.x_session import XSession

pytestmark = [pytest.mark.flow, pytest.mark.gui]

PREVIEW, REGION = "Podgląd zgłoszenia", "Wybierz obszar ekranu"
WORDS = "Na ekranie widać błąd: zażółć gęślą jaźń"
WIDTH, HEIGHT = 1920, 1080  # of each of the two monitors
CLEAR = QRect(0, 0, WIDTH, HEIGHT - 40)  # of the left one: below is the tray
COVER = QRect(960, 540, 120, 60)  # from the middle of the picture, where the keyboard begins
SECRET, SECRET_COLOUR = QRect(964, 544, 112, 52), QColor("#13579b")
FRAME = QRect(1160, 600, 160, 80)
CROP = QRect(840, 440, 560, 320)
PIECE, BIG = (300, 200), (1500, 1100)
EDGE = 4  # pixels: the frame round a picture that has the keyboard lies on its outermost ones
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"></svg>'
HTML = b'<img src="https://sklep.example/obraz.png" alt="obraz">'
AGAIN = 10.0  # seconds until a picture that did not come up is put up once more
JPEG = b"\xff\xd8\xff"


def patchwork(width: int, height: int, seed: int) -> QImage:
    """Draw patches of random colours, none of which is black or the secret's."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    chance = Random(seed)
    painter = QPainter(image)
    for top in range(0, height, 36):
        for left in range(0, width, 48):
            colour = QColor(*(chance.randrange(90, 256) for _ in range(3)))
            painter.fillRect(left, top, 48, 36, colour)
    painter.end()
    return image


def noise(width: int, height: int) -> QImage:
    """Make a picture that no PNG below 3 MB holds."""
    pixels = Random(3).randbytes(width * height * 4)
    return QImage(pixels, width, height, width * 4, QImage.Format.Format_RGB32).copy()


def with_secret(image: QImage) -> QImage:
    made = QImage(image)
    painter = QPainter(made)
    painter.fillRect(SECRET.translated(WIDTH, 0), SECRET_COLOUR)
    painter.end()
    return made


def halves(image: QImage) -> tuple[QImage, QImage]:
    return image.copy(0, 0, WIDTH, HEIGHT), image.copy(WIDTH, 0, WIDTH, HEIGHT)


def worked_on(image: QImage) -> QImage:
    """Draw by other means what the hand draws in the editor: a frame, a cover, what is left."""
    made = QImage(image)
    painter = QPainter(made)
    painter.fillRect(FRAME.adjusted(-6, -6, 6, 6), QColor("#ffffff"))
    painter.fillRect(FRAME.adjusted(-4, -4, 4, 4), QColor("#d6006e"))
    painter.drawImage(FRAME.topLeft(), image, FRAME)
    painter.fillRect(COVER, QColor("#000000"))
    painter.end()
    return made.copy(CROP)


def apart(one: QImage, other: QImage) -> str:
    """Say where two pictures differ: "" when they do not."""
    plain = QImage.Format.Format_RGB888
    return difference(one.convertToFormat(plain), other.convertToFormat(plain))


def place_in(whole: QImage, part: QImage) -> QPoint | None:
    """Find a picture within another one, pixel by pixel."""
    kind = QImage.Format.Format_RGB32  # rows without gaps
    whole, part = whole.convertToFormat(kind), part.convertToFormat(kind)
    first = part.copy(0, 0, part.width(), 1)  # named: its bits go with it
    row = bytes(first.constBits())
    pixels, stride = bytes(whole.constBits()), whole.bytesPerLine()
    at = pixels.find(row)
    while at >= 0:
        place = QPoint(at % stride // 4, at // stride)
        if at % 4 == 0 and whole.copy(QRect(place, part.size())) == part:
            return place
        at = pixels.find(row, at + 1)
    return None


def has_secret(image: QImage) -> bool:
    wanted = SECRET_COLOUR.rgb()
    across, down = range(0, image.width(), 8), range(0, image.height(), 8)
    return any(image.pixel(x, y) == wanted for y in down for x in across)


def saved(image: QImage, file: Path) -> Path:
    assert image.save(str(file))
    return file


def put_up(desk: Props, session: XSession, image: QImage, name: str) -> None:
    """Show a picture on the desktop, and wait until the right monitor shows its half."""
    file, wanted = saved(image, session.folder / f"{name}.png"), halves(image)[1]
    shown_at = float("-inf")

    def look() -> bool:
        nonlocal shown_at
        if time.monotonic() - shown_at > AGAIN:
            desk.show(file)
            shown_at = time.monotonic()
        return not apart(grabbed(session, session.folder / "desktop.ppm")[1], wanted)

    until(look, "the desktop", PATIENCE)


class Screens:
    """What the desktop shows: at first with a secret on the right monitor, later without."""

    def __init__(self, folder: Path) -> None:
        self.at_first, self.later = (patchwork(2 * WIDTH, HEIGHT, seed) for seed in (1, 2))
        self.at_first = with_secret(self.at_first)
        self.wanted = worked_on(halves(self.at_first)[1])
        self.pasted = patchwork(200, 120, 4)
        self.copied = saved(self.pasted, folder / "copied.png")
        self.dropped = saved(noise(*BIG), folder / "zdjęcie klienta.png")


def with_pictures(computer: Computer, count: int) -> Draft:
    """Wait until the stored draft has so many pictures."""

    def look() -> Draft | None:
        found = drafts_of(computer)
        return found[0] if found and len(found[0].pictures) == count else None

    return until(look, f"a stored draft with {count} pictures", PATIENCE)


def written(computer: Computer) -> None:
    """Open the form by its key and fill it in by keyboard; the last answer has the keyboard."""
    session = computer.session
    computer.start_ready()
    session.run("xdotool", "mousemove", "400", "500")  # the form opens where the pointer is
    session.key("Pause")
    wait_form(computer)
    session.type_text(WORDS)
    session.key("alt+z").key("space").key("alt+w").key("space")


def work_on_first(computer: Computer) -> None:
    """Cover, frame and crop the picture that has the keyboard, by keyboard alone."""
    session = computer.session
    session.key("space")
    wait_focus(computer, EDITOR)
    session.key("space", *["Right"] * 12, *["Down"] * 6, "space")
    session.key("Ctrl+2")  # the marks are the picture's, however large it is seen
    session.key("space", "shift+Right", "shift+Down", "space", "Ctrl+z")
    session.key("Ctrl+0", "F3", "space", "shift+Right", "shift+Right", "shift+Up", "space")
    session.key("F4", *["shift+Left"] * 6, *["shift+Up"] * 2, "space")
    session.key(*["shift+Right"] * 7, *["shift+Down"] * 4, "space", "Ctrl+Return")
    wait_focus(computer, FORM)


def drag_a_piece(computer: Computer) -> None:
    """Draw the piece with the mouse, each pixel of the picture as one of the screen's."""
    session = computer.session
    wait_focus(computer, REGION)
    session.key("Ctrl+1")
    x, y, width, height = session.place_of(session.wait_window(REGION))
    left, top = x + width // 2 - PIECE[0] // 2, y + height // 2 - PIECE[1] // 2
    right, bottom = left + PIECE[0], top + PIECE[1]
    drawn = ["mousedown", "1", "mousemove", str(right - 60), str(bottom - 50)]
    drawn += ["mousemove", str(right), str(bottom), "mouseup", "1"]
    session.run("xdotool", "mousemove", str(left), str(top), *drawn)
    session.key("Ctrl+Return")
    wait_focus(computer, FORM)


def paste_what_is_no_picture(computer: Computer, desk: Props, kind: str, content: bytes) -> None:
    """Paste what no picture can be made of, and wait until the form says so."""
    session = computer.session
    photograph = session.folder / "form.ppm"
    before = stands_still(session, photograph)[0]
    file = session.folder / "copied"
    file.write_bytes(content)
    desk.copy(kind, file)
    session.key("Ctrl+Shift+v")
    until(lambda: grabbed(session, photograph)[0] != before, f"a refusal of {kind}", PATIENCE)


def drop_on_form(computer: Computer, desk: Props, file: Path) -> None:
    """Take a file from the desktop and let it fall on the form."""
    session = computer.session
    from_x, from_y = desk.lay_file(file, (2600, 700))
    x, y, width, height = session.place_of(session.wait_window(FORM))
    session.run("xdotool", "mousemove", str(from_x), str(from_y), "mousedown", "1")
    shake = [0]

    def is_welcome() -> bool:
        shake[0] = 3 - shake[0]
        there = (str(x + width // 2 + shake[0]), str(y + height // 2))
        session.run("xdotool", "mousemove", *there)
        return desk.has_told("CopyAction")

    until(is_welcome, "a form that takes the file", PATIENCE)
    session.run("xdotool", "mouseup", "1")
    until(lambda: desk.has_told("dragged"), "the end of the dragging", PATIENCE)
    desk.put_away()


def look_ahead(computer: Computer, wanted: QImage) -> QImage:
    """Open the preview, go to the picture that is wanted, and photograph the monitor."""
    session = computer.session
    session.key("Ctrl+p")
    wait_focus(computer, PREVIEW)

    def look() -> QImage | None:
        photograph = grabbed(session, session.folder / "preview.ppm")[0]
        if place_in(photograph, inner(wanted)) is not None:
            return photograph
        session.key("Tab")
        return None

    return until(look, "the picture in the preview", PATIENCE)


def inner(image: QImage) -> QImage:
    return image.copy(image.rect().adjusted(EDGE, EDGE, -EDGE, -EDGE))


def top_of(image: QImage, like: QImage) -> QImage:
    """Give what stands above the stamp; the stamp may be wider and is never higher than a tenth."""
    assert like.height() < image.height() < like.height() + 110
    corner = image.pixelColor(1, image.height() - 2)  # of the stamp's pale ground
    assert min(corner.red(), corner.green(), corner.blue()) > 235
    return image.copy(like.rect())


def take_in_every_way(computer: Computer, desk: Props, screens: Screens) -> None:
    """Take the left picture away, work on the right one, and add five, each in another way."""
    session = computer.session
    session.key("Tab", "Tab", "space")  # the left monitor's picture, its *Usuń*
    draft = with_pictures(computer, 1)
    assert has_secret(picture_of(computer, draft))
    work_on_first(computer)
    until(
        lambda: not apart(picture_of(computer, draft), screens.wanted), "the stored cover", PATIENCE
    )
    put_up(desk, session, screens.later, "later")
    session.key("Tab", "Tab", "space")  # *Usuń*, *Dodaj zrzut*
    with_pictures(computer, 3)
    wait_focus(computer, FORM)
    session.key("Tab", "space")  # *Wybierz obszar*
    drag_a_piece(computer)
    with_pictures(computer, 4)
    paste_what_is_no_picture(computer, desk, "image/svg+xml", SVG)
    desk.copy_pixels(screens.copied)
    session.key("Ctrl+Shift+v")
    with_pictures(computer, 5)
    drop_on_form(computer, desk, screens.dropped)
    with_pictures(computer, 6)
    paste_what_is_no_picture(computer, desk, "text/html", HTML)


def check_pictures(contents: list[bytes], screens: Screens) -> list[QImage]:
    """Hold the pictures that arrived against what was on the screen."""
    images = [QImage.fromData(content) for content in contents]
    assert len(images) == 6
    left, right = halves(screens.later)
    worked, whole_left, whole_right, piece, pasted, dropped = images
    assert not apart(top_of(worked, screens.wanted), screens.wanted)
    assert not apart(top_of(whole_left, left).copy(CLEAR), left.copy(CLEAR))
    assert not apart(top_of(whole_right, right), right)
    assert place_in(left, top_of(piece, QImage(*PIECE, left.format()))) is not None
    assert not apart(top_of(pasted, screens.pasted), screens.pasted)
    top_of(dropped, QImage(*BIG, left.format()))
    assert contents[5].startswith(JPEG)
    assert len(contents[5]) < screens.dropped.stat().st_size
    assert not any(map(has_secret, images))
    return images


def check_record(raw: bytes) -> None:
    (*_, told) = parsed(raw).iter_attachments()
    record = json.loads(told.get_content())
    origins = ["screen", "screen", "screen", "region", "clipboard", "file"]
    assert [each["origin"] for each in record["pictures"]] == origins
    assert [each["is_covered"] for each in record["pictures"]] == [True] + [False] * 5
    assert "klienta" not in json.dumps(record, ensure_ascii=False)  # no file's own name


@pytest.mark.timeout(240)  # some 25 s where nothing else goes on
def test_pictures_are_added_in_every_way_worked_on_and_arrive_as_the_preview_showed_them(
    office: Office, move_in: Callable[..., Computer]
) -> None:
    computer = move_in(keyring=False)
    session = computer.session
    screens = Screens(session.folder)
    assert not has_secret(screens.wanted)
    with props(session, PATIENCE) as desk:
        put_up(desk, session, screens.at_first, "first")
        written(computer)
        take_in_every_way(computer, desk, screens)
        ahead = look_ahead(computer, screens.wanted)
        session.key("Ctrl+Return")
        (raw,) = office.letters()

    images = check_pictures(pictures(raw), screens)
    assert place_in(ahead, inner(images[0])) is not None
    check_record(raw)
    (report,) = computer.wait_reports("delivered")
    assert carries(raw, computer.exported(report["id"]))
    until(lambda: not list((computer.home / "data" / "drafts").glob("*")), "no draft", PATIENCE)
    assert list((session.folder / "tmp").iterdir()) == []


def cover_second(computer: Computer) -> tuple[Path, bytes]:
    """Cover the secret in the second picture; give its sealed file, and what stood there before."""
    session = computer.session
    draft = with_pictures(computer, 2)
    second = draft.pictures[1].id
    file = computer.home / "data" / "drafts" / draft.id / f"picture-{second}.dzw"
    until(file.exists, "the second picture", PATIENCE)
    before = file.read_bytes()
    session.key("Tab", "Tab", "Tab", "space")  # behind the first one and its *Usuń*
    wait_focus(computer, EDITOR)
    session.key("space", *["Right"] * 12, *["Down"] * 6, "space", "Ctrl+Return")
    wait_focus(computer, FORM)
    until(lambda: with_pictures(computer, 2).pictures[1].is_covered, "the stored cover", PATIENCE)
    return file, before


def test_a_picture_put_back_from_before_its_covering_stays_behind_and_the_rest_arrives(
    office: Office, move_in: Callable[..., Computer]
) -> None:
    computer = move_in(keyring=False)
    session = computer.session
    screens = patchwork(2 * WIDTH, HEIGHT, 1)
    with props(session, PATIENCE) as desk:
        put_up(desk, session, with_secret(screens), "first")
        written(computer)
        file, before = cover_second(computer)
        session.key("Escape")
        session.wait_notice("Szkic zachowany", PATIENCE)
        computer.quit()
        file.write_bytes(before)

        computer.start_ready()
        open_list(computer)
        go_on_with_first(computer)
        wait_form(computer)
        session.key("Ctrl+Return")
        (raw,) = office.letters()

    (content,) = pictures(raw)
    image = QImage.fromData(content)
    left = halves(screens)[0]
    assert not apart(top_of(image, left).copy(CLEAR), left.copy(CLEAR))
    (*_, told) = parsed(raw).iter_attachments()
    assert json.loads(told.get_content())["picture_problem"] == "picture_unreadable"
    assert "picture older than its draft" in computer.log()
    assert WORDS in seven_lines(raw)[5]
