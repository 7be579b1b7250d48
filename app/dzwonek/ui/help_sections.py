"""The sections of *Pomoc i kontakt*: the support page's texts, and the matters to write about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from dzwonek.domain.matter import PROBLEM
from dzwonek.ui.copy_button import CopyButton
from dzwonek.ui.look import LINK_INSET, Act, Space, Type, button, plain, px

if TYPE_CHECKING:
    from dzwonek.domain.profile import ContactProfile, HelpText, Matter

translate = QCoreApplication.translate
BROWSER = "https"
BETWEEN = "\n\n"  # paragraphs


class Section(QWidget):
    """One part of the page: a heading, and what stands under it."""

    copied = Signal(str)
    open_wanted = Signal(str)  # an address

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(f"help.{name}")
        self.heading = plain("", Type.HEADING, self)
        self.heading.setWordWrap(True)
        self.heading.setIndent(px(self, LINK_INSET))
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(px(self, Space.SMALL))
        self.column.addWidget(self.heading)

    @property
    def short(self) -> str:
        """Give the name for the list of contents."""
        return self.heading.text()

    def say(self, profile: ContactProfile) -> None:
        """Set all texts anew; `profile` is the one in the language that is spoken now."""
        raise NotImplementedError

    def tell_schemes(self, schemes: frozenset[str]) -> None:
        """Take in which kinds of addresses a program here opens."""

    def _add(self, text: str, kind: Type = Type.BODY) -> QLabel:
        label = plain(text, kind, self)
        label.setWordWrap(True)
        label.setIndent(px(self, LINK_INSET))  # a link's words stand in line with the others
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.column.addWidget(label)
        return label

    def _copy(self, text: str, name: str) -> CopyButton:
        made = CopyButton(text, name, Act.LINK, self)
        made.copied.connect(self.copied)
        self.column.addWidget(made, 0, Qt.AlignmentFlag.AlignLeft)
        return made

    def _add_act(self, act: QPushButton) -> None:
        row = QHBoxLayout()
        row.addSpacing(px(self, LINK_INSET))
        row.addWidget(act)
        row.addStretch(1)
        self.column.addLayout(row)


class TextSection(Section):
    """A text of the profile, with its link opened in the browser or copied."""

    def __init__(self, text: HelpText, parent: QWidget) -> None:
        super().__init__(text.id, parent)
        self._text = text
        self.body = self._add("")
        self.open: QPushButton | None = None
        self.copy: CopyButton | None = None
        if text.link:
            self._add_link(text)

    @property
    def short(self) -> str:
        """Give the name for the list of contents."""
        return self._text.short

    def say(self, profile: ContactProfile) -> None:
        """Set the profile's texts, and name the buttons of the link."""
        found = (text for text in profile.help if text.id == self._text.id)
        self._text = next(found, self._text)
        self.heading.setText(profile.told(self._text.title))
        told = (profile.told(paragraph) for paragraph in self._text.paragraphs)
        self.body.setText(BETWEEN.join(paragraph for paragraph in told if paragraph))
        self._say_link()

    def _say_link(self) -> None:
        if self.copy is None or self.open is None:
            return
        self.copy.say(
            translate("HelpWindow", "Kopiuj adres {address}").format(address=self._text.link)
        )
        self.open.setText(translate("HelpWindow", "Otwórz w przeglądarce"))

    def tell_schemes(self, schemes: frozenset[str]) -> None:
        """Offer the browser where there is one."""
        if self.open is not None:
            is_safe = self._text.link.startswith(f"{BROWSER}://")
            self.open.setVisible(is_safe and BROWSER in schemes)

    def _add_link(self, text: HelpText) -> None:
        self.open = button("", Act.NORMAL, self)
        self.open.setObjectName(f"help_open_{text.id}")
        self.open.clicked.connect(lambda: self.open_wanted.emit(text.link))
        self.open.hide()
        self._add_act(self.open)
        self.copy = self._copy(text.link, f"help_link_{text.id}")


class SupportSection(TextSection):
    """Whom to write and call on a working day, and on which days nobody is there."""

    def __init__(self, text: HelpText, profile: ContactProfile, parent: QWidget) -> None:
        super().__init__(text, parent)
        contact = profile.contact
        self._email = contact.email
        self.copy_phone: CopyButton | None = None
        self.holidays = self._add("", Type.QUIET)
        self.holidays.hide()
        self.copy_mail = self._copy(self._email, "help_copy_mail")
        if contact.phone_e164 != contact.emergency_e164:  # which stands on top
            self.copy_phone = self._copy(contact.phone, "help_copy_phone")

    def say(self, profile: ContactProfile) -> None:
        """Set the profile's texts, and name the button."""
        super().say(profile)
        self.copy_mail.say(
            translate("HelpWindow", "Kopiuj adres {address}").format(address=self._email)
        )
        if self.copy_phone is not None:
            self.copy_phone.say(translate("HelpWindow", "Kopiuj numer"))

    def tell_holidays(self, words: str) -> None:
        """Name the next days on which the office is closed."""
        self.holidays.setText(words)
        self.holidays.setVisible(bool(words))


class MattersSection(Section):
    """What people write about: each matter leads to its form."""

    matter_wanted = Signal(str)  # its id
    report_wanted = Signal()

    def __init__(self, profile: ContactProfile, parent: QWidget) -> None:
        super().__init__("matters", parent)
        self._email = profile.contact.email
        self.intro = self._add("")
        self._texts: dict[str, tuple[QLabel, QLabel]] = {}
        self.acts: dict[str, QPushButton] = {}
        for matter in profile.matters:
            self._add_matter(matter, has_form=bool(profile.words.matter))

    def say(self, profile: ContactProfile) -> None:
        """Name the matters and what leads to their forms."""
        for matter in profile.matters:
            title, hint = self._texts[matter.id]
            title.setText(profile.told(matter.title))
            hint.setText(profile.told(matter.hint))
        self.heading.setText(translate("HelpWindow", "Z czym można pisać"))
        self.intro.setText(
            translate("HelpWindow", "Wszystko trafia na {email}.").format(email=self._email)
        )
        for name, act in self.acts.items():
            is_problem = name == PROBLEM
            act.setText(
                translate("HelpWindow", "Zgłoś problem")
                if is_problem
                else translate("HelpWindow", "Napisz")
            )
            act.setAccessibleName(f"{act.text()}: {self._texts[name][0].text()}")

    def _add_matter(self, matter: Matter, *, has_form: bool) -> None:
        self.column.addSpacing(px(self, Space.TIGHT))
        self._texts[matter.id] = (self._add("", Type.STRONG), self._add(""))
        if not has_form and matter.id != PROBLEM:
            return
        act = button("", Act.NORMAL, self)
        act.setObjectName(f"help_matter_{matter.id}")
        if matter.id == PROBLEM:
            act.clicked.connect(self.report_wanted)
        else:
            act.clicked.connect(lambda: self.matter_wanted.emit(matter.id))
        self.acts[matter.id] = act
        self._add_act(act)
