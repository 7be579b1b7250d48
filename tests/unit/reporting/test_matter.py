"""Letters about other matters: begun with what is known, checked, and sealed as reports are."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime
from email import message_from_bytes, policy
from email.message import EmailMessage

import pytest

from dzwonek.config.profile import load_profile
from dzwonek.domain.identity import Agent
from dzwonek.domain.picture import Capture
from dzwonek.domain.problem import Code, Problem
from dzwonek.domain.profile import Matter
from dzwonek.domain.report import Draft
from dzwonek.reporting.check import MAX_FIELD, problems_of
from dzwonek.reporting.letter import Address
from dzwonek.reporting.matter import new_inquiry
from dzwonek.reporting.reception import Reception
from dzwonek.reporting.submit import IncompleteError
from tests.fakes.parts import MemoryParts

NOW = datetime(2020, 2, 27, 14, 55, tzinfo=UTC)
EMAIL = "tobiasz@firma.example"
TOBIASZ = Agent("Tobiasz Świeczka", "tobiasz", EMAIL)
NOBODY = Agent("")


def order() -> Matter:
    found = load_profile("daktela-pl").matter("order")
    assert found is not None
    return found


def begun(reporter: Agent = TOBIASZ, configured: Agent = NOBODY) -> Draft:
    return new_inquiry(order(), reporter, configured, "twojanazwa.daktela.com", NOW)


def written(quantity: str = "5") -> Draft:
    draft = begun()
    assert draft.inquiry is not None
    inquiry = replace(draft.inquiry, quantity=quantity)
    return replace(draft, description="prosimy o pięć licencji", inquiry=inquiry)


def message(draft: Draft, parts: MemoryParts) -> EmailMessage:
    entry = Reception(parts).submit(draft)
    content = parts.outbox.message(entry.id)
    return message_from_bytes(content, policy=policy.default)


@pytest.mark.parametrize(
    ("reporter", "configured", "email"),
    [
        (TOBIASZ, Agent("Tobiasz Świeczka", email="inny@firma.example"), EMAIL),
        (Agent("Tobiasz Świeczka"), Agent("Tobiasz Świeczka", email=EMAIL), EMAIL),
        (Agent("Anna"), Agent("", email=EMAIL), EMAIL),
        (Agent("Anna"), Agent("Tobiasz Świeczka", email=EMAIL), ""),
    ],
)
def test_it_begins_with_the_address_of_whoever_sits_here_and_never_a_colleagues(
    reporter: Agent, configured: Agent, email: str
) -> None:
    assert begun(reporter, configured).reporter == replace(reporter, email=email)


def test_reception_begins_it_with_system_and_agent() -> None:
    draft = Reception(MemoryParts()).inquire(order())
    assert draft.host == "twojanazwa.daktela.com"
    assert draft.reporter.name == "Tobiasz Świeczka"
    assert draft.inquiry is not None
    assert (draft.inquiry.matter, draft.inquiry.name) == ("order", "Aktualizacja licencji")


def test_an_empty_letter_lacks_text_and_whatever_is_not_known() -> None:
    empty = new_inquiry(order(), NOBODY, NOBODY, "", NOW)
    assert [problem.code for problem in problems_of(empty)] == [
        Code.INQUIRY_TEXT_MISSING,
        Code.SYSTEM_MISSING,
        Code.AGENT_MISSING,
        Code.EMAIL_MISSING,
    ]
    assert problems_of(written()) == ()


@pytest.mark.parametrize("email", ["tobiasz", "a@b@c", "a b@firma.example", "a@firma.example,b@c"])
def test_an_address_that_no_answer_can_reach_is_named(email: str) -> None:
    draft = replace(written(), reporter=replace(TOBIASZ, email=email))
    assert problems_of(draft) == (Problem(Code.EMAIL_INVALID, {"address": email}),)


def test_fields_that_are_far_too_long_are_named() -> None:
    draft = replace(written(quantity="1" * (MAX_FIELD + 1)))
    assert [p.values["field"] for p in problems_of(draft)] == ["quantity"]


def test_a_problem_needs_no_address_of_its_own() -> None:
    draft = Reception(MemoryParts()).begin(Capture(NOW))
    codes = {problem.code for problem in problems_of(draft)}
    assert codes == {Code.KIND_MISSING, Code.DESCRIPTION_MISSING, Code.OCCURRENCE_MISSING}


def test_it_goes_to_the_same_mailbox_with_its_own_subject_body_and_record() -> None:
    parts = MemoryParts()
    draft = written()
    sealed = message(draft, parts)
    assert sealed["To"] == "daktela@daktela.pl"
    assert sealed["Reply-To"].addresses[0].addr_spec == EMAIL
    assert sealed["Subject"] == (
        f"[{draft.short_code}] Aktualizacja licencji, nowe funkcje lub moduły: "
        "prosimy o pięć licencji"
    )
    body = sealed.get_body(("plain",))
    assert body is not None
    assert body.get_content().startswith("Sprawa: Aktualizacja licencji, nowe funkcje lub moduły")
    (attachment,) = sealed.iter_attachments()
    record = json.loads(attachment.get_content())
    assert attachment.get_filename() == "zgloszenie.json"
    assert (record["matter"], record["quantity"], record["email"]) == ("order", "5", EMAIL)
    assert (record["kind"], record["occurrence"], record["pictures"]) == (None, None, [])
    assert parts.nudges == 1


def test_the_answer_goes_to_the_address_that_was_typed_and_not_to_the_settings() -> None:
    parts = MemoryParts()

    def address(is_test: bool) -> Address:
        own = ("biuro@firma.example", TOBIASZ.name)
        return Address("dzwonek@firma.example", ("daktela@daktela.pl",), *own)

    parts.submission._letters._address = address
    assert message(written(), parts)["Reply-To"].addresses[0].addr_spec == EMAIL


def test_a_problems_record_says_that_it_is_one() -> None:
    from dzwonek.domain.report import Report
    from dzwonek.reporting.record import record

    draft = replace(written(), inquiry=None)
    told = json.loads(record(Report(draft, NOW), (), "dzwonek 0"))
    assert (told["matter"], told["quantity"], told["email"]) == ("problem", "", "")


def test_the_list_knows_what_it_is_about() -> None:
    entry = Reception(MemoryParts()).submit(written())
    assert entry.summary is not None
    assert (entry.summary.matter, entry.summary.words) == (
        "Aktualizacja licencji",
        "prosimy o pięć licencji",
    )


def test_an_incomplete_letter_is_not_sealed() -> None:
    parts = MemoryParts()
    with pytest.raises(IncompleteError):
        Reception(parts).submit(begun())
    assert parts.outbox.entries() == ()
