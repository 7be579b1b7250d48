<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="pl">
<context>
    <name>Activities</name>
    <message>
        <source>wybrane</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ActivityList</name>
    <message>
        <source>Ostatnie rozmowy, e-maile i czaty</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ActivityRow</name>
    <message>
        <source>wybrane – kliknij, aby cofnąć</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Ages</name>
    <message numerus="yes">
        <source>sprzed %n dni</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>sprzed %n godz.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>sprzed %n min</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>sprzed chwili</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Body</name>
    <message>
        <source>&amp;Kiedy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Opis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Wystąpienie</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cały czas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Czat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inny</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inny rodzaj problemu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ko&amp;go dotyczy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Po raz pierwszy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Połączenie przychodzące</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Połączenie wychodzące</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rod&amp;zaj problemu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rodzaj problemu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wiadomość e-mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Więcej niż raz</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wychodzące</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wystąpienie</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zrz&amp;uty ekranu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>chwila otwarcia zgłoszenia</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>czas rozmowy</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Canvas</name>
    <message>
        <source>Zrzut ekranu, na którym zakrywa się dane</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConcernCell</name>
    <message>
        <source>Całego zespołu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Imiona i nazwiska agentów, po przecinku</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Imiona i nazwiska, po przecinku</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Innych agentów</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kogo dotyczy problem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mnie</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CoverEditor</name>
    <message>
        <source>Anuluj</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Całość</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cofnij</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gotowe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pokaż całość</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pomniejsz</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Powiększ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Przeciągnij myszą po danych klienta albo: strzałki, spacja, strzałki, spacja.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Strzałki albo mysz przesuwają zakrycie, Delete je usuwa.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Strzałki zmieniają rozmiar, spacja kończy, Esc porzuca.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usuń zakrycie</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Zakryte miejsca: %n. Pod czarnym polem nic nie zostanie.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CrashGuard</name>
    <message>
        <source>Coś poszło nie tak w Dzwonku.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kopiuj szczegóły</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zapisane zgłoszenia i szkice są bezpieczne. Program działa dalej. Jeśli to się powtórzy, skopiuj szczegóły i przekaż je administratorowi.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Description</name>
    <message>
        <source>Co się stało? Np. połączenie zostało rozłączone w trakcie rozmowy z Klientem.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opis: co się stało</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EmergencyStrip</name>
    <message>
        <source>Kopiuj</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kopiuj telefon na nagły przypadek</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skopiowano</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>W nagłym przypadku dzwoń, całą dobę:</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FirstRun</name>
    <message>
        <source>Dzień dobry, tu Dzwonek</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gotowe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kilka pól i gotowe. Wszystko jest opcjonalne i da się zmienić w Ustawieniach.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Później</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Później, bez zapisywania</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zapisujemy…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Footer</name>
    <message>
        <source>Ctrl+Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Esc</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nic nie przepada: szkic zapisuje się na tym komputerze.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Później</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wyślij</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zapisuję zgłoszenie</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zapisuję…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ForeignAddress</name>
    <message>
        <source>Adres {host} nie kończy się na daktela.com. Czy na pewno jest dobry?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Popraw adres</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tak, to nasz system</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HelpWindow</name>
    <message>
        <source>Biuro otwarte do {time}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Biuro zamknięte – w nagłym przypadku dzwoń: {number} (całą dobę).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kopiuj adres {address}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kopiuj numer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pomoc i kontakt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skopiowano: {text}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>W nagłym przypadku dzwoń, całą dobę</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Z czym można pisać</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zeskanuj i zadzwoń</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Znów otwarte {day} o {time}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HotkeysPage</name>
    <message>
        <source>Działają w każdym programie.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Działają w każdym programie. Kliknij pole i naciśnij nowy skrót.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gdy pierwszy jest zajęty. Backspace usuwa.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Oznacz teraz, opisz później</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skrót</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skróty klawiszowe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ten skrót jest już tutaj użyty. Wybierz inny.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zapasowy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zgłoś problem</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KeyField</name>
    <message>
        <source>Naciśnij nowy skrót.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LanguagePage</name>
    <message>
        <source>Jak w systemie</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Język</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Język okien</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Treść zgłoszenia jest zawsze w języku wsparcia.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ListDesk</name>
    <message>
        <source>Zapisano {path}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MailPage</name>
    <message>
        <source>Adres nadawcy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bez (tylko ten komputer)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certyfikat urzędu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Działa: serwer przyjmie zgłoszenia. Niczego nie wysłano.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hasło</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Port</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Przez niego wychodzą zgłoszenia. Dane poda administrator.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Puste: bez zmian. Trzyma je systemowy schowek haseł.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Serwer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Serwer poczty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Użytkownik</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wybierz plik…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wypróbuj</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Własny certyfikat urzędu (plik PEM)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zabezpieczenie</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zwykle pusty. Dokłada się do certyfikatów systemu.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Łączymy się…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MyReports</name>
    <message>
        <source>Czekają</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kontynuuj</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lista zgłoszeń</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moje zgłoszenia</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nic tu nie ma. Gdy coś zgłosisz, zobaczysz tu, co się z tym dzieje.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nie zostanie wysłane i nie da się go odzyskać.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Przekazane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Serwer poczty już je ma. Zniknie tylko z tego komputera.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Szkice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usunąć {code}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usuń</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wiadomość e-mail (*.eml)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wszystkie</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wyślij teraz</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Z kłopotem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zapisz jako .eml</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zostaw</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>Dokończ teraz</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dokończysz go w „Moje zgłoszenia”. Kod: {code}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moje zgłoszenia</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opiszesz później w „Moje zgłoszenia”. Kod: {code}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Otwórz</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Oznaczono</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Przekazano na serwer poczty o {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skopiowano numer {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Szkic zachowany</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zapisano na tym komputerze</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zgłoszenie wymaga uwagi</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NumbersCell</name>
    <message>
        <source>&amp;Nasz numer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ad&amp;res klienta</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adres e-mail klienta</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Klien&amp;t</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Klient: nazwa, numer lub adres</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nasz numer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nume&amp;r klienta</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Numer telefonu klienta</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OwnReportPage</name>
    <message>
        <source>Przejdzie całą drogę, bez zrzutów, oznaczone TEST. Wsparcie go nie dostanie.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pójdzie na {address}. O wyniku powie powiadomienie.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wyślij do siebie</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zgłoszenie próbne do siebie</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PersonBar</name>
    <message>
        <source>Adres systemu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Imię i nazwisko</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Imię i nazwisko zgłaszającego</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wpisz imię i nazwisko</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wpisz inne imię i nazwisko…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zgłasza ktoś inny? Zmień</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zgłasza: {name}. Zmień</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>adres systemu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nikt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wczytuję…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wpisane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wybrane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>z tego szkicu</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PersonPage</name>
    <message>
        <source>Imię i nazwisko</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mój adres e-mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>O mnie</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tu wsparcie przyśle odpowiedź.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Używamy ich, gdy Daktela nie poda agenta.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PictureDesk</name>
    <message>
        <source>Zakryj dane klienta</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zgłoszenie pójdzie bez zrzutów ekranu.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PictureShelf</name>
    <message>
        <source>Mogą pokazywać dane klientów: zakryj to, co wsparciu zbędne.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message>
        <source>nie udało się odczytać</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PrivacyPage</name>
    <message>
        <source>Gdy nie ma systemowego schowka haseł. Plik chroni słabiej, ale bez klucza niczego tu nie zapiszemy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Klucz do zapisów może leżeć w pliku</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Klucz trzyma systemowy schowek haseł; powstaje przy pierwszym zapisie.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prywatność</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rób zrzuty ekranu do zgłoszeń</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Szkice i czekające zgłoszenia leżą na tym komputerze zaszyfrowane.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zawsze widać je przed wysłaniem: można je zakryć albo usunąć.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProblemSummary</name>
    <message>
        <source>Do uzupełnienia przed wysłaniem:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nie wysłano.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RecentPicker</name>
    <message>
        <source>Cofnięto wybór rozmowy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>O&amp;statnie</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pokaż mniej</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pokaż wszystkie</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ustawienia…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wypełniono z wybranej rozmowy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>brak ostatnich rozmów</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wczytuję ostatnie rozmowy…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>z Dakteli</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReportForm</name>
    <message>
        <source>Zgłoś problem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>czat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dziś</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>inny</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nieodebrane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>numer nieznany</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>połączenie przychodzące</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>połączenie wychodzące</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wczoraj</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wiadomość e-mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wpisane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>z Dakteli</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>z tego szkicu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>z ustawień</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>zapamiętane, {age}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReportLines</name>
    <message>
        <source>(bez opisu)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(treść teraz nieczytelna)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nie jest jeszcze zgłoszeniem. Dokończ je i wyślij.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Oznaczone, czeka na opis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Szkic</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>Przerwano.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Przerwij</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sprawdź sieć i wpisany adres.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ustalił administrator.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SettingsBase</name>
    <message>
        <source>Popraw zaznaczone pola, wtedy zapiszemy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ustawienia zapisano, hasła nie.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zapisano.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zmian jeszcze nie zapisano.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SettingsWindow</name>
    <message>
        <source>Daktela</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>O mnie</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Poczta</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prywatność</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skróty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Strony ustawień</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tu przyjdzie zgłoszenie próbne: wpisz adres.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ustawienia</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zamknij</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zamknij bez zapisywania</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zapisujemy…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zapisz</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SignInPage</name>
    <message>
        <source>Bez logowania</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bez tego nie można się zalogować.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dla kont logowanych przez Google lub Microsoft. Wklej go z Dakteli.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dzięki niemu Dzwonek zna agenta i jego ostatnie rozmowy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hasło</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Imię i numery wpiszesz w formularzu. Wszystko inne działa tak samo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Login</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Login i hasło</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Logowanie do Dakteli</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Logujemy…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Posłuży raz, do zalogowania. Nigdzie go nie zapisujemy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sposób</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Token dostępu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wylogowano. Token został usunięty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wylogowujemy…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wyloguj Dzwonka</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zalogowano jako {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zaloguj</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>Dzwonek czeka wtedy w zasobniku od początku pracy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gotowe: Dzwonek nie uruchomi się sam.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gotowe: Dzwonek uruchomi się razem z komputerem.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Uruchamiaj z komputerem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Uruchamianie</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>States</name>
    <message>
        <source>Następna próba: {time}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Przekazano na serwer poczty ({time})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Serwer poczty nie potwierdził odbioru</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ta sama wiadomość pójdzie jeszcze raz</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trwa przekazywanie na serwer poczty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zapisano na tym komputerze</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zaraz wyślemy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zgłoszenie wymaga uwagi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{day} o {time}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SystemPage</name>
    <message>
        <source>Adres systemu Daktela</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sprawdzamy…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sprawdź adres</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>System</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tak, pod adresem {host} odpowiada Daktela.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ten, który widać w przeglądarce podczas pracy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wpisz adres, na przykład twojanazwa.daktela.com.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Thumb</name>
    <message>
        <source>Cały ekran</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ekran {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kliknij, aby obejrzeć i zakryć dane klienta</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usuń</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usuń: {screen}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zakryty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{screen} · zakryty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{screen}: otwórz, aby obejrzeć lub zakryć</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message numerus="yes">
        <source>%n szkic(-e) do dokończenia</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n zgłoszenie(-a) czeka na wysłanie</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n zgłoszenie(-a) wymaga uwagi</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Zgłoś problem: {key}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TrayMenu</name>
    <message>
        <source>Moje zgłoszenia</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Oznacz teraz, opisz później</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pomoc i kontakt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Telefon awaryjny {number} – kopiuj</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ustawienia</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zakończ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zgłoś problem</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TryLine</name>
    <message>
        <source>Działa! Naciśnięto {key}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Naciśnij {key}, aby sprawdzić.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Żaden skrót teraz nie działa.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WhenCell</name>
    <message>
        <source>Kiedy to się stało</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to jeszcze przed nami – sprawdź datę i godzinę</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wpisane</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>Bezpieczne połączenie z serwerem poczty {host} zostało przerwane.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Brak adresu systemu.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Brak hasła do serwera poczty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Brak zrzutu ekranu: nie znaleziono ekranu.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Brak zrzutu ekranu: system go odmówił.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Brak zrzutu ekranu: to środowisko (Wayland) na niego nie pozwala.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Brak zrzutu ekranu: w systemie macOS nie jest jeszcze dostępny.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certyfikat serwera poczty {host} nie jest zaufany.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certyfikat {host} nie jest zaufany.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Czy chodziło o „{nearest}”?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Daktela chwilowo odmawia odpowiedzi.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Daktela odrzuciła login lub hasło.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dane wpisz ręcznie.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Działa profil domyślny.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Działa wartość domyślna.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Działają ustawienia domyślne. Plik zostawiono bez zmian.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dzwonek nie jest zalogowany do Dakteli.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dzwonek nie mógł się uruchomić: folder {folder} jest niedostępny.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hasło będzie pamiętane tylko do zamknięcia programu.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kanał „{channel}” nie jest jeszcze dostępny.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Klawisza {key} nie ma w tym układzie klawiatury.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Klucz do tych zgłoszeń jest teraz niedostępny.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Klucz do zapisanych zgłoszeń leży w pliku.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Monitor {monitor}: system oddał czarny obraz.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Można pisać dalej, dane wpisz ręcznie.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Na tym komputerze nie ma systemowego schowka haseł.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Na tym pulpicie nie ma zasobnika z ikonami.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Napisz w jednym zdaniu, co się stało.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nie ma takiego zgłoszenia.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nie można go tu zmienić.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nie podano adresu systemu Daktela.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nie podano serwera poczty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nie udało się odczytać ostatnich rozmów: brak uprawnień.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nie udało się otworzyć {address}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nie udało się połączyć z serwerem poczty {host}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nie udało się połączyć z {host}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nie udało się ustawić uruchamiania z komputerem.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nie udało się zapisać pliku {path}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nie zapisano: bez systemowego schowka haseł niczego tu nie zapisujemy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nie zapisano: dysk zgłosił błąd.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nie zapisano: na dysku nie ma miejsca.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nie zapisano: w tym folderze nie wolno zapisywać.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nie znaleziono serwera poczty {host}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nie został wysłany ani usunięty. Zgłoś problem ponownie.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nieznane ustawienie „{key}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nieznany profil wsparcia „{name}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Numery wpisz ręcznie.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Obowiązują do zamknięcia programu.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Obraz jest za duży.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Odblokuj go, a zgłoszenia ruszą same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Odblokuj systemowy schowek haseł, a zgłoszenia ruszą same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Odpowiedzi Dakteli nie udało się zrozumieć.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plik zgłoszenia jest uszkodzony.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plik {name} jest za duży (najwyżej {limit} MB).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pliku ustawień nie można odczytać (wiersz {line}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pliku {name} nie można odczytać.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Poczekaj chwilę.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Poczta bez szyfrowania działa tylko na tym komputerze.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pod adresem {host} nie odpowiada Daktela.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Podaj nazwę agenta.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Popraw adres nadawcy w Ustawieniach. Zgłoszenia czekają.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Popraw adres w Ustawieniach.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Popraw je w Ustawieniach. Zgłoszenia czekają.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Powiadom administratora.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Powiadom administratora. Formularz zostaje otwarty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Powiadom administratora. Niczego tam nie wysłano.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Powiadom administratora. Zgłoszenia czekają.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Przykład: Ctrl+Shift+F9.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Przykład: twojanazwa.daktela.com.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Serwer poczty nie potwierdził odbioru.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Serwer poczty nie przyjmuje adresata {address}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Serwer poczty nie przyjmuje nadawcy {address}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Serwer poczty odrzucił treść zgłoszenia ({reply}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Serwer poczty odrzucił użytkownika lub hasło.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Serwer poczty prosi, by spróbować później ({reply}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Serwer poczty {host} nie odpowiada na czas.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Serwer poczty {host} nie oferuje szyfrowania.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skrót globalny jest tu niedostępny.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skrót globalny nie działa w tym środowisku (Wayland).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skrót {key} jest zajęty przez inny program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skrót {key} jest zastrzeżony.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skróć go trochę.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spis zgłoszeń był uszkodzony i został odtworzony z plików.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sprawdź adres: to ten, który widać w przeglądarce podczas pracy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sprawdź pisownię. Przy logowaniu przez Google lub Microsoft użyj tokenu.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sprawdź sieć i nazwę serwera. Spróbujemy ponownie.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sprawdź sieć. Zgłoszenie można napisać i wysłać bez tego połączenia.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spróbuj ponownie, a gdy się powtórzy, powiadom administratora.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spróbujemy ponownie.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spróbujemy ponownie. Zgłoszenia czekają.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Systemowy schowek haseł jest zablokowany.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Systemowy schowek haseł nie odpowiada.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Systemowy schowek haseł nie przyjął tej wartości.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tak bywa przy zablokowanej sesji. Zgłoszenie można wysłać bez tego zrzutu.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tak ustawił administrator. Formularz zostaje otwarty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tekst jest za długi (najwyżej {limit} znaków).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ten pulpit nie pokazuje powiadomień.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ten serwer poczty nie przyjmuje już logowania hasłem.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To okno zastępuje ikonę dzwonka.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To słabsza ochrona niż systemowy schowek haseł.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To zgłoszenie jest właśnie wysyłane.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ustaw kanał „mail”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ustawienie „{key}” ma złą wartość.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ustawienie „{key}” ustalił administrator.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ustawień nie udało się zapisać.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Używa go system albo pisze się nim polskie litery. Wybierz inny.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>W Ustawieniach wybierz TLS albo STARTTLS.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>W ustawieniach systemu przypisz klawisz do polecenia „dzwonek --report”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wpisz go w Ustawieniach.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wpisz go w Ustawieniach. Zgłoszenia czekają na tym komputerze.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wpisz go, na przykład twojanazwa.daktela.com.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wpisz je w Ustawieniach. Zgłoszenia czekają.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wpisz, których agentów to dotyczy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wybierz inny skrót albo zamknij tamten program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wybierz inny skrót.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wybierz inną nazwę albo inny folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wybierz mniejszy obraz.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wybierz rodzaj problemu.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wyślemy tę samą wiadomość jeszcze raz.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zainstaluj nowszą wersję. Nic nie zostało usunięte.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zaloguj się w Ustawieniach albo wpisz dane ręcznie.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zapisanego zrzutu ekranu nie można odczytać.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zapisz je jako .eml albo zgłoś ponownie z mniejszą liczbą zrzutów.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zapisz je jako .eml i wyślij inną drogą albo zadzwoń.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zasad ustalonych przez administratora nie można odczytać.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zaznacz, jak często to się zdarza.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zgłoszenia czekają na wysłanie jak przedtem.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zgłoszenia zapisała tu nowsza wersja programu.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zgłoszenie jest za duże dla serwera poczty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zgłoszenie można wysłać bez zrzutu.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zgłoszenie otworzysz ikoną dzwonka.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zgłoszenie pójdzie bez tego zrzutu.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zgłoszenie pójdzie bez zrzutu.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zrzuty ekranu są wyłączone w ustawieniach.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zwolnij trochę miejsca i spróbuj ponownie. Formularz zostaje otwarty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} nie odpowiada na czas.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>„{address}” nie jest adresem e-mail.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>„{address}” nie jest adresem systemu.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>„{key}” nie jest skrótem klawiszowym.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
