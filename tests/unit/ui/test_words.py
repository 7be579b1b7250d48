"""Every problem has words, and its words name what the problem tells."""

from __future__ import annotations

import string
from collections import Counter

import pytest

from dzwonek.domain.problem import Code, Problem
from dzwonek.ui.words import TABLES, sentence, title_and_advice


@pytest.mark.parametrize("code", Code)
def test_every_problem_has_a_title_that_is_a_sentence(code: Code) -> None:
    title, advice = title_and_advice(Problem(code))
    assert title.endswith((".", "?")), title
    assert not advice or advice.endswith((".", "?")), advice


def test_each_problem_has_its_words_in_one_table_only() -> None:
    told = Counter(code for table in TABLES for code in table())
    assert set(told) == set(Code)
    assert [code for code, count in told.items() if count > 1] == []


@pytest.mark.parametrize("code", Code)
def test_no_words_keep_a_place_unfilled(code: Code) -> None:
    told = sentence(Problem(code))
    assert not [name for _, name, _, _ in string.Formatter().parse(told) if name]


def test_values_are_named() -> None:
    problem = Problem(Code.HOTKEY_TAKEN, {"key": "Pause"})
    assert title_and_advice(problem)[0] == "Skrót Pause jest zajęty przez inny program."


def test_a_value_with_braces_stays_as_it_is() -> None:
    problem = Problem(Code.LINK_FAILED, {"address": "{key} {0}"})
    assert "{key} {0}" in sentence(problem)


def test_a_refused_saving_does_not_claim_that_the_settings_hold() -> None:
    assert "Obowiązują" not in sentence(Problem(Code.SETTINGS_NOT_SAVED))


DISK = (Code.DISK_FULL, Code.DISK_READ_ONLY, Code.DISK_FAILED)


@pytest.mark.parametrize("code", DISK)
@pytest.mark.parametrize("name", ["path", "place"])
def test_trouble_with_the_disk_names_the_place(code: Code, name: str) -> None:
    told = sentence(Problem(code, {name: "/home/anna/.local/share/dzwonek"}))
    assert "/home/anna/.local/share/dzwonek" in told
    assert "–" not in sentence(Problem(code))


@pytest.mark.parametrize("code", [Code.SETTINGS_UNREADABLE, Code.POLICY_UNREADABLE])
def test_a_file_that_cannot_be_read_is_named_with_the_line_where_one_is_known(code: Code) -> None:
    file = "/etc/dzwonek/policy.toml"
    assert f"{file}, wiersz 3." in sentence(Problem(code, {"path": file, "line": 3}))
    whole = sentence(Problem(code, {"path": file, "line": 0}))
    assert file in whole
    assert "wiersz" not in whole
    assert "–" not in sentence(Problem(code))


@pytest.mark.parametrize("code", [*DISK, Code.QUEUE_KEY_FORBIDDEN])
def test_a_refused_saving_speaks_of_no_form_for_commands_have_none(code: Code) -> None:
    told = sentence(Problem(code))
    assert told.startswith("Nie zapisano")
    assert "Formularz" not in told


@pytest.mark.parametrize("code", [one for one in Code if one is not Code.CLIPBOARD_WITHOUT_PICTURE])
def test_what_keeps_passwords_is_not_called_like_the_clipboard(code: Code) -> None:
    assert "schow" not in sentence(Problem(code)).casefold()


def test_without_a_keyring_nothing_is_promised_that_a_command_cannot_keep() -> None:
    told = sentence(Problem(Code.KEYRING_MISSING))
    assert "będzie pamięta" not in told
    assert told.endswith("Haseł i tokenów nie zachowamy tu na stałe.")


def test_a_setting_without_a_likeness_asks_nothing() -> None:
    told = sentence(Problem(Code.SETTINGS_UNKNOWN_KEY, {"key": "x.y", "nearest": ""}))
    assert "?" not in told
    likely = Problem(Code.SETTINGS_UNKNOWN_KEY, {"key": "mial.host", "nearest": "mail.host"})
    assert sentence(likely).endswith("Czy chodziło o „mail.host”?")


def test_a_refused_token_is_not_told_as_if_nobody_had_tried() -> None:
    told = sentence(Problem(Code.DAKTELA_NOT_SIGNED_IN))
    assert "nie jest zalogowany" not in told
    assert "token" in told


@pytest.mark.parametrize(
    ("reason", "told"),
    [
        ("http", "https"),
        ("credentials", "bez nazwy użytkownika i hasła"),
        ("empty", "Nie podano adresu"),
        ("host", "twojanazwa.daktela.com"),
        ("port", "twojanazwa.daktela.com"),
    ],
)
def test_a_refused_address_says_what_is_wrong_with_it(reason: str, told: str) -> None:
    address = "" if reason == "empty" else "http://firma.example"
    problem = Problem(Code.DAKTELA_ADDRESS_INVALID, {"address": address, "reason": reason})
    assert told in sentence(problem)
    assert "„”" not in sentence(problem)


@pytest.mark.parametrize(
    ("problem", "told"),
    [
        (Problem(Code.MAIL_UNREACHABLE, {"step": "connect"}), "Nie udało się połączyć"),
        (Problem(Code.MAIL_UNREACHABLE), "Nie udało się połączyć"),
        (Problem(Code.MAIL_UNREACHABLE, {"step": "rcpt"}), "zostało przerwane."),
        (Problem(Code.MAIL_NOT_ADMITTED, {"step": "greeting"}), "odmawia przyjęcia połączenia"),
        (Problem(Code.MAIL_GARBLED, {"step": "data"}), "odpowiada niezrozumiale."),
        (Problem(Code.MAIL_LOGIN_WANTED), "nie podano nazwy użytkownika."),
        (Problem(Code.MAIL_LOGIN_REFUSED, {"step": "auth"}), "nie oferuje logowania hasłem."),
        (
            Problem(Code.MAIL_LOGIN_REFUSED, {"step": "auth", "reply": "535"}),
            "odrzucił nazwę użytkownika lub hasło.",
        ),
    ],
)
def test_a_server_that_answered_is_not_called_out_of_reach(problem: Problem, told: str) -> None:
    assert told in title_and_advice(problem)[0]


@pytest.mark.parametrize(
    ("reason", "said"),
    [
        ("open", "otwarty dla innych"),
        ("owner", "kogoś innego"),
        ("link", "dowiązanie"),
        ("policy", "OutboxFolder"),
    ],
)
def test_a_folder_that_is_not_the_users_own_is_refused_in_words(reason: str, said: str) -> None:
    told = sentence(Problem(Code.DISK_FAILED, {"path": "/srv/dzwonek", "reason": reason}))
    assert said in told
    assert "/srv/dzwonek" in told


@pytest.mark.parametrize("before", ["", "HKLM\\Software\\Policies\\Dzwonek\\Dzwonek\\"])
def test_wrong_policies_say_what_they_do_wherever_they_stand(before: str) -> None:
    def told(code: Code, name: str) -> str:
        return sentence(Problem(code, {"key": f"{before}{name}", "value": "x", "allowed": "y"}))

    invalid, nobody = Code.POLICY_INVALID_VALUE, Code.POLICY_RECIPIENTS_INVALID
    assert "zrzuty ekranu są wyłączone" in told(invalid, "PrivacyScreenshots")
    assert "niczego tu nie zapiszemy" in told(invalid, "OutboxFolder")
    assert "niczego nie ustala" in told(invalid, "AgentName")
    assert "„Recipients”" in told(nobody, "Recipients")
    assert "„ContactEmail”" in told(nobody, "ContactEmail")


def test_a_profile_with_a_fault_is_not_called_unknown_and_the_fault_is_named() -> None:
    values = {"name": "firma", "reason": "contact.email, words.labels"}
    title, advice = title_and_advice(Problem(Code.PROFILE_UNKNOWN, values))
    assert title == "W profilu wsparcia „firma” jest błąd."
    assert advice.startswith("Do poprawy: contact.email, words.labels.")
    missing = title_and_advice(Problem(Code.PROFILE_UNKNOWN, values | {"reason": "missing"}))
    assert missing[0] == "Nieznany profil wsparcia „firma”."
    assert "Do poprawy" not in missing[1]


def test_who_switched_pictures_off_is_said() -> None:
    own = sentence(Problem(Code.CAPTURE_SWITCHED_OFF))
    fixed = sentence(Problem(Code.CAPTURE_SWITCHED_OFF, {"by": "policy"}))
    assert "w ustawieniach" in own
    assert "przez administratora" in fixed
    assert "Zgłoszenie pójdzie bez zrzutu." in fixed


def test_a_picture_that_is_older_than_its_draft_is_told_from_one_that_cannot_be_read() -> None:
    told = sentence(Problem(Code.PICTURE_UNREADABLE, {"reason": "older"}))
    assert "starszy" in told
    assert "kopii zapasowej" in told
    assert "nie można odczytać" in sentence(Problem(Code.PICTURE_UNREADABLE, {"reason": "changed"}))
