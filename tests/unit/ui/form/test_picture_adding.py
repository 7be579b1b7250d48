"""More pictures in the form: pasted, dropped, captured, and within bounds."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from dzwonek.domain.picture import Origin, Rect
from dzwonek.domain.problem import Code, Problem
from dzwonek.reporting.pictures import MOST_PICTURES
from dzwonek.ui.form.gates import Offered, offered
from dzwonek.ui.form.window import ReportForm
from dzwonek.ui.region import RegionPicker
from tests.fakes import form_scenes as scenes
from tests.fakes.screens import plain_shot

KEY = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def image() -> QImage:
    made = QImage(20, 10, QImage.Format.Format_RGB32)
    made.fill(QColor("#336699"))
    return made


def names(form: ReportForm) -> list[str]:
    return [thumb.name.text() for thumb in form.body.pictures.thumbs if thumb.isVisible()]


def test_added_pictures_stand_behind_the_others_and_are_told(
    form: ReportForm, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(form.pictures_added) as added:
        form.add_pictures((plain_shot(""),), Origin.FILE)
    notes, shots = added.args or []
    assert [note.origin for note in notes] == [Origin.FILE]
    assert len(shots) == 1
    assert [note.id for note in form.current().pictures] == ["picture-1", notes[0].id]


def test_every_picture_is_named_by_where_it_comes_from(form: ReportForm) -> None:
    for origin in Origin:
        form.add_pictures((plain_shot(""),), origin)
    QApplication.sendPostedEvents()
    assert names(form) == ["Ekran 1", "Zrzut 2", "Obszar 3", "Ze schowka 4", "Z pliku 5"]


def test_an_added_picture_is_covered_and_removed_like_any_other(
    form: ReportForm, qtbot: QtBot
) -> None:
    form.add_pictures((plain_shot(""),), Origin.FILE)
    with qtbot.waitSignal(form.picture_removed):
        form.body.pictures.thumbs[1].remove.click()
    assert names(form) == ["Ekran 1"]


def test_there_are_bounds_on_how_many(form: ReportForm, qtbot: QtBot) -> None:
    form.add_pictures(tuple(plain_shot("") for _ in range(MOST_PICTURES + 5)), Origin.FILE)
    assert len(form.current().pictures) == MOST_PICTURES
    assert "pictures_too_many" in form.body.pictures.complaint.text()
    with qtbot.assertNotEmitted(form.capture_wanted):
        form.body.pictures.adding.screen_button.click()


def test_why_a_picture_was_not_added_is_said_until_the_next_one(form: ReportForm) -> None:
    form.refuse_picture(Problem(Code.PICTURE_REFUSED))
    assert form.body.pictures.complaint.isVisible()
    assert "picture_refused" in form.body.pictures.complaint.text()
    form.add_pictures((plain_shot(""),), Origin.FILE)
    assert not form.body.pictures.complaint.isVisible()


@pytest.mark.parametrize(("name", "is_region"), [("screen_button", False), ("region", True)])
def test_a_further_capture_is_wished_for(
    form: ReportForm, qtbot: QtBot, name: str, is_region: bool
) -> None:
    with qtbot.waitSignal(form.capture_wanted) as wanted:
        getattr(form.body.pictures.adding, name).click()
    assert wanted.args == [is_region]


def test_of_a_screen_only_the_chosen_region_is_taken_in(form: ReportForm, qtbot: QtBot) -> None:
    form.pick_region((plain_shot("L"),))
    picker = form.findChild(RegionPicker)
    assert isinstance(picker, RegionPicker)
    picker.canvas.take(picker.canvas.board.at(4, 4).begin().at(40, 30).end())
    with qtbot.waitSignal(form.pictures_added) as added:
        picker.accept()
    (note,) = (added.args or [()])[0]
    assert (note.width, note.height, note.origin) == (36, 26, Origin.REGION)


@pytest.mark.parametrize("where", ["button", "text", "window"])
def test_a_picture_is_pasted_from_anywhere_in_the_form(
    form: ReportForm, qtbot: QtBot, where: str
) -> None:
    QGuiApplication.clipboard().setImage(image())
    with qtbot.waitSignal(form.picture_offered) as came:
        if where == "button":
            form.body.pictures.adding.paste.click()
        elif where == "text":
            qtbot.keyClick(form.body.description, KEY.Key_V, CONTROL)
        else:
            qtbot.keyClick(form.body.description, KEY.Key_V, CONTROL | SHIFT)
    (offer,) = came.args or []
    assert offer.content or offer.image is not None
    assert form.body.description.toPlainText() == ""


def test_text_is_still_pasted_into_the_description(form: ReportForm, qtbot: QtBot) -> None:
    QGuiApplication.clipboard().setText("echo na linii")
    with qtbot.assertNotEmitted(form.picture_offered):
        qtbot.keyClick(form.body.description, KEY.Key_V, CONTROL)
    assert form.body.description.toPlainText() == "echo na linii"


def dropped(widget: QWidget, mime: QMimeData) -> bool:
    """Drag something over a widget and let it fall; say whether it was taken."""
    copying, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(5, 5), copying, mime, left, none)
    QApplication.sendEvent(widget, enter)
    drop = QDropEvent(QPointF(5, 5), copying, mime, left, none)
    QApplication.sendEvent(widget, drop)
    return enter.isAccepted() and drop.isAccepted()


@pytest.mark.parametrize("is_on_text", [False, True])
def test_a_file_is_dropped_on_the_form(form: ReportForm, qtbot: QtBot, is_on_text: bool) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile("/tmp/zrzut.png")])
    widget = form.body.description.viewport() if is_on_text else form
    with qtbot.waitSignal(form.picture_offered) as came:
        assert dropped(widget, mime)
    assert came.args == [Offered(("/tmp/zrzut.png",))]
    assert form.body.description.toPlainText() == ""


def test_an_address_of_the_web_is_never_fetched() -> None:
    mime = QMimeData()
    mime.setUrls([QUrl("https://sklep.example/obraz.png")])
    mime.setHtml("<img src='https://sklep.example/obraz.png'>")
    assert not offered(mime)


def test_a_drawing_is_no_picture() -> None:
    mime = QMimeData()
    mime.setData("image/svg+xml", b"<svg xmlns='http://www.w3.org/2000/svg'/>")
    assert not offered(mime)
    assert not offered(None)


def test_encoded_pixels_are_not_decoded_before_they_are_judged() -> None:
    mime = QMimeData()
    mime.setData("image/png", b"\x89PNG\r\n\x1a\n and so on")
    assert offered(mime) == Offered(content=b"\x89PNG\r\n\x1a\n and so on")


def test_a_picture_in_its_smaller_form_is_told(form: ReportForm) -> None:
    assert not form.body.pictures.smaller.isVisible()
    form.tell_pictures((replace(scenes.note(), media_type="image/jpeg"),))
    told = form.body.pictures.smaller
    assert told.isVisible()
    assert told.text() == "Zapisane jako JPEG (każdy ponad 3 MB): Zrzut ekranu."
    form.tell_pictures((scenes.note(),))
    assert not told.isVisible()


def test_nothing_is_taken_in_while_the_report_is_being_stored(
    form: ReportForm, qtbot: QtBot
) -> None:
    form.set_sending(True)
    QGuiApplication.clipboard().setImage(image())
    with qtbot.assertNotEmitted(form.picture_offered):
        form.gates.paste()


def test_tab_reaches_the_ways_to_add_behind_all_pictures(form: ReportForm) -> None:
    shots = tuple(plain_shot("") for _ in range(4))
    form.add_pictures(shots, Origin.FILE)
    last = form.body.pictures.thumbs[4].remove
    assert last.nextInFocusChain() is form.body.pictures.adding.screen_button


def test_the_thumbnail_of_a_cropped_picture_has_its_new_shape(form: ReportForm) -> None:
    slot = form.body.pictures.thumbs[0].slot
    assert slot is not None
    slot.work(replace(slot.retouch, crop=Rect(0, 0, 200, 100)))
    seen = slot.seen()
    assert seen is not None
    assert (seen.width(), seen.height()) == (200, 100)


def test_where_captures_are_switched_off_none_is_offered_and_it_is_said_once(
    idle_form: ReportForm,
) -> None:
    off = Problem(Code.CAPTURE_SWITCHED_OFF)
    idle_form.begin(scenes.draft((), picture_problem=off), ())
    shelf = idle_form.body.pictures
    offered_now = [each.isVisible() for each in shelf.adding.buttons]
    assert offered_now == [False, False, True, True]
    idle_form.refuse_picture(off)
    assert "capture_switched_off" in shelf.reason.text()
    assert not shelf.complaint.isVisible()
    idle_form.begin(scenes.draft((scenes.note(),)), (scenes.shot(),))
    assert all(each.isVisible() for each in shelf.adding.buttons)


def test_a_draft_of_before_captures_were_switched_off_learns_it_by_the_wish(
    form: ReportForm,
) -> None:
    form.refuse_picture(Problem(Code.CAPTURE_SWITCHED_OFF))
    assert "capture_switched_off" in form.body.pictures.complaint.text()
    assert not form.body.pictures.adding.screen_button.isVisible()
