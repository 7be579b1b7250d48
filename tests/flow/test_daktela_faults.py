"""Everything that can go wrong between us and a Daktela, over real TLS, in one table."""

from __future__ import annotations

import gzip
import socket
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest

from dzwonek.domain.identity import Agent
from dzwonek.domain.problem import Code, Problem, ProblemError
from dzwonek.sandbox import faults
from dzwonek.sandbox.certificates import Authority, self_signed
from dzwonek.sandbox.daktela import SandboxDaktela
from dzwonek.sandbox.story import AGENT
from tests.servers.daktela_rig import Rig, problem_of, running_rig

pytestmark = pytest.mark.flow

SHORT = timedelta(seconds=1)
ME = Agent(AGENT.title, AGENT.login)


@dataclass(frozen=True, slots=True)
class Scene:
    """A Daktela in front of us and another origin that nothing may ever reach."""

    rig: Rig
    elsewhere: SandboxDaktela

    def problem(self, fault: faults.Fault) -> Problem:
        self.rig.daktela.fail(fault)
        return problem_of(self.rig.client(deadline=SHORT).who_am_i)


@pytest.fixture
def scene() -> Iterator[Scene]:
    """Give the scene; afterwards the other origin must not have heard one byte."""
    with running_rig() as rig, SandboxDaktela(rig.authority.server()) as elsewhere:
        yield Scene(rig, elsewhere)
        assert elsewhere.connections == 0
        assert elsewhere.requests == ()


@pytest.mark.parametrize("status", [300, 301, 302, 303, 307, 308])
@pytest.mark.parametrize("method", ["check", "who_am_i", "recent", "login"])
def test_a_redirect_is_never_followed_and_takes_no_token_along(
    scene: Scene, status: int, method: str
) -> None:
    scene.rig.daktela.fail(faults.redirect(f"{scene.elsewhere.url}/api/v6/whoim.json", status))
    client = scene.rig.client(deadline=timedelta(seconds=3))
    questions: dict[str, Callable[[], object]] = {
        "check": client.check,
        "who_am_i": client.who_am_i,
        "recent": lambda: client.recent(ME),
        "login": lambda: client.login(AGENT.login, AGENT.password),
    }
    problem = problem_of(questions[method])
    assert problem.code is Code.DAKTELA_NOT_A_DAKTELA
    assert problem.values["target"] == scene.elsewhere.url


def test_a_redirect_is_told_at_once_however_slow_its_body_is(scene: Scene) -> None:
    headers = {"Location": "http://localhost/"}
    scene.rig.daktela.fail(faults.Fault(302, b"x" * 1000, headers=headers, drip=SHORT))
    began = time.monotonic()
    problem = problem_of(scene.rig.client().who_am_i)
    assert time.monotonic() - began < 3
    assert (problem.code, problem.values["target"]) == (
        Code.DAKTELA_NOT_A_DAKTELA,
        "http://localhost",
    )


RETRY_DATE = format_datetime(datetime.now(UTC) + timedelta(hours=1), usegmt=True)

TABLE = {
    "a captive portal's page": (faults.captive_portal(), Code.DAKTELA_NOT_A_DAKTELA),
    "an empty answer": (faults.content(b""), Code.DAKTELA_NOT_A_DAKTELA),
    "no content": (faults.content(b"", 204), Code.DAKTELA_NOT_A_DAKTELA),
    "a JSON list": (faults.content(b"[]"), Code.DAKTELA_NOT_A_DAKTELA),
    "half of a JSON text": (faults.content(b'{"result": {"us'), Code.DAKTELA_NOT_A_DAKTELA),
    "somebody else's JSON": (faults.content(b'{"ok": true}'), Code.DAKTELA_NOT_A_DAKTELA),
    "an empty result": (faults.content(b'{"result": {}}'), Code.DAKTELA_NOT_A_DAKTELA),
    "JSON nested without end": (faults.content(b"[" * 300_000), Code.DAKTELA_NOT_A_DAKTELA),
    "bytes that are no text": (faults.content(b"\x00\xff\xfe\x80"), Code.DAKTELA_NOT_A_DAKTELA),
    "compression unasked for": (
        faults.Fault(200, gzip.compress(b"{}"), headers={"Content-Encoding": "gzip"}),
        Code.DAKTELA_NOT_A_DAKTELA,
    ),
    "200 without a user": (
        faults.content(b'{"error": [], "result": {"version": "6.1", "user": null}}'),
        Code.DAKTELA_NOT_SIGNED_IN,
    ),
    "400": (faults.refusal(400, "Bad"), Code.DAKTELA_ANSWER_UNKNOWN),
    "401": (faults.refusal(401), Code.DAKTELA_NOT_SIGNED_IN),
    "403": (faults.refusal(403), Code.DAKTELA_NO_RIGHT),
    "404 in the right shape": (faults.refusal(404), Code.DAKTELA_NOT_A_DAKTELA),
    "404 as a page": (faults.page(404), Code.DAKTELA_NOT_A_DAKTELA),
    "405": (faults.page(405), Code.DAKTELA_NOT_A_DAKTELA),
    "408": (faults.refusal(408), Code.DAKTELA_BUSY),
    "422": (
        faults.content(b'{"status": 422, "violations": [{"propertyPath": "x"}]}', 422),
        Code.DAKTELA_NOT_A_DAKTELA,
    ),
    "429 with seconds": (faults.refusal(429, Retry_After="7"), Code.DAKTELA_BUSY),
    "429 with a date": (faults.refusal(429, Retry_After=RETRY_DATE), Code.DAKTELA_BUSY),
    "500": (faults.refusal(500), Code.DAKTELA_BUSY),
    "502 of a proxy": (faults.page(502), Code.DAKTELA_BUSY),
    "503": (faults.refusal(503, Retry_After="jutro"), Code.DAKTELA_BUSY),
    "504": (faults.page(504), Code.DAKTELA_BUSY),
    "511 of a network": (faults.page(511), Code.DAKTELA_NOT_A_DAKTELA),
    "a cut in the body": (faults.cut(20), Code.DAKTELA_UNREACHABLE),
    "a cut before the body": (faults.cut(0), Code.DAKTELA_UNREACHABLE),
    "a reset": (faults.reset(), Code.DAKTELA_UNREACHABLE),
    "10 MB": (faults.content(b" " * 10_000_000), Code.DAKTELA_ANSWER_UNKNOWN),
    "a body that stops coming": (faults.stall(b" " * 1000, after=500), Code.DAKTELA_LATE),
    "a late answer": (faults.late(timedelta(seconds=30)), Code.DAKTELA_LATE),
    "a dripping body": (faults.drip(), Code.DAKTELA_LATE),
    "a dripping head": (faults.drip_head(), Code.DAKTELA_LATE),
}


@pytest.mark.parametrize(("fault", "code"), TABLE.values(), ids=TABLE.keys())
def test_each_fault_has_its_code_within_the_deadline_and_is_not_tried_again(
    scene: Scene, fault: faults.Fault, code: Code
) -> None:
    began = time.monotonic()
    problem = scene.problem(fault)
    assert time.monotonic() - began < SHORT.total_seconds() + 1
    assert problem.code is code
    assert problem.values["host"] == "localhost"
    assert len(scene.rig.daktela.requests) == 1


def test_reading_stops_at_the_limit_and_waits_for_no_more(scene: Scene) -> None:
    scene.rig.daktela.fail(faults.stall(b" " * 10_000_000, after=600_000))
    began = time.monotonic()
    problem = problem_of(scene.rig.client().who_am_i)
    assert time.monotonic() - began < 3
    assert problem.code is Code.DAKTELA_ANSWER_UNKNOWN


def test_a_true_answer_led_by_a_byte_order_mark_is_good(scene: Scene) -> None:
    scene.rig.daktela.fail(faults.byte_order_mark())
    assert scene.rig.client().who_am_i().agent.name == AGENT.title


def test_a_drip_holds_nobody_beyond_the_deadline_in_any_method(scene: Scene) -> None:
    scene.rig.daktela.fail(faults.drip(timedelta(milliseconds=200)))
    client = scene.rig.client(deadline=SHORT)
    for question in (client.check, client.who_am_i, lambda: client.recent(ME)):
        began = time.monotonic()
        assert problem_of(question).code is Code.DAKTELA_LATE
        assert time.monotonic() - began < SHORT.total_seconds() + 1


CERTIFICATES = {
    "for another name": lambda rig: rig.authority.server("inna.example"),
    "expired": lambda rig: rig.authority.server("localhost", is_expired=True),
    "of an unknown authority": lambda rig: Authority().server(),
    "of its own": lambda rig: self_signed(),
}


@pytest.mark.parametrize("make", CERTIFICATES.values(), ids=CERTIFICATES.keys())
def test_a_wrong_certificate_is_named_and_nothing_is_sent(
    scene: Scene, make: Callable[[Rig], object]
) -> None:
    scene.rig.daktela.certificate = make(scene.rig)  # type: ignore[assignment]  # a context
    problem = problem_of(scene.rig.client().who_am_i)
    assert problem.code is Code.DAKTELA_CERTIFICATE
    assert problem.values["reason"]
    assert scene.rig.daktela.requests == ()


def test_a_closed_port_is_told_as_refused(scene: Scene) -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    problem = problem_of(scene.rig.client(url=f"https://127.0.0.1:{port}").check)
    assert problem == Problem(Code.DAKTELA_UNREACHABLE, {"host": "127.0.0.1", "reason": "refused"})


def test_an_unknown_name_is_told_as_such(scene: Scene) -> None:
    problem = problem_of(scene.rig.client(url="https://nigdzie.test").check)
    assert problem == Problem(Code.DAKTELA_UNREACHABLE, {"host": "nigdzie.test", "reason": "dns"})


def test_a_server_that_speaks_no_tls_is_told_as_such(scene: Scene) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:

        def greet() -> None:
            connection, _ = server.accept()
            with connection:
                connection.recv(100)
                connection.sendall(b"HTTP/1.1 400 Bad Request\r\n\r\n")

        thread = threading.Thread(target=greet, name="test-plain-server")
        thread.start()
        address = f"https://127.0.0.1:{server.getsockname()[1]}"
        problem = problem_of(scene.rig.client(url=address).check)
        thread.join()
    assert (problem.code, problem.values["reason"]) == (Code.DAKTELA_UNREACHABLE, "tls")


def test_a_server_that_takes_the_call_and_says_nothing_is_late(scene: Scene) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        address = f"https://127.0.0.1:{server.getsockname()[1]}"
        began = time.monotonic()
        problem = problem_of(scene.rig.client(url=address, deadline=SHORT).check)
        assert time.monotonic() - began < SHORT.total_seconds() + 1
    assert problem.code is Code.DAKTELA_LATE


@pytest.mark.parametrize("refused", ["activitiesCall", "activities"])
@pytest.mark.parametrize(
    "fault",
    [
        faults.refusal(403),
        faults.refusal(500),
        faults.captive_portal(),
        faults.reset(),
        faults.content(b'{"error": ["no"], "result": null}'),
        faults.content(b'{"error": [], "result": {"data": 5}}'),
        faults.late(timedelta(seconds=30)),
    ],
    ids=["403", "500", "page", "reset", "null", "no list", "late"],
)
def test_one_list_that_fails_leaves_the_other(
    scene: Scene, refused: str, fault: faults.Fault
) -> None:
    scene.rig.daktela.fail(fault, refused)
    found = scene.rig.client(deadline=SHORT).recent(ME)
    assert found
    assert {activity.kind.is_call for activity in found} <= (
        {False} if refused == "activitiesCall" else {True, False}
    )


def test_all_lists_refused_is_no_right_and_any_other_trouble_is_told_first(scene: Scene) -> None:
    client = scene.rig.client()
    scene.rig.daktela.fail(faults.refusal(403))
    assert problem_of(lambda: client.recent(ME)).code is Code.DAKTELA_NO_RIGHT
    for endpoint in ("activitiesCall", "activities"):
        scene.rig.daktela.mend()
        scene.rig.daktela.fail(faults.refusal(403))
        scene.rig.daktela.fail(faults.refusal(503), endpoint)
        assert problem_of(lambda: client.recent(ME)).code is Code.DAKTELA_BUSY


def test_a_wrong_password_is_told_and_asked_about_once(scene: Scene) -> None:
    client = scene.rig.client(token=None)
    problem = problem_of(lambda: client.login(AGENT.login, "źle"))
    assert problem.code is Code.DAKTELA_WRONG_PASSWORD
    assert len(scene.rig.daktela.requests) == 1


def test_a_login_without_a_token_in_the_answer_is_not_believed(scene: Scene) -> None:
    for result in (b"null", b'{"accessToken": ""}', b'{"accessToken": "a\\nb"}', b'""'):
        scene.rig.daktela.fail(faults.content(b'{"error": [], "result": ' + result + b"}"))
        with pytest.raises(ProblemError) as caught:
            scene.rig.client(token=None).login(AGENT.login, AGENT.password)
        assert caught.value.problem.code is Code.DAKTELA_ANSWER_UNKNOWN


@pytest.mark.parametrize("token", [None, "", "  ", "a\r\nX-Evil: 1", "dwa słowa", "zażółć"])
def test_without_a_usable_token_nothing_is_asked(scene: Scene, token: str | None) -> None:
    client = scene.rig.client(token)
    for question in (client.who_am_i, lambda: client.recent(ME)):
        assert problem_of(question).code is Code.DAKTELA_NOT_SIGNED_IN
    assert scene.rig.daktela.connections == 0


@pytest.mark.parametrize(
    ("url", "code"),
    [
        (" ", Code.DAKTELA_NOT_CONFIGURED),
        ("http://localhost", Code.DAKTELA_ADDRESS_INVALID),
        ("https://jan:tajne@localhost", Code.DAKTELA_ADDRESS_INVALID),
    ],
)
def test_without_a_usable_address_nothing_is_asked(scene: Scene, url: str, code: Code) -> None:
    client = scene.rig.client(url=url)
    for question in (client.check, client.who_am_i, lambda: client.recent(ME)):
        assert problem_of(question).code is code
