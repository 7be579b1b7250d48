"""What an operator does in *Moje zgłoszenia*, by keyboard, and what she learns from it."""

from __future__ import annotations

from pathlib import Path

from tests.session.clipboard import Clipboard
from tests.session.hand import REPORTS, open_list, wait_focus
from tests.session.office import PATIENCE, Computer
from tests.session.programs import until

SAVE_AS = "Zapisz jako .eml"
TABS = {"more": 1, "discard": 2, "ticket": 3, "export": 3, "follow_up": 4, "retry": 4}
GROUPS = ("all", "drafts", "waiting", "trouble", "delivered")


class OpenList:
    """The open list of a computer; its chosen line is known by what it copies."""

    def __init__(self, computer: Computer, clipboard: Clipboard) -> None:
        self._computer = computer
        self._session = computer.session
        self._clipboard = clipboard
        open_list(computer)
        self.chosen()  # the lines have come, and the keyboard is theirs

    def chosen(self) -> str:
        """Give the chosen line's reference, by the key that copies it."""
        return self._clipboard.copied(lambda: self._session.key("ctrl+c"))

    def ends(self) -> tuple[str, str]:
        """Give the first and the last line's references; the last one is chosen then."""
        self._session.key("Home")
        first = self.chosen()
        self._session.key("End")
        return first, self.chosen()

    def wait_chosen(self, reference: str) -> None:
        """Wait until this line is chosen, the list being read meanwhile."""
        until(lambda: self.chosen() == reference, f"the line {reference!r}", PATIENCE)

    def search(self, words: str) -> None:
        """Look for words, and go down into what was found."""
        self._session.key("ctrl+f").type_text(words)
        self._session.key("Down")

    def show(self, group: str) -> None:
        """Choose a group, `all` being chosen now, and go on into the lines."""
        self._session.key("ctrl+f", "Tab", *["Right"] * GROUPS.index(group), "Tab")

    def press(self, name: str) -> None:
        """Press one of the buttons below the list, which has the keyboard."""
        self._session.key(*["Tab"] * TABS[name], "space")

    def choose(self, steps: int) -> None:
        """Choose in the line's menu: so many steps down, or up from its end."""
        computer = self._computer
        assert computer.running is not None
        own = ("xdotool", "search", "--onlyvisible", "--pid", str(computer.running.pid))
        before = self._session.run(*own, check=False).split()
        self._session.key("Menu")
        until(
            lambda: len(self._session.run(*own, check=False).split()) > len(before),
            "the line's menu",
            PATIENCE,
        )
        self._session.key(*["Down" if steps > 0 else "Up"] * abs(steps), "Return")

    def answer(self, title: str, *, yes: bool) -> None:
        """Answer a question: the safe answer stands ready."""
        wait_focus(self._computer, title)
        self._session.key(*(["Tab", "space"] if yes else ["Return"]))
        wait_focus(self._computer, REPORTS)

    def save_as(self, file: Path) -> bytes:
        """Name a file in the open dialog, go back to the lines, and give what is written there."""
        wait_focus(self._computer, SAVE_AS)
        self._session.type_text(str(file))
        self._session.key("Return")
        wait_focus(self._computer, REPORTS)
        self._session.key("ctrl+f", "Down")
        until(file.exists, "the saved file", PATIENCE)
        return file.read_bytes()
