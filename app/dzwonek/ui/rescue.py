"""The rescue's desk: a report that nothing here can store leaves by another way."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from dzwonek.domain.delivery import Envelope, Outcome, Phase, Verdict
from dzwonek.reporting.rescue import By
from dzwonek.reporting.submit import IncompleteError
from dzwonek.ui.rescue_words import (
    cancelled_words,
    code_words,
    coding_words,
    doubt_words,
    failure_words,
    file_words,
    handed_words,
    handing_words,
    progress_words,
    writing_words,
)
from dzwonek.ui.tasks import Lane, Tasks
from dzwonek.ui.words import sentence, title_and_advice

if TYPE_CHECKING:
    from dzwonek.domain.problem import Problem
    from dzwonek.domain.report import Draft
    from dzwonek.reporting.album import Album
    from dzwonek.reporting.phone_mail import PhoneMail
    from dzwonek.reporting.reception import Reception
    from dzwonek.reporting.rescue import Attempt, Rescue, Sent, Written
    from dzwonek.ui.form.window import ReportForm
    from dzwonek.ui.matter_form import MatterForm

Answer = Envelope | tuple["Problem", ...]


class RescueDesk(QObject):
    """Serves the one open form when its report cannot be stored; the form stays open until 250."""

    began = Signal()  # the form is held still
    ended = Signal()  # the form can be used again
    sent = Signal(object)  # Sent: the mail server took it
    _phase_reached = Signal(object)  # Phase, from the thread that sends

    def __init__(self, reception: Reception, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._reception = reception
        self._tasks = tasks
        self._form: ReportForm | MatterForm | None = None
        self._album: Album | None = None
        self._rescue: Rescue | None = None
        self._attempt: Attempt | None = None
        self._is_handing = False
        self._phase_reached.connect(self._on_phase, Qt.ConnectionType.QueuedConnection)

    def attend(self, form: ReportForm | MatterForm) -> None:
        """Take the form's wishes."""
        self._form = form
        form.send_now_wanted.connect(self.send_now)
        form.file_wanted.connect(self.write)
        form.program_wanted.connect(self.hand_over)
        form.code_wanted.connect(self.show_code)
        form.told_sent.connect(partial(self.take_word, By.PROGRAM))
        form.stop_wanted.connect(self.stop)

    def begin(self, album: Album) -> None:
        """Start with a fresh form: no message of it is frozen yet."""
        self._album = album
        self._rescue = self._reception.rescue()
        self._attempt = None

    def end(self) -> None:
        """Forget the message and its pictures: the form is closed."""
        self._album = self._rescue = self._attempt = None

    def letter_if_left(self, draft: Draft) -> Envelope | None:
        """Give the frozen message that may have left already; for the disk lane.

        What is stored after that must be the same message, or a new one under the next id.
        """
        rescue = self._rescue
        if rescue is None or self._album is None or not rescue.has_left:
            return None
        return rescue.letter(draft, self._album)

    # -- wishes

    def send_now(self, draft: Draft) -> None:
        """Send it over the configured channel, from memory."""
        if self._rescue is None or self._is_busy:
            return
        self._attempt = self._rescue.attempt(self._phase_reached.emit)
        self._show(progress_words(Phase.NONE))
        self.began.emit()
        self._tasks.run(
            Lane.DISK,
            partial(self._frozen, self._rescue, draft),
            partial(self._send, self._rescue, self._attempt, draft),
            self._on_failure,
        )

    def write(self, draft: Draft, path: str) -> None:
        """Write the message into a file where the operator wants it."""
        if self._rescue is None or self._is_busy:
            return
        self._show(writing_words(), can_stop=False)
        self._tasks.run(
            Lane.DISK,
            partial(self._written, self._rescue, draft, Path(path)),
            self._on_written,
            lambda problem: self._end(sentence(problem)),
        )

    def hand_over(self, draft: Draft) -> None:
        """Have the message opened in the mail program, where the operator sends it."""
        if self._rescue is None or self._is_busy:
            return
        self._is_handing = True
        self._show(handing_words(), is_sending=False)
        self.began.emit()
        self._tasks.run(
            Lane.DISK,
            partial(self._frozen, self._rescue, draft),
            partial(self._hand, self._rescue),
            lambda problem: self._end(sentence(problem)),
        )

    def show_code(self, draft: Draft) -> None:
        """Show the report as a code from which a phone's mail program writes it."""
        if self._rescue is None or self._is_busy:
            return
        self._show(coding_words(), can_stop=False)
        self._tasks.run(
            Lane.DISK,
            partial(self._coded, self._rescue, draft),
            partial(self._on_code, draft),
            lambda problem: self._end(sentence(problem)),
        )

    def take_word(self, by: By, draft: Draft) -> None:
        """Close a report of which the operator says that another program has sent it."""
        if self._rescue is not None and not self._is_busy:
            self.sent.emit(self._rescue.told_sent(draft, by))

    def stop(self) -> None:
        """Break off what is under way; its end is told when it has ended."""
        if self._is_handing:
            self._reception.leave_mail_program()
        if self._attempt is not None:
            self._attempt.cancel()

    # -- beside the GUI thread

    def _frozen(self, rescue: Rescue, draft: Draft) -> Answer:
        if self._album is None:
            raise RuntimeError("no form is open")
        try:
            return rescue.letter(draft, self._album)
        except IncompleteError as error:
            return error.problems

    def _coded(self, rescue: Rescue, draft: Draft) -> PhoneMail | tuple[Problem, ...]:
        letter = self._frozen(rescue, draft)
        return rescue.by_phone(letter) if isinstance(letter, Envelope) else letter

    def _written(self, rescue: Rescue, draft: Draft, path: Path) -> Written | tuple[Problem, ...]:
        letter = self._frozen(rescue, draft)
        return rescue.write(letter, path) if isinstance(letter, Envelope) else letter

    # -- answers

    def _hand(self, rescue: Rescue, letter: Answer) -> None:
        if not isinstance(letter, Envelope):
            self._refuse(letter)
            return
        self._tasks.run(
            Lane.PROGRAM,
            partial(rescue.hand_over, letter),
            lambda handed: self._end(handed_words(handed, letter.recipients), is_handed=True),
            lambda problem: self._end(sentence(problem)),
        )

    def _send(self, rescue: Rescue, attempt: Attempt, draft: Draft, letter: Answer) -> None:
        if not isinstance(letter, Envelope):
            self._refuse(letter)
            return
        self._tasks.run(
            Lane.NET,
            partial(_tried, rescue, attempt, draft, letter),
            partial(self._on_outcome, attempt),
            self._on_failure,
        )

    def _on_phase(self, phase: Phase) -> None:
        if self._attempt is not None:
            self._show(progress_words(phase))

    def _on_outcome(self, attempt: Attempt, answer: Outcome | Sent) -> None:
        self._tasks.run(Lane.NET, attempt.close)
        if not isinstance(answer, Outcome):
            self._attempt = None
            self.sent.emit(answer)
        elif answer.verdict is Verdict.UNCERTAIN:
            self._end(doubt_words())
        elif attempt.is_cancelled:
            self._end(cancelled_words(is_doubted=self._is_doubted))
        else:
            self._end(failure_words(_title(answer), is_doubted=self._is_doubted))

    def _on_failure(self, problem: Problem) -> None:
        self._end(failure_words(title_and_advice(problem)[0], is_doubted=self._is_doubted))

    def _on_code(self, draft: Draft, answer: PhoneMail | tuple[Problem, ...]) -> None:
        if isinstance(answer, tuple):
            self._refuse(answer)
            return
        from dzwonek.ui.qr_window import QrWindow

        self._end(code_words())
        if self._form is not None and self._form.is_open():
            QrWindow.ask(self._form, answer, partial(self.take_word, By.PHONE, draft))

    def _on_written(self, answer: Written | tuple[Problem, ...]) -> None:
        if isinstance(answer, tuple):
            self._refuse(answer)
        else:
            self._end(file_words(answer.path, answer.recipients))

    def _refuse(self, problems: tuple[Problem, ...]) -> None:
        """Say what the report lacks."""
        self._end("")
        if self._form is not None:
            self._form.show_problems(problems)

    def _end(self, words: str, *, is_handed: bool = False) -> None:
        self._attempt = None
        self._is_handing = False
        self._tell(words, is_handed=is_handed)
        self.ended.emit()

    @property
    def _is_busy(self) -> bool:
        return self._attempt is not None or self._is_handing

    @property
    def _is_doubted(self) -> bool:
        return self._rescue is not None and self._rescue.is_doubted

    def _show(self, words: str, *, can_stop: bool = True, is_sending: bool = True) -> None:
        if self._form is not None and self._form.is_open():
            self._form.tell_progress(words, can_stop=can_stop, is_sending=is_sending)

    def _tell(self, words: str, *, is_handed: bool) -> None:
        if self._form is not None and self._form.is_open():
            self._form.tell_way_out(words, is_doubted=self._is_doubted, is_handed=is_handed)


def _tried(rescue: Rescue, attempt: Attempt, draft: Draft, letter: Envelope) -> Outcome | Sent:
    """Try once; a delivery is noted with its time before anything else happens."""
    outcome = attempt.send(letter)
    if outcome.verdict is Verdict.DELIVERED:
        return rescue.sent(draft, outcome)
    return outcome


def _title(outcome: Outcome) -> str:
    return title_and_advice(outcome.problem)[0] if outcome.problem is not None else ""
