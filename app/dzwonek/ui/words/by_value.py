"""Words that depend on what a problem tells beside its code: a reason, a place, a likeness."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from dzwonek.domain.problem import Code

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dzwonek.domain.problem import Problem

UNCONNECTED = frozenset({"connect", "proxy"})  # steps of an attempt, as `delivery` names them
NOT_OURS = frozenset({"open", "owner", "link", "policy"})  # why a folder is not used
DISK = frozenset({Code.DISK_FULL, Code.DISK_READ_ONLY, Code.DISK_FAILED})
OF_PICTURES = frozenset({Code.CAPTURE_SWITCHED_OFF, Code.PICTURE_UNREADABLE})
UNREADABLE = frozenset({Code.SETTINGS_UNREADABLE, Code.POLICY_UNREADABLE})


def fitted(problem: Problem, title: str, advice: str) -> tuple[str, str]:
    """Fit a problem's usual title and advice to its values; places stay to be filled."""
    values = {name: str(value) for name, value in problem.values.items()}
    if problem.code is Code.DISK_FAILED and values.get("reason") in NOT_OURS:
        return _not_ours(values["reason"])
    if problem.code in DISK | UNREADABLE and place_in(values):
        return title, f"{advice} {_place(values)}"
    if problem.code is Code.SETTINGS_INVALID_VALUE and values.get("allowed") == "PEM":
        return _no_certificates()
    if problem.code is Code.SETTINGS_UNKNOWN_KEY and not values.get("nearest"):
        return title, QCoreApplication.translate("Words", "Sprawdź pisownię.")
    if problem.code is Code.DAKTELA_ADDRESS_INVALID:
        return _address(values.get("reason", ""), title, advice)
    if problem.code is Code.POLICY_RECIPIENTS_INVALID and _names(values, "ContactEmail"):
        return (
            QCoreApplication.translate(
                "Words", "Zasada administratora „ContactEmail” nie podaje poprawnego adresu."
            ),
            advice,
        )
    if problem.code is Code.PROFILE_UNKNOWN and values.get("reason", "missing") != "missing":
        wrong = QCoreApplication.translate("Words", "W profilu wsparcia „{name}” jest błąd.")
        place = QCoreApplication.translate("Words", "Do poprawy: {reason}.")
        return wrong, f"{place} {advice}"
    if problem.code is Code.POLICY_INVALID_VALUE:
        return title, _policy(values.get("key", "")) or advice
    if problem.code in OF_PICTURES:
        return _of_pictures(problem.code, values) or (title, advice)
    return _lost(problem.code, values) or _mail(problem.code, values, advice) or (title, advice)


def _names(values: Mapping[str, str], policy: str) -> bool:
    """Say whether a problem is one policy's, wherever that stands."""
    return values.get("key", "").endswith(policy)


def _policy(name: str) -> str:
    """Say what a wrong policy does until it is mended, if it does anything."""
    translate = QCoreApplication.translate
    if name.endswith("PrivacyScreenshots"):  # behind the key in the registry, if it stands there
        return translate(
            "Words", "Dozwolone: {allowed}. Do czasu poprawy zrzuty ekranu są wyłączone."
        )
    if name.endswith("OutboxFolder"):
        return translate(
            "Words", "Dozwolone: {allowed}. Do czasu poprawy niczego tu nie zapiszemy."
        )
    return ""


def _not_ours(reason: str) -> tuple[str, str]:
    """Say why a folder is not used: it is not this user's alone."""
    translate = QCoreApplication.translate
    tell = translate("Words", "Powiadom administratora. Miejsce: {path}.")
    match reason:
        case "open":
            title = translate("Words", "Nie zapisano: ten folder jest otwarty dla innych osób.")
        case "owner":
            title = translate("Words", "Nie zapisano: ten folder należy do kogoś innego.")
        case "link":
            title = translate("Words", "Nie zapisano: w miejscu folderu jest dowiązanie.")
        case _:
            title = translate("Words", "Nie zapisano: zasada „OutboxFolder” nie wskazuje folderu.")
    return title, tell


def _no_certificates() -> tuple[str, str]:
    """Say that the settings' own file of certificates serves nobody: nothing stands in for it."""
    translate = QCoreApplication.translate
    title = translate("Words", "W pliku „{value}” nie ma certyfikatów albo nie można go odczytać.")
    return title, translate("Words", "Powiadom administratora. Zgłoszenia czekają.")


def place_in(values: Mapping[str, str]) -> str:
    """Give the file or folder that a problem names; empty when it names none."""
    return values.get("path", "") or values.get("place", "")


def _place(values: Mapping[str, str]) -> str:
    """Name the file or folder, and the line in it where one is known to be wrong."""
    if values.get("line", "0") != "0":
        return QCoreApplication.translate("Words", "Miejsce: {path}, wiersz {line}.")
    return QCoreApplication.translate("Words", "Miejsce: {path}.")


def _of_pictures(code: Code, values: Mapping[str, str]) -> tuple[str, str] | None:
    """Say who switched pictures off, and why one that can be read is not taken."""
    translate = QCoreApplication.translate
    if code is Code.CAPTURE_SWITCHED_OFF and values.get("by") == "policy":
        title = translate("Words", "Zrzuty ekranu są wyłączone przez administratora.")
        return title, translate("Words", "Zgłoszenie pójdzie bez zrzutu.")
    if code is Code.PICTURE_UNREADABLE and values.get("reason") == "older":
        title = translate("Words", "Zapisany zrzut ekranu jest starszy niż ten szkic.")
        return title, translate(
            "Words", "Mógł wrócić z kopii zapasowej, więc zgłoszenie pójdzie bez niego."
        )
    return None


def _lost(code: Code, values: Mapping[str, str]) -> tuple[str, str] | None:
    """Say that a report's file or key is gone, not merely damaged or out of reach."""
    translate = QCoreApplication.translate
    if values.get("reason") != "missing":
        return None
    if code is Code.SEALED_FILE_DAMAGED:
        title = translate("Words", "Pliku zgłoszenia nie ma już na tym komputerze.")
        return title, translate("Words", "Nie można go wysłać. Zgłoś problem ponownie.")
    if code is Code.QUEUE_KEY_UNREACHABLE:
        title = translate("Words", "Klucz do tych zgłoszeń przepadł.")
        return title, translate(
            "Words", "Nie da się ich odczytać ani wysłać. Zgłoś problem ponownie."
        )
    return None


def _mail(code: Code, values: Mapping[str, str], advice: str) -> tuple[str, str] | None:
    """Say what happened on a connection that stood: it broke, or offered no way to log in."""
    translate = QCoreApplication.translate
    if code is Code.MAIL_UNREACHABLE and values.get("step", "connect") not in UNCONNECTED:
        title = translate("Words", "Połączenie z serwerem poczty {host} zostało przerwane.")
        return title, advice
    if code is Code.MAIL_LOGIN_REFUSED and values.get("step") == "auth" and "reply" not in values:
        title = translate("Words", "Serwer poczty {host} nie oferuje logowania hasłem.")
        return title, translate("Words", "Powiadom administratora. Zgłoszenia czekają.")
    return None


def _address(reason: str, title: str, advice: str) -> tuple[str, str]:
    """Say what is wrong with an address; `reason` is that of `daktela.address`."""
    translate = QCoreApplication.translate
    match reason:
        case "empty":
            return translate("Words", "Nie podano adresu systemu Daktela."), advice
        case "http":
            told = translate("Words", "Daktela działa tylko przez https. {example}")
        case "credentials":
            told = translate("Words", "Wpisz adres bez nazwy użytkownika i hasła. {example}")
        case "port":
            told = translate("Words", "Sprawdź numer portu. {example}")
        case _:
            return title, advice
    return title, told.replace("{example}", advice)
