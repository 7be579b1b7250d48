"""What each policy is called and does, in the words of the Group Policy Editor."""

from __future__ import annotations

# By language, then by policy: title, and explanation.
POLICY_TEXTS = {
    "pl-PL": {
        "SystemUrl": (
            "Adres systemu",
            "Adres systemu Daktela, na przykład https://twojanazwa.daktela.com.",
        ),
        "AgentName": (
            "Nazwa agenta",
            "Nazwa wpisywana do zgłoszenia, gdy Daktela nie może powiedzieć, kto jest zalogowany.",
        ),
        "AgentLogin": (
            "Login agenta",
            "Login w systemie Daktela, używany, gdy Daktela nie może go podać.",
        ),
        "AgentEmail": (
            "Adres e-mail agenta",
            "Na ten adres przyjdzie odpowiedź wsparcia (Reply-To) i zgłoszenie próbne.",
        ),
        "DeliveryChannel": ("Kanał wysyłki", "Droga, którą zgłoszenia opuszczają komputer."),
        "DeliveryMailHost": (
            "Serwer poczty",
            "Nazwa serwera SMTP, na przykład smtp.firma.example.",
        ),
        "DeliveryMailPort": ("Port serwera poczty", "Zwykle 465 (TLS) albo 587 (STARTTLS)."),
        "DeliveryMailSecurity": (
            "Szyfrowanie połączenia z serwerem poczty",
            "tls: od początku; starttls: po powitaniu; none: tylko na tym samym komputerze.",
        ),
        "DeliveryMailUser": (
            "Użytkownik serwera poczty",
            "Pusty, jeżeli serwer nie wymaga logowania. Hasła nie podaje się w zasadach.",
        ),
        "DeliveryMailFrom": ("Adres nadawcy", "Adres, z którego wychodzą zgłoszenia."),
        "DeliveryMailCaFile": (
            "Dodatkowy plik urzędu certyfikacji",
            "Plik PEM dodawany do certyfikatów systemu; nigdy ich nie zastępuje.",
        ),
        "DeliveryMailProxy": (
            "Serwer pośredniczący (proxy) dla poczty",
            (
                "Proxy HTTP, które łączy z serwerem poczty (CONNECT), na przykład "
                "http://proxy.firma.example:3128 albo http://nazwa@proxy.firma.example:3128. "
                "Hasła nie podaje się w zasadach."
            ),
        ),
        "HotkeysReport": (
            "Skróty: zgłoś problem",
            "Lista skrótów, jeden w wierszu. Działa pierwszy, który jest wolny.",
        ),
        "HotkeysFlag": (
            "Skróty: oznacz teraz, opisz później",
            "Lista skrótów, jeden w wierszu. Działa pierwszy, który jest wolny.",
        ),
        "UiLanguage": ("Język programu", "system: język pulpitu."),
        "PrivacyScreenshots": (
            "Zrzuty ekranu",
            "Włączone: do zgłoszenia dołączany jest obraz ekranów. Wyłączone: nigdy.",
        ),
        "PrivacyKeepDeliveredDays": (
            "Przechowywanie zgłoszeń przekazanych (dni)",
            "Po tym czasie treść zgłoszenia przekazanego na serwer poczty jest niszczona.",
        ),
        "PrivacyKeepDraftsDays": (
            "Przechowywanie szkiców (dni)",
            "Po tym czasie szkic jest niszczony; program uprzedza trzy dni wcześniej.",
        ),
        "PrivacyKeepUndeliveredDays": (
            "Przechowywanie zgłoszeń nieprzekazanych (dni)",
            "Po tym czasie zgłoszenie jest niszczone; program uprzedza trzy dni wcześniej.",
        ),
        "PrivacyQueueKey": (
            "Miejsce klucza kolejki",
            (
                "keyring: tylko magazyn haseł systemu, bez niego nic nie jest zapisywane; "
                "keyring-or-file: gdy go nie ma, plik dostępny tylko dla użytkownika."
            ),
        ),
        "ProfileName": ("Profil wsparcia", "Nazwa profilu z kontaktami, na przykład daktela-pl."),
        "DiagnosticsTargets": (
            "Miejsca, których dostępność mierzymy",
            "Nazwa i port, jeden w wierszu, na przykład vpn.firma.example:443.",
        ),
        "Recipients": (
            "Odbiorcy zgłoszeń",
            (
                "Adresy e-mail, jeden w wierszu, zamiast adresu z profilu wsparcia. "
                "Gdy któryś jest błędny, nic nie jest wysyłane."
            ),
        ),
        "ContactEmail": (
            "Adres e-mail wsparcia",
            (
                "Zamiast adresu z profilu wsparcia: w oknie pomocy i jako odbiorca zgłoszeń, "
                "jeżeli nie ustalono innych odbiorców. Gdy jest błędny, nic nie jest wysyłane."
            ),
        ),
        "ContactPhone": (
            "Telefon wsparcia",
            "Zamiast numeru z profilu wsparcia, na przykład +48 22 153 0461.",
        ),
        "ContactEmergency": (
            "Telefon w nagłym przypadku",
            (
                "Zamiast numeru z profilu wsparcia: w formularzu, w menu i w oknie pomocy, "
                "na przykład +48 22 153 0461."
            ),
        ),
        "Autostart": (
            "Uruchamianie z komputerem",
            (
                "Włączone: program dba o swój wpis autostartu. Wyłączone: uruchomienie "
                "automatyczne (--hidden) kończy się od razu. Użytkownik nie może tego zmienić."
            ),
        ),
        "OutboxFolder": (
            "Folder kolejki zgłoszeń",
            (
                "Folder szkiców i czekających zgłoszeń, osobny dla każdego użytkownika, na "
                "przykład \\\\serwer\\dane\\%USERNAME%\\Dzwonek. Folder otwarty dla innych jest "
                "odrzucany."
            ),
        ),
    },
    "en-US": {
        "SystemUrl": (
            "System address",
            "The address of the Daktela system, such as https://twojanazwa.daktela.com.",
        ),
        "AgentName": (
            "Agent's name",
            "The name written into a report when Daktela cannot tell who is logged in.",
        ),
        "AgentLogin": ("Agent's login", "The Daktela login used when Daktela cannot tell it."),
        "AgentEmail": (
            "Agent's mail address",
            "Support's answer (Reply-To) and test reports go to this address.",
        ),
        "DeliveryChannel": ("Delivery channel", "The way by which reports leave the computer."),
        "DeliveryMailHost": ("Mail server", "The SMTP server's name, such as smtp.firma.example."),
        "DeliveryMailPort": ("Mail server's port", "Usually 465 (TLS) or 587 (STARTTLS)."),
        "DeliveryMailSecurity": (
            "Encryption of the connection to the mail server",
            "tls: from the start; starttls: after the greeting; none: on the same computer only.",
        ),
        "DeliveryMailUser": (
            "Mail server's user",
            "Empty if the server asks for no sign-in. The password never stands in a policy.",
        ),
        "DeliveryMailFrom": ("Sender's address", "The address that reports come from."),
        "DeliveryMailCaFile": (
            "Additional CA file",
            "A PEM file that adds to the system's certificates and never replaces them.",
        ),
        "DeliveryMailProxy": (
            "Proxy for mail",
            (
                "An HTTP proxy that connects to the mail server (CONNECT), such as "
                "http://proxy.firma.example:3128 or http://name@proxy.firma.example:3128. "
                "The password never stands in a policy."
            ),
        ),
        "HotkeysReport": (
            "Hotkeys: report a problem",
            "A list of key combinations, one a line. The first free one is taken.",
        ),
        "HotkeysFlag": (
            "Hotkeys: flag now, describe later",
            "A list of key combinations, one a line. The first free one is taken.",
        ),
        "UiLanguage": ("Language of the program", "system: the language of the desktop."),
        "PrivacyScreenshots": (
            "Screenshots",
            "Enabled: a picture of the screens goes with a report. Disabled: never.",
        ),
        "PrivacyKeepDeliveredDays": (
            "Keep delivered reports (days)",
            "After this time the content of a report that the mail server took is destroyed.",
        ),
        "PrivacyKeepDraftsDays": (
            "Keep drafts (days)",
            "After this time a draft is destroyed; the program tells three days before.",
        ),
        "PrivacyKeepUndeliveredDays": (
            "Keep undelivered reports (days)",
            "After this time a report is destroyed; the program tells three days before.",
        ),
        "PrivacyQueueKey": (
            "Place of the queue's key",
            (
                "keyring: the system's keyring only, without one nothing is stored; "
                "keyring-or-file: without one, a file that only the user can read."
            ),
        ),
        "ProfileName": ("Support profile", "The profile with the contacts, such as daktela-pl."),
        "DiagnosticsTargets": (
            "Places whose reachability is measured",
            "A name and a port, one a line, such as vpn.firma.example:443.",
        ),
        "Recipients": (
            "Recipients of reports",
            (
                "Mail addresses, one a line, instead of the support profile's. "
                "If one of them is wrong, nothing is sent."
            ),
        ),
        "ContactEmail": (
            "Support's mail address",
            (
                "Instead of the support profile's: in the help window, and as the recipient of "
                "reports unless other recipients are set. If it is wrong, nothing is sent."
            ),
        ),
        "ContactPhone": (
            "Support's telephone",
            "Instead of the support profile's number, such as +48 22 153 0461.",
        ),
        "ContactEmergency": (
            "Telephone in an emergency",
            (
                "Instead of the support profile's number: in the form, the menu and the help "
                "window, such as +48 22 153 0461."
            ),
        ),
        "Autostart": (
            "Start with the computer",
            (
                "Enabled: the program sees to its autostart entry. Disabled: an automatic start "
                "(--hidden) ends at once. Users cannot change it."
            ),
        ),
        "OutboxFolder": (
            "Folder of the outbox",
            (
                "The folder of drafts and waiting reports, one for each user, such as "
                "\\\\server\\data\\%USERNAME%\\Dzwonek. A folder that is open to others is refused."
            ),
        ),
    },
}
# Stands behind the explanation of what may be empty.
OPTIONAL_TEXTS = {
    "pl-PL": "Pole może być puste: wtedy ustalone jest, że nie ma żadnej wartości.",
    "en-US": "The field may be empty: then it is fixed that there is no value.",
}
PRODUCT_TEXTS = {
    "pl-PL": (
        "Dzwonek",
        "Dzwonek 0.1 lub nowszy",
        "Zasady programu Dzwonek: zgłaszanie problemów z systemem Daktela.",
    ),
    "en-US": (
        "Dzwonek",
        "Dzwonek 0.1 or later",
        "Policies of Dzwonek, which reports problems with a Daktela system.",
    ),
}
