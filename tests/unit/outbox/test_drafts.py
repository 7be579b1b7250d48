"""Half-written reports on the disk: sealed, replaced whole, destroyed for good."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import msgspec
import pytest

from dzwonek.domain.activity import Activity
from dzwonek.domain.draft_life import REMIND_AFTER, Stage
from dzwonek.domain.identity import Agent
from dzwonek.domain.ids import new_id
from dzwonek.domain.kinds import Kind, Occurrence, Scope
from dzwonek.domain.picture import Picture, PictureNote
from dzwonek.domain.problem import Code, Problem, ProblemError
from dzwonek.domain.report import Draft
from dzwonek.outbox import disk
from dzwonek.outbox.drafts import TEXT, SealedDrafts
from dzwonek.outbox.keys import KeyRing
from dzwonek.outbox.vault import Vault
from tests.fakes.clock import START, FakeClock
from tests.fakes.reports import CUSTOMER, DESCRIPTION, NAME, PNG
from tests.fakes.secret_box import MemorySecretBox


@pytest.fixture
def drafts(tmp_path: Path, keys: KeyRing) -> SealedDrafts:
    return SealedDrafts(tmp_path / "drafts", keys)


def draft(number: int = 0) -> Draft:
    created = START + timedelta(minutes=number)
    return Draft(
        id=new_id(created),
        created_at=created,
        occurred_at=created - timedelta(minutes=2),
        host="twojanazwa.daktela.com",
        kind=Kind.CALL_IN,
        customer=CUSTOMER,
        reporter=Agent(NAME, "swieczka"),
        scope=Scope.OTHERS,
        others=("Anna Przykład",),
        description=DESCRIPTION,
        occurrence=Occurrence.REPEATED,
        activity=Activity(Kind.CALL_IN, created, CUSTOMER, duration=timedelta(seconds=73)),
        pictures=(note("one"),),
        picture_problem=Problem(Code.CAPTURE_BLACK, {"monitor": "DP-1"}),
    )


def note(picture_id: str) -> PictureNote:
    return PictureNote(picture_id, "DP-1", 1920, 1080, "image/png", START)


def picture(picture_id: str = "one", content: bytes = PNG) -> Picture:
    return Picture(note(picture_id), content)


def all_bytes(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())


def test_a_saved_draft_comes_back_whole(drafts: SealedDrafts) -> None:
    saved = draft()

    drafts.save(saved)

    assert drafts.drafts() == (saved,)


def test_that_it_is_open_and_when_to_call_it_to_mind_comes_back(drafts: SealedDrafts) -> None:
    saved = replace(draft(), stage=Stage.OPEN, remind_at=START + REMIND_AFTER)

    drafts.save(saved)

    assert drafts.drafts() == (saved,)


def test_a_draft_of_an_earlier_version_waits_in_the_list(
    drafts: SealedDrafts, tmp_path: Path, keys: KeyRing
) -> None:
    fields = msgspec.to_builtins(draft())
    for later in ("stage", "remind_at", "when_typed"):
        del fields[later]
    content = msgspec.json.encode({"version": 1, "draft": fields})
    Vault(keys).store(tmp_path / "drafts" / fields["id"] / TEXT, fields["id"], content)

    (read,) = drafts.drafts()

    assert (read.stage, read.remind_at, read.when_typed) == (Stage.ASIDE, None, "")


def test_saving_again_replaces_the_text_and_keeps_the_pictures(drafts: SealedDrafts) -> None:
    first = draft()
    drafts.save(first)
    drafts.put_picture(first.id, picture())

    drafts.save(replace(first, description="inny opis"))

    assert drafts.drafts()[0].description == "inny opis"
    assert drafts.picture(first.id, "one") == PNG


def test_drafts_are_listed_newest_first(drafts: SealedDrafts) -> None:
    saved = [draft(number) for number in range(4)]
    for each in (saved[2], saved[0], saved[3], saved[1]):
        drafts.save(each)

    assert drafts.drafts() == tuple(reversed(saved))
    assert drafts.count() == 4


def test_nothing_of_a_draft_is_readable_on_the_disk(drafts: SealedDrafts, tmp_path: Path) -> None:
    saved = draft()
    drafts.save(saved)
    drafts.put_picture(saved.id, picture())

    content = all_bytes(tmp_path)

    canaries = [DESCRIPTION.encode(), CUSTOMER.encode(), NAME.encode(), b"Anna", PNG[:8], b"IEND"]
    assert not [canary for canary in canaries if canary in content]


@pytest.mark.skipif(sys.platform == "win32", reason="an open file cannot be replaced there")
def test_a_replaced_pictures_old_file_and_key_are_destroyed(
    drafts: SealedDrafts, tmp_path: Path
) -> None:
    saved = draft()
    drafts.put_picture(saved.id, picture())
    file = tmp_path / "drafts" / saved.id / "picture-one.dzw"
    held = tmp_path / "held"
    os.link(file, held)
    before = file.read_bytes()

    drafts.put_picture(saved.id, picture(content=b"covered"))

    assert drafts.picture(saved.id, "one") == b"covered"
    assert set(held.read_bytes()[: len(before)]) == {0}


def test_a_changed_picture_is_unreadable_and_not_shown(
    drafts: SealedDrafts, tmp_path: Path
) -> None:
    saved = draft()
    drafts.put_picture(saved.id, picture())
    file = tmp_path / "drafts" / saved.id / "picture-one.dzw"
    content = bytearray(file.read_bytes())
    content[-5] ^= 1
    file.write_bytes(content)

    with pytest.raises(ProblemError) as caught:
        drafts.picture(saved.id, "one")
    assert caught.value.problem.code is Code.PICTURE_UNREADABLE


def test_a_picture_under_another_drafts_name_is_unreadable(
    drafts: SealedDrafts, tmp_path: Path
) -> None:
    mine, theirs = draft(1), draft(2)
    for each in (mine, theirs):
        drafts.put_picture(each.id, picture())
    folder = tmp_path / "drafts"
    (folder / mine.id / "picture-one.dzw").replace(folder / theirs.id / "picture-one.dzw")

    with pytest.raises(ProblemError):
        drafts.picture(theirs.id, "one")


def covered(drafts: SealedDrafts, folder: Path) -> tuple[Draft, Path, bytes]:
    """Store a draft whose picture was covered; give its file, and what stood there before."""
    saved = draft()
    drafts.save(saved)
    drafts.put_picture(saved.id, picture())
    file = folder / "drafts" / saved.id / "picture-one.dzw"
    uncovered = file.read_bytes()
    drafts.put_picture(saved.id, picture(content=b"covered"))
    drafts.save(saved)
    return saved, file, uncovered


def refusal(drafts: SealedDrafts, draft_id: str) -> Problem:
    with pytest.raises(ProblemError) as caught:
        drafts.picture(draft_id, "one")
    return caught.value.problem


@pytest.mark.parametrize("is_same_run", [True, False])
def test_a_picture_of_before_its_covering_is_refused_and_the_rest_of_the_draft_lives(
    drafts: SealedDrafts,
    tmp_path: Path,
    keys: KeyRing,
    expected_warnings: list[str],
    is_same_run: bool,
) -> None:
    saved, file, uncovered = covered(drafts, tmp_path)
    drafts.put_picture(saved.id, picture("two"))
    file.write_bytes(uncovered)
    expected_warnings.append("older than its draft")

    then = drafts if is_same_run else SealedDrafts(tmp_path / "drafts", keys)

    assert refusal(then, saved.id) == Problem(Code.PICTURE_UNREADABLE, {"reason": "older"})
    assert then.picture(saved.id, "two") == PNG
    assert then.drafts() == (saved,)


def test_what_is_sealed_behind_a_refused_picture_is_read_again(
    drafts: SealedDrafts, tmp_path: Path, keys: KeyRing, expected_warnings: list[str]
) -> None:
    saved, file, uncovered = covered(drafts, tmp_path)
    file.write_bytes(uncovered)
    expected_warnings.append("older than its draft")
    then = SealedDrafts(tmp_path / "drafts", keys)
    assert refusal(then, saved.id).code is Code.PICTURE_UNREADABLE

    then.put_picture(saved.id, picture(content=b"cropped"))
    then.save(saved)

    assert SealedDrafts(tmp_path / "drafts", keys).picture(saved.id, "one") == b"cropped"


def test_a_saved_text_knows_the_pictures_that_an_earlier_run_sealed(
    drafts: SealedDrafts, tmp_path: Path, keys: KeyRing, expected_warnings: list[str]
) -> None:
    saved, file, uncovered = covered(drafts, tmp_path)
    SealedDrafts(tmp_path / "drafts", keys).save(replace(saved, description="dalej"))
    file.write_bytes(uncovered)
    expected_warnings.append("older than its draft")

    assert refusal(SealedDrafts(tmp_path / "drafts", keys), saved.id).values["reason"] == "older"


def test_a_picture_that_was_covered_just_before_a_crash_is_read_and_known_from_then_on(
    drafts: SealedDrafts, tmp_path: Path, keys: KeyRing, expected_warnings: list[str]
) -> None:
    saved = draft()
    drafts.put_picture(saved.id, picture())
    drafts.save(saved)
    file = tmp_path / "drafts" / saved.id / "picture-one.dzw"
    uncovered = file.read_bytes()
    drafts.put_picture(saved.id, picture(content=b"covered"))  # and the text not any more

    then = SealedDrafts(tmp_path / "drafts", keys)
    assert then.picture(saved.id, "one") == b"covered"
    then.save(saved)
    file.write_bytes(uncovered)

    expected_warnings.append("older than its draft")
    assert refusal(SealedDrafts(tmp_path / "drafts", keys), saved.id).values["reason"] == "older"


def test_a_whole_draft_that_is_put_back_brings_no_picture_back_while_the_program_runs(
    drafts: SealedDrafts, tmp_path: Path, expected_warnings: list[str]
) -> None:
    saved = draft()
    drafts.save(saved)
    drafts.put_picture(saved.id, picture())
    drafts.save(saved)
    files = {path: path.read_bytes() for path in (tmp_path / "drafts" / saved.id).iterdir()}
    drafts.put_picture(saved.id, picture(content=b"covered"))
    drafts.save(saved)
    for path, before in files.items():
        path.write_bytes(before)
    expected_warnings.append("older than its draft")

    assert drafts.drafts() == (saved,)
    assert refusal(drafts, saved.id).values["reason"] == "older"


def test_pictures_of_an_earlier_version_are_read(
    drafts: SealedDrafts, tmp_path: Path, keys: KeyRing
) -> None:
    saved = draft()
    folder, vault = tmp_path / "drafts" / saved.id, Vault(keys)
    content = msgspec.json.encode({"version": 1, "draft": msgspec.to_builtins(saved)})
    vault.store(folder / TEXT, saved.id, content)
    vault.store(folder / "picture-one.dzw", f"{saved.id}/one", PNG)

    assert drafts.picture(saved.id, "one") == PNG


def test_no_header_can_be_rewritten_to_count_further(
    drafts: SealedDrafts, tmp_path: Path, keys: KeyRing
) -> None:
    saved, file, uncovered = covered(drafts, tmp_path)
    file.write_bytes(uncovered.replace(b'"sealing":1', b'"sealing":7'))

    reason = refusal(SealedDrafts(tmp_path / "drafts", keys), saved.id).values["reason"]
    assert reason == "changed"


def test_a_picture_that_is_not_there_is_unreadable(drafts: SealedDrafts) -> None:
    with pytest.raises(ProblemError) as caught:
        drafts.picture(draft().id, "none")
    assert caught.value.problem.code is Code.PICTURE_UNREADABLE


def test_an_unreadable_draft_is_counted_and_never_deleted(
    drafts: SealedDrafts, tmp_path: Path
) -> None:
    sound, spoilt = draft(1), draft(2)
    drafts.save(sound)
    drafts.save(spoilt)
    file = tmp_path / "drafts" / spoilt.id / "draft.dzw"
    file.write_bytes(file.read_bytes()[:-1])

    assert drafts.drafts() == (sound,)
    assert drafts.unreadable == 1
    assert file.exists()


def test_drafts_under_a_locked_key_are_counted_and_come_back(
    drafts: SealedDrafts, tmp_path: Path, box: MemorySecretBox, clock: FakeClock
) -> None:
    saved = draft()
    drafts.save(saved)
    box.problem = Problem(Code.KEYRING_LOCKED)
    keys = KeyRing(tmp_path / "state", box, clock)
    later = SealedDrafts(tmp_path / "drafts", keys)

    assert (later.drafts(), later.unreadable) == ((), 1)
    box.problem = None
    keys.ask_again()
    assert (later.drafts(), later.unreadable) == ((saved,), 0)


def test_a_discarded_draft_is_gone_and_a_late_autosave_does_not_bring_it_back(
    drafts: SealedDrafts, tmp_path: Path
) -> None:
    saved = draft()
    drafts.save(saved)
    drafts.put_picture(saved.id, picture())

    drafts.discard(saved.id)
    drafts.save(saved)
    drafts.put_picture(saved.id, picture())

    assert drafts.drafts() == ()
    assert list((tmp_path / "drafts").iterdir()) == []


def test_a_dropped_picture_is_gone_and_dropping_it_again_is_nothing(drafts: SealedDrafts) -> None:
    saved = draft()
    drafts.put_picture(saved.id, picture())

    drafts.drop_picture(saved.id, "one")
    drafts.drop_picture(saved.id, "one")

    with pytest.raises(ProblemError):
        drafts.picture(saved.id, "one")


def test_what_a_crash_left_of_a_destroyed_draft_is_swept(
    drafts: SealedDrafts, tmp_path: Path
) -> None:
    kept, gone = draft(1), draft(2)
    for each in (kept, gone):
        drafts.save(each)
    folder = tmp_path / "drafts"
    (folder / gone.id).rename(folder / f".{gone.id}.gone")
    (folder / kept.id / "draft.dzw.999999999-0.part").touch()

    assert drafts.drafts() == (kept,)

    assert [path.name for path in folder.iterdir()] == [kept.id]
    assert [path.name for path in (folder / kept.id).iterdir()] == ["draft.dzw"]


def made_old(folder: Path, seconds: float) -> None:
    """Let a folder and its files look as if they were last written that long ago."""
    then = time.time() - seconds
    for path in (*folder.iterdir(), folder):
        os.utime(path, (then, then))


@pytest.mark.parametrize(("seconds", "is_kept"), [(3500, True), (3700, False)])
def test_pictures_that_never_got_a_text_are_destroyed_after_an_hour(
    drafts: SealedDrafts, keys: KeyRing, tmp_path: Path, seconds: float, is_kept: bool
) -> None:
    whole, orphan = draft(1), draft(2)
    drafts.save(whole)
    for each in (whole, orphan):
        drafts.put_picture(each.id, picture())
        made_old(tmp_path / "drafts" / each.id, seconds)
    held = tmp_path / "held"
    os.link(tmp_path / "drafts" / orphan.id / "picture-one.dzw", held)

    later = SealedDrafts(tmp_path / "drafts", keys)
    later.sweep()

    assert (tmp_path / "drafts" / orphan.id).exists() is is_kept
    assert any(held.read_bytes()) is is_kept
    assert later.picture(whole.id, "one") == PNG


def test_pictures_of_a_form_that_stands_open_are_not_swept(
    drafts: SealedDrafts, tmp_path: Path
) -> None:
    mine = draft()
    drafts.put_picture(mine.id, picture())
    made_old(tmp_path / "drafts" / mine.id, 7200)

    drafts.sweep()

    assert drafts.picture(mine.id, "one") == PNG


def test_a_folder_with_something_of_anothers_is_not_swept(
    drafts: SealedDrafts, tmp_path: Path
) -> None:
    folder = tmp_path / "drafts" / draft().id
    folder.mkdir(parents=True)
    (folder / "letter.txt").touch()
    made_old(folder, 7200)

    drafts.sweep()

    assert (folder / "letter.txt").exists()


@pytest.mark.parametrize("picture_id", ["../x", "", ".", "a/b", "x" * 65, "a\\b"])
def test_no_picture_id_leads_out_of_the_drafts_folder(
    drafts: SealedDrafts, picture_id: str
) -> None:
    with pytest.raises(ValueError):
        drafts.put_picture(draft().id, picture(picture_id))


@pytest.mark.parametrize("draft_id", ["../x", "", "A" * 36, "draft"])
def test_no_draft_id_leads_out_of_the_drafts_folder(drafts: SealedDrafts, draft_id: str) -> None:
    with pytest.raises(ValueError):
        drafts.save(replace(draft(), id=draft_id))


def test_a_folder_that_is_no_draft_is_left_alone(drafts: SealedDrafts, tmp_path: Path) -> None:
    (tmp_path / "drafts" / "notes").mkdir(parents=True)

    assert drafts.drafts() == ()
    assert drafts.unreadable == 0


DAY = timedelta(days=1)


@pytest.fixture
def dated(tmp_path: Path, keys: KeyRing, clock: FakeClock) -> SealedDrafts:
    """Keep drafts by the test's clock, for fourteen days."""
    return SealedDrafts(tmp_path / "drafts", keys, clock)


def saved_at(folder: Path, drafts: SealedDrafts, number: int = 0, days: float = 0) -> Draft:
    """Save a draft that looks as if it was saved so many days after the start."""
    saved = draft(number)
    drafts.save(saved)
    then = (START + days * DAY).timestamp()
    os.utime(folder / "drafts" / saved.id / "draft.dzw", (then, then))
    return saved


def test_a_draft_that_nobody_touched_expires_three_days_after_it_was_told(
    dated: SealedDrafts, clock: FakeClock, tmp_path: Path
) -> None:
    saved = saved_at(tmp_path, dated)
    dated.put_picture(saved.id, picture())
    clock.advance(10 * DAY)
    assert dated.expiring() == ()
    clock.advance(2 * DAY)
    (due,) = dated.expiring()
    assert (due.id, due.short_code) == (saved.id, saved.short_code)
    assert due.expires_at == clock.now() + 3 * DAY

    dated.told([saved.id])
    assert dated.expiring() == ()
    clock.advance(2 * DAY)
    assert dated.purge() == DAY
    assert dated.count() == 1
    clock.advance(DAY)

    assert dated.purge() is None
    assert list((tmp_path / "drafts").iterdir()) == []


def test_no_draft_expires_before_somebody_was_told(
    dated: SealedDrafts, clock: FakeClock, tmp_path: Path
) -> None:
    saved_at(tmp_path, dated)
    clock.advance(400 * DAY)

    assert dated.purge() is None
    assert dated.count() == 1


def test_a_clock_that_jumps_ahead_destroys_no_draft_at_once(
    dated: SealedDrafts, clock: FakeClock, tmp_path: Path
) -> None:
    saved = saved_at(tmp_path, dated)
    clock.advance(12 * DAY)
    dated.told([saved.id])
    clock.jump(3650 * DAY)

    assert dated.purge() == 3 * DAY
    assert dated.count() == 1


@pytest.mark.parametrize("touch", ["save", "put_picture", "drop_picture"])
def test_a_draft_that_is_worked_on_again_has_to_be_told_anew(
    dated: SealedDrafts, clock: FakeClock, tmp_path: Path, touch: str
) -> None:
    saved = saved_at(tmp_path, dated)
    clock.advance(12 * DAY)
    dated.told([saved.id])

    match touch:
        case "save":
            dated.save(saved)
        case "put_picture":
            dated.put_picture(saved.id, picture())
        case _:
            dated.drop_picture(saved.id, "one")
    clock.advance(20 * DAY)

    assert dated.purge() is None
    assert dated.drafts() == (saved,)


def test_what_was_told_lies_beside_the_draft_without_a_word_of_it(
    dated: SealedDrafts, clock: FakeClock, tmp_path: Path
) -> None:
    saved = saved_at(tmp_path, dated)
    clock.advance(12 * DAY)
    dated.told([saved.id])

    mark = (tmp_path / "drafts" / saved.id / "told").read_text()

    assert mark.startswith("[1773240900000,")
    assert dated.drafts() == (saved,)


def test_a_mark_that_makes_no_sense_is_no_word_to_anybody(
    dated: SealedDrafts, clock: FakeClock, tmp_path: Path
) -> None:
    saved = saved_at(tmp_path, dated)
    (tmp_path / "drafts" / saved.id / "told").write_text("yesterday")
    clock.advance(100 * DAY)

    assert dated.purge() is None
    assert [due.id for due in dated.expiring()] == [saved.id]


def test_a_draft_that_cannot_be_read_expires_like_the_others(
    dated: SealedDrafts, clock: FakeClock, tmp_path: Path
) -> None:
    saved = saved_at(tmp_path, dated)
    file = tmp_path / "drafts" / saved.id / "draft.dzw"
    file.write_bytes(file.read_bytes()[:-1])
    os.utime(file, (START.timestamp(), START.timestamp()))
    clock.advance(12 * DAY)
    dated.told([saved.id])
    clock.advance(3 * DAY)

    dated.purge()

    assert dated.count() == 0


def test_a_draft_of_a_later_version_is_never_destroyed(
    dated: SealedDrafts, clock: FakeClock, tmp_path: Path
) -> None:
    saved = saved_at(tmp_path, dated)
    file = tmp_path / "drafts" / saved.id / "draft.dzw"
    content = file.read_bytes()
    file.write_bytes(content[:4] + b"\x02" + content[5:])
    os.utime(file, (START.timestamp(), START.timestamp()))
    clock.advance(100 * DAY)
    dated.told([saved.id])
    clock.advance(100 * DAY)

    assert (dated.expiring(), dated.purge(), dated.count()) == ((), None, 1)


def test_a_draft_saved_under_a_wrong_clock_is_as_old_as_its_id(
    dated: SealedDrafts, clock: FakeClock, tmp_path: Path
) -> None:
    saved = saved_at(tmp_path, dated, days=3650)
    clock.advance(12 * DAY)

    assert [due.id for due in dated.expiring()] == [saved.id]


def test_typing_that_goes_on_in_an_expired_draft_brings_its_text_back(
    dated: SealedDrafts, clock: FakeClock, tmp_path: Path
) -> None:
    saved = saved_at(tmp_path, dated)
    clock.advance(12 * DAY)
    dated.told([saved.id])
    clock.advance(3 * DAY)
    dated.purge()

    dated.save(saved)

    assert dated.drafts() == (saved,)


def test_another_time_in_the_settings_holds_at_once(
    dated: SealedDrafts, clock: FakeClock, tmp_path: Path
) -> None:
    saved = saved_at(tmp_path, dated)
    clock.advance(3 * DAY)

    dated.keep_for(5 * DAY)

    assert [due.id for due in dated.expiring()] == [saved.id]


def test_a_discarded_draft_has_lost_its_name_for_good_before_it_is_emptied(
    drafts: SealedDrafts, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    saved = draft()
    drafts.save(saved)
    done: list[str] = []
    sync, blot = disk.sync_folder, disk.blot

    def noted(call: Callable[[Path], None]) -> Callable[[Path], None]:
        def call_and_note(path: Path) -> None:
            done.append(path.name)
            call(path)

        return call_and_note

    monkeypatch.setattr(disk, "sync_folder", noted(sync))
    monkeypatch.setattr(disk, "blot", noted(blot))

    drafts.discard(saved.id)

    assert done == ["drafts", "draft.dzw"]


def test_half_a_character_in_a_draft_does_not_keep_it_from_being_saved(
    drafts: SealedDrafts,
) -> None:
    saved = draft()

    drafts.save(replace(saved, description="opis \ud83d tu", others=("Anna \udc00",)))

    assert drafts.drafts() == (
        replace(saved, description="opis \ufffd tu", others=("Anna \ufffd",)),
    )


def lay_folder(folder: Path, *names: str) -> None:
    for name in names:
        (folder / name).mkdir()
        (folder / name / "obcy.txt").write_bytes(b"somebody else's")


def test_a_foreign_folder_in_a_draft_keeps_no_picture_of_it(
    drafts: SealedDrafts, tmp_path: Path
) -> None:
    saved = draft()
    drafts.save(saved)
    for number in range(9):
        drafts.put_picture(saved.id, picture(f"p{number}"))
    # whatever the order of the listing is, some of ours come after one of these
    lay_folder(tmp_path / "drafts" / saved.id, "00", "m", "picture-p4.dzw.d", "zz")

    drafts.discard(saved.id)

    assert drafts.drafts() == ()
    assert drafts.count() == 0
    left = [path.name for path in (tmp_path / "drafts").rglob("*") if path.is_file()]
    assert left == ["obcy.txt"] * 4


def test_a_file_that_refuses_keeps_no_other_of_its_draft(
    drafts: SealedDrafts, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    saved = draft()
    drafts.save(saved)
    for number in range(9):
        drafts.put_picture(saved.id, picture(f"p{number}"))
    shred = disk.shred

    def shred_but_one(path: Path) -> None:
        if path.name == "picture-p4.dzw":
            raise PermissionError(path.name)
        shred(path)

    monkeypatch.setattr(disk, "shred", shred_but_one)
    with pytest.raises(ProblemError):
        drafts.discard(saved.id)
    monkeypatch.undo()

    left = [path.name for path in (tmp_path / "drafts").rglob("*") if path.is_file()]
    assert left == ["picture-p4.dzw"]
    SealedDrafts(tmp_path / "drafts", drafts._vault._keys).drafts()
    assert not any(path.is_file() for path in (tmp_path / "drafts").rglob("*"))


def test_a_draft_whose_old_place_is_blocked_is_destroyed_where_it_stands(
    drafts: SealedDrafts, tmp_path: Path, keys: KeyRing
) -> None:
    saved = draft()
    drafts.save(saved)
    lay_folder(tmp_path / "drafts" / saved.id, "obcy")
    drafts.discard(saved.id)
    again = SealedDrafts(tmp_path / "drafts", keys)
    again.save(saved)
    again.put_picture(saved.id, picture())

    again.discard(saved.id)

    assert again.drafts() == ()
    left = [path.name for path in (tmp_path / "drafts").rglob("*") if path.is_file()]
    assert left == ["obcy.txt"]
