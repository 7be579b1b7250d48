"""What an administrator does about a trouble: he is the one whom others would tell."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dzwonek.domain.problem import Code

if TYPE_CHECKING:
    from dzwonek.domain.problem import Problem

TELL = "owiadom administratora"  # with a capital or without
SENTENCES = re.compile(r"(?<=[.?]) ")
CERTIFICATE = "Dodaj do magazynu certyfikatów systemu urząd, który wystawił certyfikat"
NETWORK = "Sprawdź sieć, zaporę i wpis w ustawieniu diagnostics.targets."
ADVICE = {
    Code.DAKTELA_CERTIFICATE: f"{CERTIFICATE}.",
    Code.KEYRING_REFUSED: "Sprawdź, czy ta osoba może zapisywać w swoim magazynie haseł.",
    Code.DISK_READ_ONLY: "Daj tej osobie prawo zapisu w folderze.",
    Code.DISK_FAILED: "Sprawdź dysk i prawa tej osoby do folderu.",
    Code.STORE_ON_NETWORK: (
        "Jeżeli to nie jest zamierzone, wskaż dysk lokalny (DZWONEK_HOME albo OutboxFolder)."
    ),
    Code.MAIL_NOT_ADMITTED: "Pozwól na serwerze na pocztę z tego komputera.",
    Code.MAIL_GARBLED: (
        "Sprawdź, czy pod tym adresem działa SMTP i czy pasują port i szyfrowanie"
        " (DeliveryMailPort, DeliveryMailSecurity)."
    ),
    Code.MAIL_CERTIFICATE: f"{CERTIFICATE}, albo podaj plik z nim (DeliveryMailCaFile).",
    Code.SETTINGS_INVALID_VALUE: "Podaj plik PEM, który ta osoba może odczytać.",
    Code.MAIL_STARTTLS_MISSING: (
        "Włącz STARTTLS na serwerze albo wybierz TLS (DeliveryMailSecurity = tls, port 465)."
    ),
    Code.MAIL_PROXY_LOGIN: (
        "Nazwę podaje DeliveryMailProxy; hasło zapisuje każda osoba: dzwonek secret set proxy."
    ),
    Code.MAIL_PROXY_REFUSED: "Pozwól w proxy na CONNECT do portu serwera poczty.",
    Code.MAIL_LOGIN_REFUSED: (
        "Włącz na serwerze logowanie hasłem albo, jeżeli go nie wymaga, opróżnij DeliveryMailUser."
    ),
    Code.MAIL_BASIC_RETIRED: (
        "Wskaż serwer, który przyjmuje hasła albo pocztę z tej sieci bez nich (DeliveryMailHost)."
    ),
    Code.MAIL_RECIPIENT_REFUSED: "Popraw adresatów (Recipients) albo dopuść ich na serwerze.",
    Code.TARGET_UNKNOWN: "Sprawdź DNS i wpis w ustawieniu diagnostics.targets.",
    Code.TARGET_UNREACHABLE: NETWORK,
    Code.TARGET_LATE: NETWORK,
    Code.TARGET_TLS_FAILED: f"{CERTIFICATE}, jeżeli to jego brak.",
    Code.SETTINGS_NOT_SAVED: "Sprawdź miejsce na dysku i prawa tej osoby do pliku ustawień.",
    Code.POLICY_UNREADABLE: "Popraw je i sprawdź poleceniem: dzwonek policy check.",
    Code.POLICY_RECIPIENTS_INVALID: "Popraw adresy w zasadzie.",
    Code.PROFILE_UNKNOWN: "Popraw ProfileName albo plik profilu.",
    Code.CLOCK_DOUBTED: "Ustaw datę i godzinę w systemie.",
    Code.AUTOSTART_FAILED: "Sprawdź, czy ta osoba może zmieniać swoje wpisy autostartu.",
    Code.INSTANCE_NOT_CLAIMED: "Sprawdź prawa tej osoby do folderu.",
}
# Where the reason decides, it comes before the code's usual advice.
BY_REASON = {
    (Code.DISK_FAILED, "open"): "Odbierz innym osobom prawa do tego folderu.",
    (Code.DISK_FAILED, "owner"): "Folder ma należeć do osoby, która uruchamia program.",
    (Code.DISK_FAILED, "link"): "Zastąp dowiązanie zwykłym folderem.",
    (Code.DISK_FAILED, "policy"): r"Podaj pełną ścieżkę, np. \\serwer\dane\%USERNAME%\Dzwonek.",
    (Code.POLICY_UNREADABLE, "missing"): "Takiego pliku nie ma: popraw albo usuń DZWONEK_POLICY.",
    (Code.POLICY_UNREADABLE, "EACCES"): "Daj wszystkim prawo odczytu.",
}


def administrators_sentence(problem: Problem) -> str:
    """Give title and advice as one line, with what to do in the place of whom to tell."""
    from dzwonek.ui.words import title_and_advice

    title, advice = title_and_advice(problem)
    return " ".join(part for part in (title, _administrators(problem, advice)) if part)


def _administrators(problem: Problem, advice: str) -> str:
    told = SENTENCES.split(advice)
    if not any(TELL in one for one in told):
        return advice
    reason = str(problem.values.get("reason", ""))
    own = BY_REASON.get((problem.code, reason)) or ADVICE[problem.code]
    return " ".join(own if TELL in one else one for one in told)
