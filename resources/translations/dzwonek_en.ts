<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="pl">
<context>
    <name>Activities</name>
    <message>
        <source>wybrane</source>
        <translation>chosen</translation>
    </message>
</context>
<context>
    <name>ActivityList</name>
    <message>
        <source>Ostatnie rozmowy, e-maile i czaty</source>
        <translation>Recent calls, emails and chats</translation>
    </message>
</context>
<context>
    <name>ActivityRow</name>
    <message>
        <source>wybrane – kliknij, aby cofnąć</source>
        <translation>chosen – click to undo</translation>
    </message>
</context>
<context>
    <name>AddingTile</name>
    <message>
        <source>Dodaj fragment tego, co jest teraz na ekranie</source>
        <translation>Add a chosen area of the screen as it is now</translation>
    </message>
    <message>
        <source>Dodaj obraz z pliku; można go też upuścić na to okno</source>
        <translation>Add a picture from a file; you can also drop one onto this window</translation>
    </message>
    <message>
        <source>Dodaj zrzut</source>
        <translation>Add screenshot</translation>
    </message>
    <message>
        <source>Dodaj zrzut tego, co jest teraz na ekranie</source>
        <translation>Add a screenshot of the screen as it is now</translation>
    </message>
    <message>
        <source>Wklej</source>
        <translation>Paste</translation>
    </message>
    <message>
        <source>Wklej obraz ze schowka</source>
        <translation>Paste a picture from the clipboard</translation>
    </message>
    <message>
        <source>Wybierz obszar</source>
        <translation>Choose area</translation>
    </message>
    <message>
        <source>Z pliku…</source>
        <translation>From file…</translation>
    </message>
</context>
<context>
    <name>Ages</name>
    <message numerus="yes">
        <source>sprzed %n dni</source>
        <translation>
            <numerusform>%n day ago</numerusform>
            <numerusform>%n days ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>sprzed %n godz.</source>
        <translation>
            <numerusform>%n h ago</numerusform>
            <numerusform>%n h ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>sprzed %n min</source>
        <translation>
            <numerusform>%n min ago</numerusform>
            <numerusform>%n min ago</numerusform>
        </translation>
    </message>
    <message>
        <source>sprzed chwili</source>
        <translation>a moment ago</translation>
    </message>
</context>
<context>
    <name>Body</name>
    <message>
        <source>&amp;Kiedy</source>
        <translation>&amp;When</translation>
    </message>
    <message>
        <source>&amp;Opis</source>
        <translation>&amp;Description</translation>
    </message>
    <message>
        <source>&amp;Wystąpienie</source>
        <translation>How o&amp;ften</translation>
    </message>
    <message>
        <source>Cały czas</source>
        <translation>All the time</translation>
    </message>
    <message>
        <source>Czat</source>
        <translation>Chat</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Email</translation>
    </message>
    <message>
        <source>Inny</source>
        <translation>Other</translation>
    </message>
    <message>
        <source>Inny rodzaj problemu</source>
        <translation>Another kind of problem</translation>
    </message>
    <message>
        <source>Ko&amp;go dotyczy</source>
        <translation>Who is &amp;affected</translation>
    </message>
    <message>
        <source>Po raz pierwszy</source>
        <translation>For the first time</translation>
    </message>
    <message>
        <source>Ponownie: {code}</source>
        <translation>Again: {code}</translation>
    </message>
    <message>
        <source>Ponownie: {code}, numer {ticket}</source>
        <translation>Again: {code}, number {ticket}</translation>
    </message>
    <message>
        <source>Połączenie przychodzące</source>
        <translation>Incoming call</translation>
    </message>
    <message>
        <source>Połączenie wychodzące</source>
        <translation>Outgoing call</translation>
    </message>
    <message>
        <source>Rod&amp;zaj problemu</source>
        <translation>&amp;Kind of problem</translation>
    </message>
    <message>
        <source>Rodzaj problemu</source>
        <translation>Kind of problem</translation>
    </message>
    <message>
        <source>Szcz&amp;egóły</source>
        <translation>D&amp;etails</translation>
    </message>
    <message>
        <source>To zgłoszenie mówi, że zdarzyło się ponownie.</source>
        <translation>This report says that it happened again.</translation>
    </message>
    <message>
        <source>Wiadomość e-mail</source>
        <translation>Email message</translation>
    </message>
    <message>
        <source>Więcej niż raz</source>
        <translation>More than once</translation>
    </message>
    <message>
        <source>Wychodzące</source>
        <translation>Outgoing call</translation>
    </message>
    <message>
        <source>Wystąpienie</source>
        <translation>How often</translation>
    </message>
    <message>
        <source>Zrz&amp;uty ekranu</source>
        <translation>&amp;Screenshots</translation>
    </message>
    <message>
        <source>chwila otwarcia zgłoszenia</source>
        <translation>when the report was opened</translation>
    </message>
    <message>
        <source>czas rozmowy</source>
        <translation>time of the conversation</translation>
    </message>
</context>
<context>
    <name>CalendarButton</name>
    <message>
        <source>Wybierz dzień z kalendarza</source>
        <translation>Choose a day from the calendar</translation>
    </message>
    <message>
        <source>Wybierz dzień z kalendarza (F4)</source>
        <translation>Choose a day from the calendar (F4)</translation>
    </message>
</context>
<context>
    <name>CalendarPopup</name>
    <message>
        <source>Dzień, w którym to się stało</source>
        <translation>The day on which it happened</translation>
    </message>
    <message>
        <source>Następny miesiąc</source>
        <translation>Next month</translation>
    </message>
    <message>
        <source>Poprzedni miesiąc</source>
        <translation>Previous month</translation>
    </message>
</context>
<context>
    <name>ConcernCell</name>
    <message>
        <source>&amp;Imiona i nazwiska, po przecinku</source>
        <translation>&amp;Names, separated by commas</translation>
    </message>
    <message>
        <source>Całego zespołu</source>
        <translation>The whole team</translation>
    </message>
    <message>
        <source>Imiona i nazwiska agentów, po przecinku</source>
        <translation>Names of the agents, separated by commas</translation>
    </message>
    <message>
        <source>Innych agentów</source>
        <translation>Other agents</translation>
    </message>
    <message>
        <source>Kogo dotyczy problem</source>
        <translation>Who is affected by the problem</translation>
    </message>
    <message>
        <source>Mnie</source>
        <translation>Me</translation>
    </message>
    <message>
        <source>Zapomniano: {name}</source>
        <translation>Forgotten: {name}</translation>
    </message>
    <message>
        <source>dotyczy całego zespołu</source>
        <translation>affects the whole team</translation>
    </message>
    <message>
        <source>dotyczy mnie</source>
        <translation>affects me</translation>
    </message>
    <message>
        <source>dotyczy: {names}</source>
        <translation>affects: {names}</translation>
    </message>
</context>
<context>
    <name>CopyButton</name>
    <message>
        <source>✓ Skopiowano</source>
        <translation>✓ Copied</translation>
    </message>
</context>
<context>
    <name>CoverEditor</name>
    <message>
        <source>Cofnij</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Gotowe</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>Narzędzie</source>
        <translation>Tool</translation>
    </message>
    <message>
        <source>Porzuć zmiany</source>
        <translation>Discard changes</translation>
    </message>
    <message>
        <source>Przeciągnij myszą po danych klienta albo: strzałki, spacja, strzałki, spacja.</source>
        <translation>Drag the mouse over the customer’s data, or use: arrows, Space, arrows, Space.</translation>
    </message>
    <message>
        <source>Przeciągnij myszą po tym, co ma zostać, albo: strzałki, spacja, strzałki, spacja.</source>
        <translation>Drag the mouse over what is to stay, or use: arrows, Space, arrows, Space.</translation>
    </message>
    <message>
        <source>Przeciągnij myszą wokół tego, co ważne, albo: strzałki, spacja, strzałki, spacja.</source>
        <translation>Drag the mouse around what matters, or use: arrows, Space, arrows, Space.</translation>
    </message>
    <message>
        <source>Przytnij</source>
        <translation>Crop</translation>
    </message>
    <message numerus="yes">
        <source>Ramki: %n. Niczego nie zakrywają.</source>
        <translation>
            <numerusform>%n frame. It covers nothing.</numerusform>
            <numerusform>%n frames. They cover nothing.</numerusform>
        </translation>
    </message>
    <message>
        <source>Strzałki albo mysz przesuwają ramkę, Delete ją usuwa.</source>
        <translation>Arrows or the mouse move the frame, Delete removes it.</translation>
    </message>
    <message>
        <source>Strzałki albo mysz przesuwają wycinek, Delete przywraca całość.</source>
        <translation>Arrows or the mouse move the crop, Delete brings back the whole picture.</translation>
    </message>
    <message>
        <source>Strzałki albo mysz przesuwają zakrycie, Delete je usuwa.</source>
        <translation>Arrows or the mouse move the cover, Delete removes it.</translation>
    </message>
    <message>
        <source>Strzałki zmieniają rozmiar, spacja kończy, Esc porzuca.</source>
        <translation>Arrows change the size, Space finishes, Esc discards.</translation>
    </message>
    <message>
        <source>Usuń</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>Z tego, co poza wycinkiem, nic nie zostanie.</source>
        <translation>Nothing is left of what is outside the crop.</translation>
    </message>
    <message>
        <source>Zakryj</source>
        <translation>Cover</translation>
    </message>
    <message numerus="yes">
        <source>Zakryte miejsca: %n. Pod czarnym polem nic nie zostanie.</source>
        <translation>
            <numerusform>%n place covered. Nothing is left under the black.</numerusform>
            <numerusform>%n places covered. Nothing is left under the black.</numerusform>
        </translation>
    </message>
    <message>
        <source>Zaznacz ramką</source>
        <translation>Mark with a frame</translation>
    </message>
    <message>
        <source>Zrzut ekranu, na którym zakrywa się dane</source>
        <translation>Screenshot on which data are covered</translation>
    </message>
</context>
<context>
    <name>CrashGuard</name>
    <message>
        <source>Coś poszło nie tak w Dzwonku.</source>
        <translation>Something went wrong in Dzwonek.</translation>
    </message>
    <message>
        <source>Kopiuj szczegóły</source>
        <translation>Copy details</translation>
    </message>
    <message>
        <source>Program działa dalej. W otwartym formularzu sprawdź na dole, czy szkic się zapisuje. Jeśli to się powtórzy, skopiuj szczegóły i przekaż je administratorowi.</source>
        <translation>The program keeps working. In the open form, check at the bottom whether the draft is being saved. If this happens again, copy the details and pass them to your administrator.</translation>
    </message>
</context>
<context>
    <name>Description</name>
    <message>
        <source>Co się stało na czacie? Np. wiadomości klienta nie dochodziły.</source>
        <translation>What happened in the chat? E.g. the customer’s messages did not arrive.</translation>
    </message>
    <message>
        <source>Co się stało z e-mailem? Np. nie dotarł, nie wyszedł, zginął załącznik.</source>
        <translation>What happened to the email? E.g. it did not arrive, did not go out, the attachment got lost.</translation>
    </message>
    <message>
        <source>Co się stało? Co chcesz zrobić i co wtedy widzisz na ekranie?</source>
        <translation>What happened? What do you want to do, and what do you see on the screen then?</translation>
    </message>
    <message>
        <source>Co się stało? Kto kogo nie słyszał, czy rozłączyło, czy było echo. Czy na innej linii lub urządzeniu jest tak samo?</source>
        <translation>What happened? Who could not hear whom, was the call cut off, was there an echo. Is it the same on another line or device?</translation>
    </message>
    <message>
        <source>Co się stało? Np. połączenie zostało rozłączone w trakcie rozmowy z Klientem.</source>
        <translation>What happened? E.g. the call was cut off while I was talking to the customer.</translation>
    </message>
    <message>
        <source>Opis: co się stało</source>
        <translation>Description: what happened</translation>
    </message>
</context>
<context>
    <name>DetailsCell</name>
    <message>
        <source>Zmień</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>Zmień szczegóły: {details}</source>
        <translation>Change details: {details}</translation>
    </message>
    <message>
        <source>bez numeru klienta</source>
        <translation>without the customer’s number</translation>
    </message>
</context>
<context>
    <name>EmergencyStrip</name>
    <message>
        <source>Kopiuj</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>Kopiuj telefon na nagły przypadek</source>
        <translation>Copy the telephone number for emergencies</translation>
    </message>
    <message>
        <source>Podaj kod: {code}</source>
        <translation>Give the code: {code}</translation>
    </message>
    <message>
        <source>Skopiowano</source>
        <translation>Copied</translation>
    </message>
    <message>
        <source>W nagłym przypadku dzwoń, całą dobę:</source>
        <translation>In an emergency, call at any time:</translation>
    </message>
    <message>
        <source>Zadzwoń teraz:</source>
        <translation>Call now:</translation>
    </message>
</context>
<context>
    <name>Ending</name>
    <message>
        <source>Dzwonek zapisuje rozpoczęte zgłoszenie.</source>
        <translation>Dzwonek is saving the report you began.</translation>
    </message>
</context>
<context>
    <name>FirstRun</name>
    <message>
        <source>Dzień dobry, tu Dzwonek</source>
        <translation>Hello, this is Dzwonek</translation>
    </message>
    <message>
        <source>Gotowe</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>Kilka pól i gotowe. Wszystko jest opcjonalne i da się zmienić w Ustawieniach.</source>
        <translation>A few fields and you are done. Everything is optional and can be changed in Settings.</translation>
    </message>
    <message>
        <source>Przez niego wychodzą zgłoszenia. Dane poda administrator.</source>
        <translation>Reports go out through it. Your administrator has the details.</translation>
    </message>
    <message>
        <source>Później</source>
        <translation>Later</translation>
    </message>
    <message>
        <source>Później, bez zapisywania</source>
        <translation>Later, without saving</translation>
    </message>
    <message>
        <source>Wpisz dane serwera</source>
        <translation>Enter the server’s details</translation>
    </message>
    <message>
        <source>Zapisujemy…</source>
        <translation>Saving…</translation>
    </message>
    <message>
        <source>Zgłoszenia wyjdą przez {host}.</source>
        <translation>Reports will go out through {host}.</translation>
    </message>
</context>
<context>
    <name>Footer</name>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Enter</translation>
    </message>
    <message>
        <source>Ctrl+P</source>
        <translation>Ctrl+P</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Podgląd</source>
        <translation>Preview</translation>
    </message>
    <message>
        <source>Później</source>
        <translation>Later</translation>
    </message>
    <message>
        <source>Szkic się nie zapisuje: nie zamykaj okna.</source>
        <translation>The draft is not being saved: do not close the window.</translation>
    </message>
    <message>
        <source>Szkic zapisuje się na tym komputerze.</source>
        <translation>The draft is saved on this computer.</translation>
    </message>
    <message>
        <source>Wyślij</source>
        <translation>Send</translation>
    </message>
    <message>
        <source>Zapisujemy zgłoszenie</source>
        <translation>Saving the report</translation>
    </message>
    <message>
        <source>Zapisujemy…</source>
        <translation>Saving…</translation>
    </message>
</context>
<context>
    <name>ForeignAddress</name>
    <message>
        <source>Adres {host} nie kończy się na daktela.com. Czy jest właściwy?</source>
        <translation>The address {host} does not end in daktela.com. Are you sure it is right?</translation>
    </message>
    <message>
        <source>Popraw adres</source>
        <translation>Correct the address</translation>
    </message>
    <message>
        <source>Tak, to nasz system</source>
        <translation>Yes, this is our system</translation>
    </message>
</context>
<context>
    <name>FullPicture</name>
    <message>
        <source>Wróć do podglądu</source>
        <translation>Back to the preview</translation>
    </message>
</context>
<context>
    <name>HelpWindow</name>
    <message>
        <source>Biuro otwarte do {time}.</source>
        <translation>The office is open until {time}.</translation>
    </message>
    <message>
        <source>Biuro zamknięte – w nagłym przypadku dzwoń: {number} (całą dobę).</source>
        <translation>The office is closed – in an emergency, call {number} (at any time).</translation>
    </message>
    <message>
        <source>Dziś święto, biuro zamknięte – w nagłym przypadku dzwoń: {number} (całą dobę).</source>
        <translation>Today is a holiday, the office is closed – in an emergency, call {number} (at any time).</translation>
    </message>
    <message>
        <source>Kopiuj adres {address}</source>
        <translation>Copy the address {address}</translation>
    </message>
    <message>
        <source>Kopiuj numer</source>
        <translation>Copy the number</translation>
    </message>
    <message>
        <source>Najbliższe święta, biuro nieczynne: {days}.</source>
        <translation>Coming holidays, the office is closed: {days}.</translation>
    </message>
    <message>
        <source>Napisz</source>
        <translation>Write</translation>
    </message>
    <message>
        <source>Otwórz w przeglądarce</source>
        <translation>Open in browser</translation>
    </message>
    <message>
        <source>Pomoc i kontakt</source>
        <translation>Help and contact</translation>
    </message>
    <message>
        <source>Spis treści</source>
        <translation>Contents</translation>
    </message>
    <message>
        <source>W nagłym przypadku dzwoń, całą dobę</source>
        <translation>In an emergency, call at any time</translation>
    </message>
    <message>
        <source>Wszystko trafia na {email}.</source>
        <translation>Everything goes to {email}.</translation>
    </message>
    <message>
        <source>Z czym można pisać</source>
        <translation>What you can write about</translation>
    </message>
    <message>
        <source>Zadzwoń</source>
        <translation>Call</translation>
    </message>
    <message>
        <source>Zadzwoń: {number}</source>
        <translation>Call: {number}</translation>
    </message>
    <message>
        <source>Zeskanuj i zadzwoń</source>
        <translation>Scan and call</translation>
    </message>
    <message>
        <source>Zgłoś problem</source>
        <translation>Report a problem</translation>
    </message>
    <message>
        <source>Znów otwarte: {day} o {time}.</source>
        <translation>Open again: {day} at {time}.</translation>
    </message>
    <message>
        <source>dziś</source>
        <translation>today</translation>
    </message>
    <message>
        <source>jutro</source>
        <translation>tomorrow</translation>
    </message>
</context>
<context>
    <name>HotkeysPage</name>
    <message>
        <source>Działają w każdym programie.</source>
        <translation>They work in every program.</translation>
    </message>
    <message>
        <source>Działają w każdym programie. Kliknij pole i naciśnij nowy skrót.</source>
        <translation>They work in every program. Click a field and press the new shortcut.</translation>
    </message>
    <message>
        <source>Gdy pierwszy jest zajęty. Backspace usuwa.</source>
        <translation>For when the first one is taken. Backspace removes it.</translation>
    </message>
    <message>
        <source>Oznacz teraz, opisz później</source>
        <translation>Flag now, describe later</translation>
    </message>
    <message>
        <source>Skrót</source>
        <translation>Shortcut</translation>
    </message>
    <message>
        <source>Skróty klawiszowe</source>
        <translation>Keyboard shortcuts</translation>
    </message>
    <message>
        <source>Ten skrót jest już tutaj użyty. Wybierz inny.</source>
        <translation>This shortcut is already used here. Choose another one.</translation>
    </message>
    <message>
        <source>Zapasowy</source>
        <translation>Spare</translation>
    </message>
    <message>
        <source>Zgłoś problem</source>
        <translation>Report a problem</translation>
    </message>
</context>
<context>
    <name>KeyField</name>
    <message>
        <source>Naciśnij nowy skrót.</source>
        <translation>Press the new shortcut.</translation>
    </message>
</context>
<context>
    <name>KnownNames</name>
    <message>
        <source>Zapomnij na tym komputerze: {name}</source>
        <translation>Forget on this computer: {name}</translation>
    </message>
</context>
<context>
    <name>LanguagePage</name>
    <message>
        <source>Jak w systemie</source>
        <translation>Same as the system</translation>
    </message>
    <message>
        <source>Język</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>Język okien</source>
        <translation>Language of the windows</translation>
    </message>
    <message>
        <source>Treść zgłoszenia jest zawsze w języku wsparcia.</source>
        <translation>The text of a report is always in the support team’s language.</translation>
    </message>
</context>
<context>
    <name>ListDesk</name>
    <message>
        <source>Jeszcze nie teraz. Następna próba: {time}.</source>
        <translation>Not yet. Next attempt: {time}.</translation>
    </message>
    <message>
        <source>Nowe zgłoszenie {code}: dopisz, co się stało tym razem.</source>
        <translation>New report {code}: add what happened this time.</translation>
    </message>
    <message>
        <source>Skopiowano treść zgłoszenia. Zdjęć tam nie ma.</source>
        <translation>The report’s text is copied, without the pictures.</translation>
    </message>
    <message>
        <source>Skopiowano: {words}.</source>
        <translation>Copied: {words}.</translation>
    </message>
    <message>
        <source>Usunięto numer od wsparcia.</source>
        <translation>Support’s ticket number was removed.</translation>
    </message>
    <message>
        <source>Zapisano jako nowe zgłoszenie {code}. Wkrótce zostanie wysłane.</source>
        <translation>Saved as the new report {code}. It will be sent soon.</translation>
    </message>
    <message>
        <source>Zapisano numer {ticket}.</source>
        <translation>Saved the number {ticket}.</translation>
    </message>
    <message>
        <source>Zapisano {path}.</source>
        <translation>Saved {path}.</translation>
    </message>
    <message>
        <source>Zapisano: dotarło inną drogą. Stąd już nie zostanie wysłane.</source>
        <translation>Saved: it arrived another way. It will no longer be sent from here.</translation>
    </message>
</context>
<context>
    <name>ListSearch</name>
    <message>
        <source>Nic nie znaleziono</source>
        <translation>Nothing found</translation>
    </message>
    <message>
        <source>Szukaj w zgłoszeniach</source>
        <translation>Search the reports</translation>
    </message>
    <message>
        <source>Szukaj: słowo, numer telefonu, osoba, kod</source>
        <translation>Search: word, telephone number, person, code</translation>
    </message>
    <message numerus="yes">
        <source>Znaleziono: %n</source>
        <translation>
            <numerusform>Found: %n</numerusform>
            <numerusform>Found: %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LongText</name>
    <message>
        <source>Wklejono tylko początek: zmieści się najwyżej {limit} znaków.</source>
        <translation>Only the beginning was pasted: there is room for {limit} characters at most.</translation>
    </message>
</context>
<context>
    <name>MailPage</name>
    <message>
        <source>Adres nadawcy</source>
        <translation>Sender address</translation>
    </message>
    <message>
        <source>Bez (tylko ten komputer)</source>
        <translation>None (this computer only)</translation>
    </message>
    <message>
        <source>Certyfikat urzędu certyfikacji (CA)</source>
        <translation>Certificate of a certification authority (CA)</translation>
    </message>
    <message>
        <source>Działa: serwer przyjmie zgłoszenia. Niczego nie wysłano.</source>
        <translation>It works: the server will take reports. Nothing was sent.</translation>
    </message>
    <message>
        <source>Hasło</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>Przez niego wychodzą zgłoszenia. Dane poda administrator.</source>
        <translation>Reports go out through it. Your administrator has the details.</translation>
    </message>
    <message>
        <source>Puste: bez zmian. Trzyma je systemowy magazyn haseł.</source>
        <translation>Empty: no change. The system’s password store keeps it.</translation>
    </message>
    <message>
        <source>Serwer</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Serwer poczty</source>
        <translation>Mail server</translation>
    </message>
    <message>
        <source>Trzyma je systemowy magazyn haseł.</source>
        <translation>The system’s password store keeps it.</translation>
    </message>
    <message>
        <source>Użytkownik</source>
        <translation>User name</translation>
    </message>
    <message>
        <source>Wybierz plik…</source>
        <translation>Choose a file…</translation>
    </message>
    <message>
        <source>Wypróbuj</source>
        <translation>Try it</translation>
    </message>
    <message>
        <source>Własny certyfikat urzędu certyfikacji (CA), plik PEM</source>
        <translation>Your own certification authority (CA) certificate, PEM file</translation>
    </message>
    <message>
        <source>Zabezpieczenie</source>
        <translation>Security</translation>
    </message>
    <message>
        <source>Zwykle pusty. Dokłada się do certyfikatów systemu.</source>
        <translation>Usually empty. Adds to the system’s certificates.</translation>
    </message>
    <message>
        <source>Łączymy się…</source>
        <translation>Connecting…</translation>
    </message>
</context>
<context>
    <name>MatterForm</name>
    <message>
        <source>Adres e-mail</source>
        <translation>Email address</translation>
    </message>
    <message>
        <source>Adres systemu</source>
        <translation>System address</translation>
    </message>
    <message>
        <source>Liczba licencji (nieobowiązkowo)</source>
        <translation>Number of licences (optional)</translation>
    </message>
    <message>
        <source>Na ten adres przyjdzie odpowiedź.</source>
        <translation>The answer will come to this address.</translation>
    </message>
    <message>
        <source>Napisz do wsparcia</source>
        <translation>Write to support</translation>
    </message>
    <message>
        <source>Nazwa agenta</source>
        <translation>Agent’s name</translation>
    </message>
    <message>
        <source>Treść</source>
        <translation>Text</translation>
    </message>
</context>
<context>
    <name>MomentEdit</name>
    <message>
        <source>Kiedy to się stało</source>
        <translation>When it happened</translation>
    </message>
    <message>
        <source>Np. dziś o 13:55, wczoraj 9:10, 10 minut temu</source>
        <translation>E.g. today at 13:55, yesterday 9:10, 10 minutes ago</translation>
    </message>
</context>
<context>
    <name>MyReports</name>
    <message>
        <source>Czekają</source>
        <translation>Waiting</translation>
    </message>
    <message>
        <source>Czy zgłoszenie {code} dotarło do wsparcia inną drogą?</source>
        <translation>Has the report {code} reached support another way?</translation>
    </message>
    <message>
        <source>Dostanie nowy kod i pójdzie jako osobna wiadomość, a dotychczasowe już nie. Jeśli tamto jednak dotarło, wsparcie będzie miało oba.</source>
        <translation>It will get a new code and go as a separate message; the earlier one will not go any more. If that one did arrive after all, support will have both.</translation>
    </message>
    <message>
        <source>Dostanie nowy kod i pójdzie jako osobna wiadomość. Wsparcie może mieć wtedy oba.</source>
        <translation>It will get a new code and go as a separate message. Support may then have both.</translation>
    </message>
    <message>
        <source>Dotarło inną drogą</source>
        <translation>Arrived another way</translation>
    </message>
    <message>
        <source>Jeszcze nie</source>
        <translation>Not yet</translation>
    </message>
    <message>
        <source>Lista zgłoszeń</source>
        <translation>List of reports</translation>
    </message>
    <message>
        <source>Moje zgłoszenia</source>
        <translation>My reports</translation>
    </message>
    <message>
        <source>Nic nie pasuje w tej grupie. Zajrzyj do „Wszystkie”.</source>
        <translation>Nothing matches in this group. Look in “All”.</translation>
    </message>
    <message>
        <source>Nic nie pasuje. Szukamy początku opisu, numerów, osób, kodu i numeru od wsparcia.</source>
        <translation>Nothing matches. We search the beginning of the description, numbers, people, the code and support’s ticket number.</translation>
    </message>
    <message>
        <source>Nic tu nie ma. Gdy coś zgłosisz, zobaczysz tu, co się z tym dzieje.</source>
        <translation>Nothing here. When you report something, you will see here what becomes of it.</translation>
    </message>
    <message>
        <source>Nie zostanie wysłane i nie da się go odzyskać.</source>
        <translation>It will not be sent and cannot be recovered.</translation>
    </message>
    <message>
        <source>Przekazane</source>
        <translation>Handed over</translation>
    </message>
    <message>
        <source>Serwer poczty już je ma. Zniknie tylko z tego komputera.</source>
        <translation>The mail server already has it. It will only disappear from this computer.</translation>
    </message>
    <message>
        <source>Szkice</source>
        <translation>Drafts</translation>
    </message>
    <message>
        <source>Tak, dotarło</source>
        <translation>Yes, it arrived</translation>
    </message>
    <message>
        <source>Ten komputer już go wtedy nie wyśle. Zostanie na liście jako przekazane.</source>
        <translation>This computer will then no longer send it. It will stay on the list as handed over.</translation>
    </message>
    <message>
        <source>Usunąć „{words}”, {when} ({code})?</source>
        <translation>Delete “{words}”, {when} ({code})?</translation>
    </message>
    <message>
        <source>Usuń</source>
        <translation>Delete</translation>
    </message>
    <message>
        <source>W tej grupie nic nie ma.</source>
        <translation>Nothing in this group.</translation>
    </message>
    <message>
        <source>Wiadomość e-mail (*.eml)</source>
        <translation>Email message (*.eml)</translation>
    </message>
    <message>
        <source>Wszystkie</source>
        <translation>All</translation>
    </message>
    <message>
        <source>Wymagają uwagi</source>
        <translation>Need attention</translation>
    </message>
    <message>
        <source>Wysłać zgłoszenie {code} ponownie jako nowe?</source>
        <translation>Send the report {code} again as a new one?</translation>
    </message>
    <message>
        <source>Wyślij jako nowe</source>
        <translation>Send as new</translation>
    </message>
    <message>
        <source>Wyślij ponownie jako nowe</source>
        <translation>Send again as new</translation>
    </message>
    <message>
        <source>Zapisz jako .eml</source>
        <translation>Save as .eml</translation>
    </message>
    <message>
        <source>Zniknie tylko z tego komputera.</source>
        <translation>It will only disappear from this computer.</translation>
    </message>
    <message>
        <source>Zostaw</source>
        <translation>Keep</translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>Czekają w oknie „Moje zgłoszenia”.</source>
        <translation>They are waiting in “My reports”.</translation>
    </message>
    <message>
        <source>Czy dotarło, pokaże odpowiedź wsparcia.</source>
        <translation>Support’s answer will show whether it arrived.</translation>
    </message>
    <message>
        <source>Dlaczego, widać w oknie „Moje zgłoszenia”.</source>
        <translation>“My reports” shows why.</translation>
    </message>
    <message>
        <source>Dokończ</source>
        <translation>Finish</translation>
    </message>
    <message>
        <source>Dokończysz go w oknie „Moje zgłoszenia”. Kod: {code}.</source>
        <translation>Finish it in “My reports”. Code: {code}.</translation>
    </message>
    <message>
        <source>Kliknij, aby go zachować.</source>
        <translation>Click to keep it.</translation>
    </message>
    <message>
        <source>Kliknij, aby je dokończyć ({when}, {code}).</source>
        <translation>Click to finish it ({when}, {code}).</translation>
    </message>
    <message>
        <source>Kliknij, aby ją opisać ({when}, {code}).</source>
        <translation>Click to describe it ({when}, {code}).</translation>
    </message>
    <message numerus="yes">
        <source>Masz niedokończone zgłoszenia: %n</source>
        <translation>
            <numerusform>You have %n unfinished report</numerusform>
            <numerusform>You have %n unfinished reports</numerusform>
        </translation>
    </message>
    <message>
        <source>Masz niedokończone zgłoszenie</source>
        <translation>You have an unfinished report</translation>
    </message>
    <message>
        <source>Moje zgłoszenia</source>
        <translation>My reports</translation>
    </message>
    <message>
        <source>Nic nie wpisano, więc szkic i zrzuty za chwilę usuniemy.</source>
        <translation>Nothing was typed in, so the draft and the screenshots will be deleted in a moment.</translation>
    </message>
    <message>
        <source>Nic nie wpisano, więc szkic za chwilę usuniemy.</source>
        <translation>Nothing was typed in, so the draft will be deleted in a moment.</translation>
    </message>
    <message>
        <source>Od {day} usuniemy stare treści</source>
        <translation>Old contents will be deleted from {day}</translation>
    </message>
    <message>
        <source>Opiszesz później w oknie „Moje zgłoszenia”. Kod: {code}.</source>
        <translation>Describe it later in “My reports”. Code: {code}.</translation>
    </message>
    <message>
        <source>Otwórz</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Oznaczona chwila czeka na opis</source>
        <translation>A flagged moment is waiting for a description</translation>
    </message>
    <message numerus="yes">
        <source>Oznaczone chwile czekają na opis: %n</source>
        <translation>
            <numerusform>%n flagged moment is waiting for a description</numerusform>
            <numerusform>%n flagged moments are waiting for a description</numerusform>
        </translation>
    </message>
    <message>
        <source>Oznaczono</source>
        <translation>Flagged</translation>
    </message>
    <message>
        <source>Oznaczono jako wysłane z programu pocztowego o {time}</source>
        <translation>Marked as sent from the mail program at {time}</translation>
    </message>
    <message>
        <source>Oznaczono jako wysłane z telefonu o {time}</source>
        <translation>Marked as sent from the phone at {time}</translation>
    </message>
    <message>
        <source>Przekazano na serwer poczty o {time}</source>
        <translation>Handed over to the mail server at {time}</translation>
    </message>
    <message>
        <source>Puste zgłoszenie zamknięte</source>
        <translation>Empty report closed</translation>
    </message>
    <message>
        <source>Skopiowano numer {number}</source>
        <translation>Copied the number {number}</translation>
    </message>
    <message>
        <source>Szkic zachowany</source>
        <translation>Draft kept</translation>
    </message>
    <message>
        <source>Zachowaj szkic</source>
        <translation>Keep the draft</translation>
    </message>
    <message>
        <source>Zamiast niego działa {key}.</source>
        <translation>{key} works instead.</translation>
    </message>
    <message>
        <source>Zapisano na tym komputerze</source>
        <translation>Saved on this computer</translation>
    </message>
    <message>
        <source>Zapisz je jako .eml albo skopiuj treść i przekaż inaczej.</source>
        <translation>Save it as .eml, or copy the text and pass it on in another way.</translation>
    </message>
    <message>
        <source>Zgłoszenie czeka już ponad 3 dni</source>
        <translation>A report has been waiting for more than 3 days</translation>
    </message>
    <message>
        <source>Zgłoszenie czeka już ponad dobę</source>
        <translation>A report has been waiting for more than a day</translation>
    </message>
    <message>
        <source>Zgłoszenie wymaga uwagi</source>
        <translation>A report needs attention</translation>
    </message>
    <message numerus="yes">
        <source>niewysłane zgłoszenia: %n</source>
        <translation>
            <numerusform>%n unsent report</numerusform>
            <numerusform>%n unsent reports</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>szkice: %n</source>
        <translation>
            <numerusform>%n draft</numerusform>
            <numerusform>%n drafts</numerusform>
        </translation>
    </message>
    <message>
        <source>{what}. Wyślij, dokończ albo zapisz jako .eml.</source>
        <translation>{what}. Send, finish or save as .eml.</translation>
    </message>
</context>
<context>
    <name>NumbersCell</name>
    <message>
        <source>&amp;Nasz numer</source>
        <translation>&amp;Our number</translation>
    </message>
    <message>
        <source>Ad&amp;res klienta</source>
        <translation>&amp;Customer’s address</translation>
    </message>
    <message>
        <source>Adres e-mail klienta</source>
        <translation>Customer’s email address</translation>
    </message>
    <message>
        <source>Klien&amp;t</source>
        <translation>&amp;Customer</translation>
    </message>
    <message>
        <source>Klient: nazwa, numer lub adres</source>
        <translation>Customer: name, number or address</translation>
    </message>
    <message>
        <source>Nasz numer</source>
        <translation>Our number</translation>
    </message>
    <message>
        <source>Nume&amp;r klienta</source>
        <translation>&amp;Customer’s number</translation>
    </message>
    <message>
        <source>Numer telefonu klienta</source>
        <translation>Customer’s telephone number</translation>
    </message>
</context>
<context>
    <name>OwnReportPage</name>
    <message>
        <source>Przejdzie całą drogę, bez zrzutów, oznaczone TEST. Wsparcie go nie dostanie.</source>
        <translation>It goes the whole way, without screenshots, marked TEST. Support will not get it.</translation>
    </message>
    <message>
        <source>Pójdzie na {address}. O wyniku powie powiadomienie.</source>
        <translation>It will go to {address}. A notification will tell you the result.</translation>
    </message>
    <message>
        <source>Serwer poczty przyjął zgłoszenie próbne. Sprawdź skrzynkę {address}.</source>
        <translation>The mail server took the test report. Check the mailbox {address}.</translation>
    </message>
    <message>
        <source>Wyślij do siebie</source>
        <translation>Send to yourself</translation>
    </message>
    <message>
        <source>Zapisano na tym komputerze. Teraz idzie na {address}.</source>
        <translation>Saved on this computer. Now it is going to {address}.</translation>
    </message>
    <message>
        <source>Zgłoszenie próbne do siebie</source>
        <translation>Test report to yourself</translation>
    </message>
</context>
<context>
    <name>PersonBar</name>
    <message>
        <source>Imię i nazwisko</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Imię i nazwisko zgłaszającego</source>
        <translation>Name of the person reporting</translation>
    </message>
    <message>
        <source>Wpisz imię i nazwisko</source>
        <translation>Enter your name</translation>
    </message>
    <message>
        <source>Wpisz inne imię i nazwisko…</source>
        <translation>Enter another name…</translation>
    </message>
    <message>
        <source>Zapomnij na tym komputerze</source>
        <translation>Forget on this computer</translation>
    </message>
    <message>
        <source>Zgłasza ktoś inny? Zmień</source>
        <translation>Is someone else reporting? Change</translation>
    </message>
    <message>
        <source>Zgłasza: {name}. Zmień</source>
        <translation>Reported by: {name}. Change</translation>
    </message>
    <message>
        <source>nikt</source>
        <translation>nobody</translation>
    </message>
    <message>
        <source>wczytujemy…</source>
        <translation>loading…</translation>
    </message>
    <message>
        <source>wpisane</source>
        <translation>typed in</translation>
    </message>
    <message>
        <source>wybrane</source>
        <translation>chosen</translation>
    </message>
    <message>
        <source>z tego szkicu</source>
        <translation>from this draft</translation>
    </message>
</context>
<context>
    <name>PersonPage</name>
    <message>
        <source>Imię i nazwisko</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Mój adres e-mail</source>
        <translation>My email address</translation>
    </message>
    <message>
        <source>O mnie</source>
        <translation>About me</translation>
    </message>
    <message>
        <source>Tu wsparcie przyśle odpowiedź.</source>
        <translation>Support will send its answer here.</translation>
    </message>
    <message>
        <source>Używamy ich, gdy Daktela nie poda agenta.</source>
        <translation>Used when Daktela does not name the agent.</translation>
    </message>
</context>
<context>
    <name>PictureDesk</name>
    <message>
        <source>Zakryj dane klienta</source>
        <translation>Cover the customer’s data</translation>
    </message>
    <message>
        <source>Zgłoszenie pójdzie bez zrzutów ekranu.</source>
        <translation>The report will go without screenshots.</translation>
    </message>
</context>
<context>
    <name>PictureShelf</name>
    <message numerus="yes">
        <source>Dodano obrazy: %n.</source>
        <translation>
            <numerusform>%n picture added.</numerusform>
            <numerusform>%n pictures added.</numerusform>
        </translation>
    </message>
    <message>
        <source>Mogą pokazywać dane klientów: zakryj to, czego wsparcie nie potrzebuje.</source>
        <translation>They may show customers’ data: cover what support does not need.</translation>
    </message>
    <message>
        <source>Zapisane jako JPEG (każdy ponad 3 MB): {names}.</source>
        <translation>As JPEG, because larger than 3 MB: {names}.</translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message>
        <source>nie udało się odczytać</source>
        <translation>could not be read</translation>
    </message>
</context>
<context>
    <name>PreviewWindow</name>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Enter</translation>
    </message>
    <message>
        <source>Do</source>
        <translation>To</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Gdyby serwer poczty tyle nie przyjął, zmniejszymy zdjęcia.</source>
        <translation>If the mail server does not take that much, we will make the pictures smaller.</translation>
    </message>
    <message>
        <source>Od</source>
        <translation>From</translation>
    </message>
    <message>
        <source>Odpowiedź na</source>
        <translation>Reply to</translation>
    </message>
    <message>
        <source>Plik zgloszenie.json</source>
        <translation>File zgloszenie.json</translation>
    </message>
    <message>
        <source>Podgląd zgłoszenia</source>
        <translation>Preview of the report</translation>
    </message>
    <message>
        <source>Pokaż plik zgloszenie.json</source>
        <translation>Show the file zgloszenie.json</translation>
    </message>
    <message>
        <source>Pokaż w całości: {name}</source>
        <translation>Show in full: {name}</translation>
    </message>
    <message>
        <source>Przygotowujemy podgląd…</source>
        <translation>Preparing the preview…</translation>
    </message>
    <message>
        <source>Przygotowujemy podgląd… Zdjęcie {number} z {count}.</source>
        <translation>Preparing the preview… Picture {number} of {count}.</translation>
    </message>
    <message>
        <source>Razem {size}. Zmieni się tylko godzina wysłania.</source>
        <translation>{size} in all. Only the sending time will change.</translation>
    </message>
    <message>
        <source>Temat</source>
        <translation>Subject</translation>
    </message>
    <message>
        <source>Treść</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Treść zgłoszenia</source>
        <translation>Text of the report</translation>
    </message>
    <message>
        <source>Ukryj plik zgloszenie.json</source>
        <translation>Hide the file zgloszenie.json</translation>
    </message>
    <message>
        <source>Wróć</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Wyślij</source>
        <translation>Send</translation>
    </message>
    <message>
        <source>Zanim wyślesz, uzupełnij:</source>
        <translation>Before you send, fill in:</translation>
    </message>
    <message numerus="yes">
        <source>Załączniki: %n</source>
        <translation>
            <numerusform>Attachments: %n</numerusform>
            <numerusform>Attachments: %n</numerusform>
        </translation>
    </message>
    <message>
        <source>adres nadawcy</source>
        <translation>sender address</translation>
    </message>
    <message>
        <source>będzie znany, gdy ustawisz pocztę</source>
        <translation>will be known once you set up mail</translation>
    </message>
</context>
<context>
    <name>PrivacyPage</name>
    <message>
        <source>Gdy nie ma systemowego magazynu haseł. Plik chroni słabiej, ale bez klucza niczego tu nie zapiszemy.</source>
        <translation>When the system has no password store. A file protects less, but without a key nothing can be saved here.</translation>
    </message>
    <message>
        <source>Klucz do zapisów może leżeć w pliku</source>
        <translation>The key to saved reports may be kept in a file</translation>
    </message>
    <message>
        <source>Klucz trzyma systemowy magazyn haseł; powstaje przy pierwszym zapisie.</source>
        <translation>The system’s password store keeps the key; it is made at the first save.</translation>
    </message>
    <message>
        <source>Prywatność</source>
        <translation>Privacy</translation>
    </message>
    <message>
        <source>Rób zrzuty ekranu do zgłoszeń</source>
        <translation>Take screenshots for reports</translation>
    </message>
    <message>
        <source>Szkice i czekające zgłoszenia leżą na tym komputerze zaszyfrowane.</source>
        <translation>Drafts and waiting reports are kept on this computer, encrypted.</translation>
    </message>
    <message>
        <source>Zawsze widać je przed wysłaniem: można je zakryć albo usunąć.</source>
        <translation>You always see them before sending: you can cover or remove them.</translation>
    </message>
</context>
<context>
    <name>ProblemSummary</name>
    <message>
        <source>Do uzupełnienia przed wysłaniem:</source>
        <translation>To be filled in before sending:</translation>
    </message>
    <message>
        <source>Nie wiadomo, czy zgłoszenie dotarło.</source>
        <translation>It is not known whether the report arrived.</translation>
    </message>
    <message>
        <source>Nie wysłano ani nie zapisano.</source>
        <translation>Neither sent nor saved.</translation>
    </message>
    <message>
        <source>Nie wysłano.</source>
        <translation>Not sent.</translation>
    </message>
    <message>
        <source>Wszystko uzupełnione – można wysłać.</source>
        <translation>Everything is filled in – you can send.</translation>
    </message>
    <message>
        <source>Wysyłanie bez zapisywania</source>
        <translation>Sending without saving</translation>
    </message>
</context>
<context>
    <name>Prompts</name>
    <message>
        <source>Brak załącznika</source>
        <translation>Attachment missing</translation>
    </message>
    <message>
        <source>Czat się urwał</source>
        <translation>The chat broke off</translation>
    </message>
    <message>
        <source>Czat został zamknięty w trakcie.</source>
        <translation>The chat was closed in the middle of the conversation.</translation>
    </message>
    <message>
        <source>Daktela działa bardzo powoli.</source>
        <translation>Daktela works very slowly.</translation>
    </message>
    <message>
        <source>Działa powoli</source>
        <translation>Works slowly</translation>
    </message>
    <message>
        <source>E-mail od klienta do nas nie dotarł.</source>
        <translation>The customer’s email did not reach us.</translation>
    </message>
    <message>
        <source>E-maila nie da się wysłać.</source>
        <translation>The email cannot be sent.</translation>
    </message>
    <message>
        <source>Echo lub trzaski</source>
        <translation>Echo or crackling</translation>
    </message>
    <message>
        <source>Klienci nie mogą się do nas dodzwonić.</source>
        <translation>Customers cannot get through to us.</translation>
    </message>
    <message>
        <source>Klienci nie mogą się dodzwonić</source>
        <translation>Customers cannot get through</translation>
    </message>
    <message>
        <source>Klienci nie widzą czatu na stronie.</source>
        <translation>Customers do not see the chat on the website.</translation>
    </message>
    <message>
        <source>Klient mnie nie słyszy</source>
        <translation>The customer cannot hear me</translation>
    </message>
    <message>
        <source>Klient mnie nie słyszy, ja klienta słyszę.</source>
        <translation>The customer cannot hear me, I can hear the customer.</translation>
    </message>
    <message>
        <source>Komunikat o błędzie</source>
        <translation>Error message</translation>
    </message>
    <message>
        <source>Na innej linii i innym urządzeniu jest tak samo.</source>
        <translation>It is the same on another line and another device.</translation>
    </message>
    <message>
        <source>Na innym urządzeniu też</source>
        <translation>On another device too</translation>
    </message>
    <message>
        <source>Nie mogę się zalogować</source>
        <translation>I cannot sign in</translation>
    </message>
    <message>
        <source>Nie mogę się zalogować do Dakteli.</source>
        <translation>I cannot sign in to Daktela.</translation>
    </message>
    <message>
        <source>Nie przychodzi</source>
        <translation>Does not arrive</translation>
    </message>
    <message>
        <source>Nie słyszę klienta</source>
        <translation>I cannot hear the customer</translation>
    </message>
    <message>
        <source>Nie słyszę klienta, klient mnie słyszy.</source>
        <translation>I cannot hear the customer, the customer can hear me.</translation>
    </message>
    <message>
        <source>Nie widać czatu na stronie</source>
        <translation>No chat on the website</translation>
    </message>
    <message>
        <source>Nie wychodzi</source>
        <translation>Does not go out</translation>
    </message>
    <message>
        <source>Nikt nie może dzwonić</source>
        <translation>Nobody can make calls</translation>
    </message>
    <message>
        <source>Nikt z nas nie może dzwonić.</source>
        <translation>None of us can make calls.</translation>
    </message>
    <message>
        <source>Pojawia się komunikat o błędzie: </source>
        <translation>An error message appears: </translation>
    </message>
    <message>
        <source>Rozmowa została rozłączona w trakcie.</source>
        <translation>The call was cut off in the middle of the conversation.</translation>
    </message>
    <message>
        <source>Rozłączyło rozmowę</source>
        <translation>The call was cut off</translation>
    </message>
    <message>
        <source>Treść e-maila wyświetla się błędnie.</source>
        <translation>The content of the email is shown wrongly.</translation>
    </message>
    <message>
        <source>W e-mailu brakuje załącznika.</source>
        <translation>The email’s attachment is missing.</translation>
    </message>
    <message>
        <source>W rozmowie było echo lub trzaski.</source>
        <translation>There was an echo or crackling during the call.</translation>
    </message>
    <message>
        <source>Wiadomości na czacie nie dochodzą.</source>
        <translation>Messages in the chat do not arrive.</translation>
    </message>
    <message>
        <source>Wiadomości nie dochodzą</source>
        <translation>Messages do not arrive</translation>
    </message>
    <message>
        <source>Zła treść</source>
        <translation>Wrong content</translation>
    </message>
</context>
<context>
    <name>QrWindow</name>
    <message>
        <source>Danych technicznych na końcu zgłoszenia też nie przeniesie.</source>
        <translation>Nor will it carry the technical data at the end of the report.</translation>
    </message>
    <message>
        <source>Kod QR na telefon</source>
        <translation>QR code for the phone</translation>
    </message>
    <message>
        <source>Kod QR z treścią zgłoszenia</source>
        <translation>QR code with the text of the report</translation>
    </message>
    <message>
        <source>Opis jest na kod za długi: przeniesie tylko jego początek.</source>
        <translation>The description is too long for the code: it will carry only the beginning.</translation>
    </message>
    <message>
        <source>Sam kod niczego nie wysyła. Odpowiedź wsparcia przyjdzie na adres, z którego wyśle telefon.</source>
        <translation>The code itself sends nothing. Support’s answer will come to the address from which the phone sends.</translation>
    </message>
    <message>
        <source>Wysłane z telefonu</source>
        <translation>Sent from the phone</translation>
    </message>
    <message>
        <source>Zamknij</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Zeskanuj telefonem, otwórz w poczcie i wyślij</source>
        <translation>Scan with the phone, open in the mail app and send</translation>
    </message>
    <message>
        <source>Zrzutów ekranu kod nie przeniesie. Jeśli są ważne, zapisz też plik .eml.</source>
        <translation>The code does not carry the screenshots. If they matter, save the .eml file too.</translation>
    </message>
</context>
<context>
    <name>RecentPicker</name>
    <message>
        <source>Cofnięto wybór rozmowy</source>
        <translation>The choice of conversation was undone</translation>
    </message>
    <message>
        <source>O&amp;statnie</source>
        <translation>&amp;Recent</translation>
    </message>
    <message>
        <source>Pokaż mniej</source>
        <translation>Show fewer</translation>
    </message>
    <message>
        <source>Pokaż wszystkie</source>
        <translation>Show all</translation>
    </message>
    <message>
        <source>Ustawienia…</source>
        <translation>Settings…</translation>
    </message>
    <message>
        <source>Wypełniono z wybranej rozmowy</source>
        <translation>Filled in from the chosen conversation</translation>
    </message>
    <message>
        <source>brak ostatnich rozmów</source>
        <translation>no recent conversations</translation>
    </message>
    <message>
        <source>wczytujemy ostatnie rozmowy…</source>
        <translation>loading recent conversations…</translation>
    </message>
    <message>
        <source>z Dakteli</source>
        <translation>from Daktela</translation>
    </message>
</context>
<context>
    <name>RegionPicker</name>
    <message>
        <source>Anuluj</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Dodaj obszar</source>
        <translation>Add area</translation>
    </message>
    <message>
        <source>Ekran</source>
        <translation>Screen</translation>
    </message>
    <message>
        <source>Ekran {number}</source>
        <translation>Screen {number}</translation>
    </message>
    <message>
        <source>Przeciągnij myszą po obszarze, który chcesz dodać, albo: strzałki, spacja, strzałki, spacja.</source>
        <translation>Drag the mouse over the area to add, or use: arrows, Space, arrows, Space.</translation>
    </message>
    <message>
        <source>Strzałki zmieniają rozmiar, spacja kończy, Esc porzuca.</source>
        <translation>Arrows change the size, Space finishes, Esc discards.</translation>
    </message>
    <message>
        <source>Wybierz obszar ekranu</source>
        <translation>Choose an area of the screen</translation>
    </message>
    <message>
        <source>Wybrany obszar: {width} × {height} pikseli. Reszta obrazu zniknie.</source>
        <translation>Chosen area: {width} × {height} pixels. Nothing else is kept.</translation>
    </message>
    <message>
        <source>Zrzut ekranu, na którym wybiera się obszar</source>
        <translation>Screenshot on which an area is chosen</translation>
    </message>
</context>
<context>
    <name>ReportActs</name>
    <message>
        <source>Dokończ</source>
        <translation>Finish</translation>
    </message>
    <message>
        <source>Dotarło inną drogą</source>
        <translation>Arrived another way</translation>
    </message>
    <message>
        <source>Kod QR</source>
        <translation>QR code</translation>
    </message>
    <message>
        <source>Kopiuj kod zgłoszenia</source>
        <translation>Copy the report’s code</translation>
    </message>
    <message>
        <source>Kopiuj treść</source>
        <translation>Copy text</translation>
    </message>
    <message>
        <source>Otwórz w programie pocztowym</source>
        <translation>Open in mail program</translation>
    </message>
    <message>
        <source>Usuń</source>
        <translation>Delete</translation>
    </message>
    <message>
        <source>Więcej możliwości</source>
        <translation>More options</translation>
    </message>
    <message>
        <source>Więcej ▾</source>
        <translation>More ▾</translation>
    </message>
    <message>
        <source>Wpisz numer od wsparcia</source>
        <translation>Enter support’s ticket number</translation>
    </message>
    <message>
        <source>Wyślij ponownie jako nowe</source>
        <translation>Send again as new</translation>
    </message>
    <message>
        <source>Wyślij teraz</source>
        <translation>Send now</translation>
    </message>
    <message>
        <source>Zapisz jako .eml</source>
        <translation>Save as .eml</translation>
    </message>
    <message>
        <source>Zdarzyło się ponownie</source>
        <translation>It happened again</translation>
    </message>
    <message>
        <source>Zmień numer od wsparcia</source>
        <translation>Change support’s ticket number</translation>
    </message>
</context>
<context>
    <name>ReportForm</name>
    <message>
        <source>Dodaj obraz z pliku</source>
        <translation>Add a picture from a file</translation>
    </message>
    <message>
        <source>Obrazy</source>
        <translation>Pictures</translation>
    </message>
    <message>
        <source>Zgłoś problem</source>
        <translation>Report a problem</translation>
    </message>
    <message>
        <source>czat</source>
        <translation>chat</translation>
    </message>
    <message>
        <source>dziś</source>
        <translation>today</translation>
    </message>
    <message>
        <source>dziś o {time}</source>
        <translation>today at {time}</translation>
    </message>
    <message>
        <source>inny</source>
        <translation>other</translation>
    </message>
    <message>
        <source>nieodebrane</source>
        <translation>not answered</translation>
    </message>
    <message>
        <source>numer nieznany</source>
        <translation>unknown number</translation>
    </message>
    <message>
        <source>połączenie przychodzące</source>
        <translation>incoming call</translation>
    </message>
    <message>
        <source>połączenie wychodzące</source>
        <translation>outgoing call</translation>
    </message>
    <message>
        <source>przekazane</source>
        <translation>transferred</translation>
    </message>
    <message>
        <source>rozłączył agent</source>
        <translation>ended by the agent</translation>
    </message>
    <message>
        <source>rozłączył klient</source>
        <translation>ended by the customer</translation>
    </message>
    <message>
        <source>rozłączył system</source>
        <translation>ended by the system</translation>
    </message>
    <message>
        <source>wczoraj</source>
        <translation>yesterday</translation>
    </message>
    <message>
        <source>wczoraj o {time}</source>
        <translation>yesterday at {time}</translation>
    </message>
    <message>
        <source>wiadomość e-mail</source>
        <translation>email message</translation>
    </message>
    <message>
        <source>z Dakteli</source>
        <translation>from Daktela</translation>
    </message>
    <message>
        <source>z poprzedniego zgłoszenia</source>
        <translation>from the previous report</translation>
    </message>
    <message>
        <source>z tego szkicu</source>
        <translation>from this draft</translation>
    </message>
    <message>
        <source>z ustawień</source>
        <translation>from the settings</translation>
    </message>
    <message>
        <source>zapamiętane, {age}</source>
        <translation>remembered, {age}</translation>
    </message>
    <message>
        <source>{date} o {time}</source>
        <translation>{date} at {time}</translation>
    </message>
    <message>
        <source>{day}, {date} o {time}</source>
        <translation>{day}, {date} at {time}</translation>
    </message>
</context>
<context>
    <name>ReportLines</name>
    <message>
        <source>(bez opisu)</source>
        <translation>(no description)</translation>
    </message>
    <message>
        <source>(treść teraz nieczytelna)</source>
        <translation>(text cannot be read now)</translation>
    </message>
    <message>
        <source>(treść usunięto)</source>
        <translation>(text removed)</translation>
    </message>
    <message>
        <source>Nikt go jeszcze nie dostał. Dokończ i wyślij.</source>
        <translation>Nobody has received it yet. Finish it and send it.</translation>
    </message>
    <message>
        <source>Oznaczone, czeka na opis</source>
        <translation>Flagged, waiting for a description</translation>
    </message>
    <message>
        <source>Szkic</source>
        <translation>Draft</translation>
    </message>
    <message>
        <source>{code}, numer {ticket}</source>
        <translation>{code}, ticket number {ticket}</translation>
    </message>
</context>
<context>
    <name>Rescue</name>
    <message>
        <source>Czekamy na potwierdzenie serwera poczty…</source>
        <translation>Waiting for the mail server to confirm…</translation>
    </message>
    <message>
        <source>Otwieramy zgłoszenie w programie pocztowym…</source>
        <translation>Opening the report in the mail program…</translation>
    </message>
    <message>
        <source>Piszemy plik…</source>
        <translation>Writing the file…</translation>
    </message>
    <message>
        <source>Plik ze zgłoszeniem: {path}. Sam plik nie jest jeszcze wysłany: prześlij go na adres {address}.</source>
        <translation>File with the report: {path}. The file itself has not been sent yet: send it to {address}.</translation>
    </message>
    <message>
        <source>Program pocztowy dostał samą treść, bez zdjęć. Dołącz w nim plik .eml i wyślij na adres {address}.</source>
        <translation>The mail program got only the text, without the pictures. Attach the .eml file there and send it to {address}.</translation>
    </message>
    <message>
        <source>Program pocztowy otwiera nową wiadomość z plikiem .eml. Jeśli pliku w niej nie ma, zapisz go i dołącz. Wyślij ją na adres {address}.</source>
        <translation>The mail program is opening a new message with the .eml file. If the file is not in it, save it and attach it. Send the message to {address}.</translation>
    </message>
    <message>
        <source>Przerwano wysyłanie.</source>
        <translation>Sending was stopped.</translation>
    </message>
    <message>
        <source>Przygotowujemy kod…</source>
        <translation>Preparing the code…</translation>
    </message>
    <message>
        <source>Sam kod niczego nie wysłał. Zgłoszenie jest nadal w tym oknie.</source>
        <translation>The code itself has sent nothing. The report is still in this window.</translation>
    </message>
    <message>
        <source>Serwer poczty nie potwierdził odbioru: zgłoszenie mogło dotrzeć albo nie. Wyślij je jeszcze raz bez zmian: pójdzie ta sama wiadomość.</source>
        <translation>The mail server did not confirm receipt: the report may or may not have arrived. Send it again unchanged: the same message will go.</translation>
    </message>
    <message>
        <source>Wcześniejsza próba mogła jednak dotrzeć. Wyślij jeszcze raz albo zadzwoń.</source>
        <translation>An earlier attempt may have arrived, though. Send again or phone.</translation>
    </message>
    <message>
        <source>Wysyłamy zgłoszenie…</source>
        <translation>Sending the report…</translation>
    </message>
    <message>
        <source>Zgłoszenie jest tylko w tym oknie: wyślij je jeszcze raz albo zapisz plik.</source>
        <translation>The report is only in this window: send it again or save a file.</translation>
    </message>
    <message>
        <source>Zgłoszenie jest w programie pocztowym. Sprawdź w nim, czy zostało wysłane na adres {address}.</source>
        <translation>The report is in the mail program. Check there whether it was sent to {address}.</translation>
    </message>
    <message>
        <source>Łączymy się z serwerem poczty…</source>
        <translation>Connecting to the mail server…</translation>
    </message>
</context>
<context>
    <name>Rows</name>
    <message>
        <source>w porządku</source>
        <translation>all right</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>Dozwolone: {allowed}</source>
        <translation>Allowed: {allowed}</translation>
    </message>
    <message>
        <source>Hasło pamiętamy tylko do zamknięcia programu.</source>
        <translation>The password is kept only until the program is closed.</translation>
    </message>
    <message>
        <source>Hasło pamiętamy tylko do zamknięcia programu: na tym komputerze nie ma systemowego magazynu haseł.</source>
        <translation>The password is kept only until the program is closed: this computer has no system password store.</translation>
    </message>
    <message>
        <source>Logowanie pamiętamy tylko do zamknięcia programu.</source>
        <translation>The sign-in is kept only until the program is closed.</translation>
    </message>
    <message>
        <source>Logowanie pamiętamy tylko do zamknięcia programu: na tym komputerze nie ma systemowego magazynu haseł.</source>
        <translation>The sign-in is kept only until the program is closed: this computer has no system password store.</translation>
    </message>
    <message>
        <source>Przerwano.</source>
        <translation>Stopped.</translation>
    </message>
    <message>
        <source>Przerwij</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>Sprawdź sieć i wpisany adres.</source>
        <translation>Check the network and the address you entered.</translation>
    </message>
    <message>
        <source>Ustawione przez administratora (zasada {name}).</source>
        <translation>Set by your administrator (policy {name}).</translation>
    </message>
    <message>
        <source>Ustawione przez administratora.</source>
        <translation>Set by your administrator.</translation>
    </message>
</context>
<context>
    <name>SettingsBase</name>
    <message>
        <source>Bez serwera poczty zgłoszenia będą tylko czekać na tym komputerze. Uzupełnij go albo naciśnij jeszcze raz, aby zapisać bez niego.</source>
        <translation>Without a mail server the reports will only wait on this computer. Fill it in, or press again to save without it.</translation>
    </message>
    <message>
        <source>Popraw zaznaczone pola, wtedy zapiszemy.</source>
        <translation>Correct the marked fields, then we can save.</translation>
    </message>
    <message>
        <source>Zapisano.</source>
        <translation>Saved.</translation>
    </message>
    <message>
        <source>Zmian jeszcze nie zapisano.</source>
        <translation>Your changes are not saved yet.</translation>
    </message>
</context>
<context>
    <name>SettingsWindow</name>
    <message>
        <source>Daktela</source>
        <translation>Daktela</translation>
    </message>
    <message>
        <source>O mnie</source>
        <translation>About me</translation>
    </message>
    <message>
        <source>Poczta</source>
        <translation>Mail</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Program</translation>
    </message>
    <message>
        <source>Prywatność</source>
        <translation>Privacy</translation>
    </message>
    <message>
        <source>Skróty</source>
        <translation>Shortcuts</translation>
    </message>
    <message>
        <source>Strony ustawień</source>
        <translation>Pages of the settings</translation>
    </message>
    <message>
        <source>Ustawienia</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>Zamknij</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Zamknij bez zapisywania</source>
        <translation>Close without saving</translation>
    </message>
    <message>
        <source>Zapisujemy…</source>
        <translation>Saving…</translation>
    </message>
    <message>
        <source>Zapisz</source>
        <translation>Save</translation>
    </message>
</context>
<context>
    <name>SignInPage</name>
    <message>
        <source>Bez logowania</source>
        <translation>Without signing in</translation>
    </message>
    <message>
        <source>Bez tego nie można się zalogować.</source>
        <translation>You cannot sign in without this.</translation>
    </message>
    <message>
        <source>Dla kont logowanych przez Google lub Microsoft. Wklej go z Dakteli.</source>
        <translation>For accounts that sign in with Google or Microsoft. Paste it from Daktela.</translation>
    </message>
    <message>
        <source>Dzięki niemu Dzwonek zna agenta i jego ostatnie rozmowy.</source>
        <translation>This way Dzwonek knows the agent and their recent conversations.</translation>
    </message>
    <message>
        <source>Hasło</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>Imię i numery wpiszesz w formularzu. Wszystko inne działa tak samo.</source>
        <translation>You enter the name and numbers in the form. Everything else works the same.</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>User name</translation>
    </message>
    <message>
        <source>Login i hasło</source>
        <translation>User name and password</translation>
    </message>
    <message>
        <source>Logowanie do Dakteli</source>
        <translation>Signing in to Daktela</translation>
    </message>
    <message>
        <source>Logujemy…</source>
        <translation>Signing in…</translation>
    </message>
    <message>
        <source>Posłuży raz, do zalogowania. Nigdzie go nie zapisujemy.</source>
        <translation>Used once, to sign in. It is not stored anywhere.</translation>
    </message>
    <message>
        <source>Sposób</source>
        <translation>Method</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Token dostępu</source>
        <translation>Access token</translation>
    </message>
    <message>
        <source>Wylogowano. Token został usunięty.</source>
        <translation>Signed out. The token has been deleted.</translation>
    </message>
    <message>
        <source>Wylogowujemy…</source>
        <translation>Signing out…</translation>
    </message>
    <message>
        <source>Wyloguj</source>
        <translation>Sign out</translation>
    </message>
    <message>
        <source>Zalogowano jako {name}.</source>
        <translation>Signed in as {name}.</translation>
    </message>
    <message>
        <source>Zaloguj</source>
        <translation>Sign in</translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>Dzwonek czeka wtedy w zasobniku od początku pracy.</source>
        <translation>Dzwonek then waits in the system tray from the start of your shift.</translation>
    </message>
    <message>
        <source>Gotowe: Dzwonek nie uruchomi się sam.</source>
        <translation>Done: Dzwonek will not start by itself.</translation>
    </message>
    <message>
        <source>Gotowe: Dzwonek uruchomi się razem z komputerem.</source>
        <translation>Done: Dzwonek will start with the computer.</translation>
    </message>
    <message>
        <source>Uruchamiaj z komputerem</source>
        <translation>Start with the computer</translation>
    </message>
    <message>
        <source>Uruchamianie</source>
        <translation>Start-up</translation>
    </message>
</context>
<context>
    <name>States</name>
    <message>
        <source>Czeka już ponad 3 dni.</source>
        <translation>Waiting for more than 3 days.</translation>
    </message>
    <message>
        <source>Czeka już ponad 3 dni: zapisz jako .eml albo skopiuj treść i przekaż inaczej.</source>
        <translation>Waiting for more than 3 days: save as .eml, or copy the text and pass it on in another way.</translation>
    </message>
    <message>
        <source>Czeka już ponad dobę.</source>
        <translation>Waiting for more than a day.</translation>
    </message>
    <message>
        <source>Czeka na swoją kolej.</source>
        <translation>Waiting for its turn.</translation>
    </message>
    <message>
        <source>Część adresatów już je ma.</source>
        <translation>Some of the recipients already have it.</translation>
    </message>
    <message numerus="yes">
        <source>Już %n próba(-y) bez potwierdzenia.</source>
        <translation>
            <numerusform>%n try so far without confirmation.</numerusform>
            <numerusform>%n tries so far without confirmation.</numerusform>
        </translation>
    </message>
    <message>
        <source>Minął czas przechowywania</source>
        <translation>The storage time has passed</translation>
    </message>
    <message>
        <source>Możesz też zgłosić ponownie z mniejszą liczbą zrzutów.</source>
        <translation>You can also report again with fewer screenshots.</translation>
    </message>
    <message>
        <source>Następna próba: {time}.</source>
        <translation>Next try: {time}.</translation>
    </message>
    <message>
        <source>Nie zostało wysłane.</source>
        <translation>It was not sent.</translation>
    </message>
    <message>
        <source>Odrzucono {moment}.</source>
        <translation>Refused {moment}.</translation>
    </message>
    <message>
        <source>Potwierdzono: numer {ticket}</source>
        <translation>Confirmed: ticket number {ticket}</translation>
    </message>
    <message>
        <source>Przekazano inną drogą ({time})</source>
        <translation>Handed over another way ({time})</translation>
    </message>
    <message>
        <source>Przekazano na serwer poczty ({time})</source>
        <translation>Handed over to the mail server ({time})</translation>
    </message>
    <message>
        <source>Serwer poczty nie potwierdził odbioru</source>
        <translation>The mail server did not confirm receipt</translation>
    </message>
    <message>
        <source>Serwer poczty nie potwierdził odbioru: mogło dojść.</source>
        <translation>The mail server did not confirm receipt: it may have arrived.</translation>
    </message>
    <message>
        <source>Stwierdzono {moment}.</source>
        <translation>Noticed {moment}.</translation>
    </message>
    <message>
        <source>Ta sama wiadomość pójdzie jeszcze raz.</source>
        <translation>The same message will go once more.</translation>
    </message>
    <message>
        <source>To potrwa chwilę.</source>
        <translation>This takes a moment.</translation>
    </message>
    <message>
        <source>Treść usunięto z tego komputera {moment}.</source>
        <translation>Its content was removed from this computer {moment}.</translation>
    </message>
    <message>
        <source>Treść usunięto z tego komputera.</source>
        <translation>Its content was removed from this computer.</translation>
    </message>
    <message>
        <source>Treść zostanie usunięta {day}.</source>
        <translation>Its content will be deleted on {day}.</translation>
    </message>
    <message>
        <source>Trwa przekazywanie na serwer poczty</source>
        <translation>Handing over to the mail server</translation>
    </message>
    <message>
        <source>Wiadomo to od Ciebie, nie od serwera.</source>
        <translation>This is known from you, not from the server.</translation>
    </message>
    <message>
        <source>Wstrzymano {moment}.</source>
        <translation>Put on hold {moment}.</translation>
    </message>
    <message>
        <source>Zapisano na tym komputerze {moment}</source>
        <translation>Saved on this computer {moment}</translation>
    </message>
    <message>
        <source>Zaraz wyślemy.</source>
        <translation>It will be sent in a moment.</translation>
    </message>
    <message>
        <source>Zdarzyło się po raz {n}.</source>
        <translation>It has happened {n} times.</translation>
    </message>
    <message>
        <source>Zdjęcia już zmniejszono lub pominięto, to nie wystarczyło.</source>
        <translation>The pictures were already made smaller or left out; that was not enough.</translation>
    </message>
    <message>
        <source>Zdjęcia zmniejszono lub pominięto, bo zgłoszenie było za duże dla serwera.</source>
        <translation>Pictures were made smaller or left out, because the report was too large for the server.</translation>
    </message>
    <message>
        <source>Zgłoszenie wymaga uwagi</source>
        <translation>A report needs attention</translation>
    </message>
    <message>
        <source>o {time}</source>
        <translation>at {time}</translation>
    </message>
    <message>
        <source>{day} o {time}</source>
        <translation>{day} at {time}</translation>
    </message>
</context>
<context>
    <name>SystemField</name>
    <message>
        <source>Adres systemu</source>
        <translation>System address</translation>
    </message>
    <message>
        <source>Adres systemu: {host}. Zmień</source>
        <translation>System address: {host}. Change</translation>
    </message>
    <message>
        <source>Inny adres systemu? Zmień</source>
        <translation>Another system address? Change</translation>
    </message>
    <message>
        <source>adres systemu</source>
        <translation>system address</translation>
    </message>
</context>
<context>
    <name>SystemPage</name>
    <message>
        <source>Adres systemu Daktela</source>
        <translation>Address of your Daktela system</translation>
    </message>
    <message>
        <source>Sprawdzamy…</source>
        <translation>Checking…</translation>
    </message>
    <message>
        <source>Sprawdź adres</source>
        <translation>Check the address</translation>
    </message>
    <message>
        <source>System</source>
        <translation>System</translation>
    </message>
    <message>
        <source>Tak, pod adresem {host} odpowiada Daktela.</source>
        <translation>Yes, Daktela answers at {host}.</translation>
    </message>
    <message>
        <source>Ten, który widać w przeglądarce podczas pracy.</source>
        <translation>The one you see in the browser while you work.</translation>
    </message>
    <message>
        <source>Wpisz adres, na przykład twojanazwa.daktela.com.</source>
        <translation>Enter an address, for example twojanazwa.daktela.com.</translation>
    </message>
</context>
<context>
    <name>Thumb</name>
    <message>
        <source>Ekran {number}</source>
        <translation>Screen {number}</translation>
    </message>
    <message>
        <source>Kliknij, aby obejrzeć, zakryć dane klienta lub przyciąć</source>
        <translation>Click to look at it, cover the customer’s data or crop it</translation>
    </message>
    <message>
        <source>Obszar {number}</source>
        <translation>Area {number}</translation>
    </message>
    <message>
        <source>Usuń</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>Usuń: {screen}</source>
        <translation>Remove: {screen}</translation>
    </message>
    <message>
        <source>Z pliku {number}</source>
        <translation>File {number}</translation>
    </message>
    <message>
        <source>Z zakryciem</source>
        <translation>With covers</translation>
    </message>
    <message>
        <source>Ze schowka {number}</source>
        <translation>Clipboard {number}</translation>
    </message>
    <message>
        <source>Zrzut ekranu</source>
        <translation>Screenshot</translation>
    </message>
    <message>
        <source>Zrzut {number}</source>
        <translation>Screenshot {number}</translation>
    </message>
    <message>
        <source>{screen}, z zakryciem</source>
        <translation>{screen}, with covers</translation>
    </message>
    <message>
        <source>{screen}, zakrycia</source>
        <translation>{screen}, covers</translation>
    </message>
    <message>
        <source>{screen}: otwórz, aby obejrzeć lub zakryć</source>
        <translation>{screen}: open to look at it or cover it</translation>
    </message>
</context>
<context>
    <name>TicketRow</name>
    <message>
        <source>Anuluj</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Numer od wsparcia ({code}):</source>
        <translation>Support’s ticket number ({code}):</translation>
    </message>
    <message>
        <source>Skoro wsparcie je ma, ten komputer już go nie wyśle.</source>
        <translation>As support has it, this computer will no longer send it.</translation>
    </message>
    <message>
        <source>Stoi w odpowiedzi wsparcia, zwykle w temacie.</source>
        <translation>It is in support’s answer, usually in the subject.</translation>
    </message>
    <message>
        <source>Stoi w odpowiedzi wsparcia, zwykle w temacie. Puste pole go usuwa.</source>
        <translation>It is in support’s answer, usually in the subject. An empty field removes it.</translation>
    </message>
    <message>
        <source>Wpisz numer, na przykład 12345.</source>
        <translation>Enter the number, for example 12345.</translation>
    </message>
    <message>
        <source>Zapisz numer</source>
        <translation>Save the number</translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message numerus="yes">
        <source>%n szkic(-e) do dokończenia</source>
        <translation>
            <numerusform>%n draft to finish</numerusform>
            <numerusform>%n drafts to finish</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n zgłoszenie(-a) czeka na wysłanie</source>
        <translation>
            <numerusform>%n report is waiting to be sent</numerusform>
            <numerusform>%n reports are waiting to be sent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n zgłoszenie(-a) wymaga uwagi</source>
        <translation>
            <numerusform>%n report needs attention</numerusform>
            <numerusform>%n reports need attention</numerusform>
        </translation>
    </message>
    <message>
        <source>Najstarsze czeka już ponad 3 dni</source>
        <translation>The oldest has been waiting for more than 3 days</translation>
    </message>
    <message>
        <source>Najstarsze czeka już ponad dobę</source>
        <translation>The oldest has been waiting for more than a day</translation>
    </message>
    <message>
        <source>Zgłoś problem: {key}</source>
        <translation>Report a problem: {key}</translation>
    </message>
</context>
<context>
    <name>TrayMenu</name>
    <message>
        <source>Moje zgłoszenia</source>
        <translation>My reports</translation>
    </message>
    <message>
        <source>Oznacz teraz, opisz później</source>
        <translation>Flag now, describe later</translation>
    </message>
    <message>
        <source>Pomoc i kontakt</source>
        <translation>Help and contact</translation>
    </message>
    <message>
        <source>Telefon awaryjny {number} – kopiuj</source>
        <translation>In an emergency: {number} – copy</translation>
    </message>
    <message>
        <source>Ustawienia</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>Zakończ</source>
        <translation>Quit</translation>
    </message>
    <message>
        <source>Zgłoś problem</source>
        <translation>Report a problem</translation>
    </message>
</context>
<context>
    <name>TryLine</name>
    <message>
        <source>Naciśnij {key}, aby sprawdzić.</source>
        <translation>Press {key} to check.</translation>
    </message>
    <message>
        <source>Żaden skrót teraz nie działa.</source>
        <translation>No shortcut works now.</translation>
    </message>
    <message>
        <source>✓ Działa! Naciśnięto {key}.</source>
        <translation>✓ It works! {key} was pressed.</translation>
    </message>
</context>
<context>
    <name>WaysOut</name>
    <message>
        <source>Kod QR na telefon</source>
        <translation>QR code for the phone</translation>
    </message>
    <message>
        <source>Otwórz w programie pocztowym</source>
        <translation>Open in mail program</translation>
    </message>
    <message>
        <source>Przerwij</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>Wiadomość e-mail (*.eml)</source>
        <translation>E-mail message (*.eml)</translation>
    </message>
    <message>
        <source>Wysłane z programu pocztowego</source>
        <translation>Sent from the mail program</translation>
    </message>
    <message>
        <source>Wyślij teraz bez zapisywania</source>
        <translation>Send now without saving</translation>
    </message>
    <message>
        <source>Zapisz jako .eml</source>
        <translation>Save as .eml</translation>
    </message>
</context>
<context>
    <name>WhenCell</name>
    <message>
        <source>np. dziś o 13:55, wczoraj 9:10, 10 minut temu</source>
        <translation>e.g. today at 13:55, yesterday 9:10, 10 minutes ago</translation>
    </message>
    <message>
        <source>takiej godziny nie było: przestawiono wtedy zegary</source>
        <translation>there was no such time: the clocks were changed then</translation>
    </message>
    <message>
        <source>to jeszcze przed nami – sprawdź datę i godzinę</source>
        <translation>this is still to come – check the date and time</translation>
    </message>
    <message>
        <source>wpisane</source>
        <translation>typed in</translation>
    </message>
</context>
<context>
    <name>WithOwnReport</name>
    <message>
        <source>Tu przyjdzie zgłoszenie próbne: wpisz adres.</source>
        <translation>The test report will come here: enter an address.</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>Bez sieci nic się tu nie zapisze. Powiadom administratora.</source>
        <translation>Without the network nothing can be saved here. Tell your administrator.</translation>
    </message>
    <message>
        <source>Bezpieczne połączenie z serwerem poczty {host} zostało przerwane.</source>
        <translation>The secure connection to the mail server {host} was interrupted.</translation>
    </message>
    <message>
        <source>Brak adresu systemu.</source>
        <translation>The system address is missing.</translation>
    </message>
    <message>
        <source>Brak hasła do serwera poczty.</source>
        <translation>The password for the mail server is missing.</translation>
    </message>
    <message>
        <source>Brak ważnego logowania do Dakteli.</source>
        <translation>There is no valid sign-in to Daktela.</translation>
    </message>
    <message>
        <source>Brak zrzutu ekranu: komputer był zablokowany.</source>
        <translation>No screenshot: the computer was locked.</translation>
    </message>
    <message>
        <source>Brak zrzutu ekranu: nie pozwala na niego program na wierzchu.</source>
        <translation>No screenshot: the program in front does not allow it.</translation>
    </message>
    <message>
        <source>Brak zrzutu ekranu: nie znaleziono ekranu.</source>
        <translation>No screenshot: no screen was found.</translation>
    </message>
    <message>
        <source>Brak zrzutu ekranu: sesja zdalna była rozłączona.</source>
        <translation>No screenshot: the remote session was disconnected.</translation>
    </message>
    <message>
        <source>Brak zrzutu ekranu: sesja zdalna nie była wyświetlana.</source>
        <translation>No screenshot: the remote session was not being shown.</translation>
    </message>
    <message>
        <source>Brak zrzutu ekranu: system na niego nie pozwolił.</source>
        <translation>No screenshot: the system did not allow it.</translation>
    </message>
    <message>
        <source>Brak zrzutu ekranu: system pytał właśnie o zgodę lub hasło.</source>
        <translation>No screenshot: the system was just asking for consent or a password.</translation>
    </message>
    <message>
        <source>Brak zrzutu ekranu: to środowisko (Wayland) na niego nie pozwala.</source>
        <translation>No screenshot: this desktop (Wayland) does not allow it.</translation>
    </message>
    <message>
        <source>Brak zrzutu ekranu: w systemie macOS nie jest jeszcze dostępny.</source>
        <translation>No screenshot: it is not available on macOS yet.</translation>
    </message>
    <message>
        <source>Certyfikat serwera poczty {host} nie jest zaufany.</source>
        <translation>The certificate of the mail server {host} is not trusted.</translation>
    </message>
    <message>
        <source>Certyfikat {host} nie jest zaufany.</source>
        <translation>The certificate of {host} is not trusted.</translation>
    </message>
    <message>
        <source>Co ta wersja umie otworzyć, wysyła dalej. Zainstaluj nowszą wersję.</source>
        <translation>What this version can open is still sent. Install the newer version.</translation>
    </message>
    <message>
        <source>Coś poszło nie tak w Dzwonku.</source>
        <translation>Something went wrong in Dzwonek.</translation>
    </message>
    <message>
        <source>Czy chodziło o „{nearest}”?</source>
        <translation>Did you mean “{nearest}”?</translation>
    </message>
    <message>
        <source>Daktela chwilowo odmawia odpowiedzi.</source>
        <translation>Daktela refuses to answer for the moment.</translation>
    </message>
    <message>
        <source>Daktela działa tylko przez https. {example}</source>
        <translation>Daktela works only over https. {example}</translation>
    </message>
    <message>
        <source>Daktela odrzuciła login lub hasło.</source>
        <translation>Daktela rejected the user name or the password.</translation>
    </message>
    <message>
        <source>Dane programu leżą na dysku sieciowym ({kind}).</source>
        <translation>The program’s data lies on a network drive ({kind}).</translation>
    </message>
    <message>
        <source>Dane wpisz ręcznie.</source>
        <translation>Please type in the details.</translation>
    </message>
    <message>
        <source>Do czasu poprawy nic nie zostanie wysłane, a zrzuty ekranu są wyłączone. Powiadom administratora.</source>
        <translation>Until this is mended nothing is sent and screenshots are off. Tell your administrator.</translation>
    </message>
    <message>
        <source>Do czasu poprawy nic nie zostanie wysłane. Powiadom administratora.</source>
        <translation>Until this is mended nothing is sent. Tell your administrator.</translation>
    </message>
    <message>
        <source>Do poprawy: {reason}.</source>
        <translation>To be corrected: {reason}.</translation>
    </message>
    <message>
        <source>Dodaj do niej %USERNAME%: każda osoba potrzebuje własnego.</source>
        <translation>Add %USERNAME% to it: everyone needs a folder of their own.</translation>
    </message>
    <message>
        <source>Dozwolone: {allowed}. Do czasu poprawy niczego nie ustala.</source>
        <translation>Allowed: {allowed}. Until mended it fixes nothing.</translation>
    </message>
    <message>
        <source>Dozwolone: {allowed}. Do czasu poprawy niczego tu nie zapiszemy.</source>
        <translation>Allowed: {allowed}. Until mended nothing is saved here.</translation>
    </message>
    <message>
        <source>Dozwolone: {allowed}. Do czasu poprawy zrzuty ekranu są wyłączone.</source>
        <translation>Allowed: {allowed}. Until mended screenshots are off.</translation>
    </message>
    <message>
        <source>Działa profil domyślny.</source>
        <translation>The default profile is in use.</translation>
    </message>
    <message>
        <source>Działa wartość domyślna.</source>
        <translation>The default value is in use.</translation>
    </message>
    <message>
        <source>Działają ustawienia domyślne. Plik zostawiono bez zmian.</source>
        <translation>The default settings are in use. The file is left unchanged.</translation>
    </message>
    <message>
        <source>Dzwonek już działa, ale nie odpowiada.</source>
        <translation>Dzwonek is already running but does not answer.</translation>
    </message>
    <message>
        <source>Dzwonek nie mógł się uruchomić: folder {folder} jest niedostępny.</source>
        <translation>Dzwonek could not start: the folder {folder} is not available.</translation>
    </message>
    <message>
        <source>Dzwonek z ikoną potrzebuje pulpitu. Polecenia działają i bez niego.</source>
        <translation>Dzwonek with its icon needs a desktop. The commands work without one too.</translation>
    </message>
    <message>
        <source>Ekran bez zrzutu: system oddał czarny obraz.</source>
        <translation>A screen without a screenshot: the system returned a black picture.</translation>
    </message>
    <message>
        <source>Haseł i tokenów nie zachowamy tu na stałe.</source>
        <translation>Passwords and tokens will not be kept here for good.</translation>
    </message>
    <message>
        <source>Już nie czekamy na program pocztowy.</source>
        <translation>We are no longer waiting for the mail program.</translation>
    </message>
    <message>
        <source>Kanał „{channel}” nie jest jeszcze dostępny.</source>
        <translation>The channel “{channel}” is not available yet.</translation>
    </message>
    <message>
        <source>Klawisza {key} nie ma w tym układzie klawiatury.</source>
        <translation>The key {key} is not on this keyboard layout.</translation>
    </message>
    <message>
        <source>Klucz do tych zgłoszeń jest teraz niedostępny.</source>
        <translation>The key to these reports is not available now.</translation>
    </message>
    <message>
        <source>Klucz do tych zgłoszeń przepadł.</source>
        <translation>The key to these reports is lost.</translation>
    </message>
    <message>
        <source>Klucz do zapisanych zgłoszeń leży w pliku.</source>
        <translation>The key to saved reports is kept in a file.</translation>
    </message>
    <message>
        <source>Miejsce: {path}, wiersz {line}.</source>
        <translation>Place: {path}, line {line}.</translation>
    </message>
    <message>
        <source>Miejsce: {path}.</source>
        <translation>Place: {path}.</translation>
    </message>
    <message>
        <source>Można dodać plik PNG, JPEG, BMP albo WebP.</source>
        <translation>You can add a PNG, JPEG, BMP or WebP file.</translation>
    </message>
    <message>
        <source>Można pisać dalej, dane wpisz ręcznie.</source>
        <translation>You can go on writing; please type in the details.</translation>
    </message>
    <message>
        <source>Mógł wrócić z kopii zapasowej, więc zgłoszenie pójdzie bez niego.</source>
        <translation>It may have come back from a backup, so the report will go without it.</translation>
    </message>
    <message>
        <source>Na dysku nie można teraz niczego zapisać.</source>
        <translation>Nothing can be saved on the disk now.</translation>
    </message>
    <message>
        <source>Na ten adres przyjdzie odpowiedź.</source>
        <translation>The answer will come to this address.</translation>
    </message>
    <message>
        <source>Na tym komputerze nie ma programu pocztowego.</source>
        <translation>This computer has no mail program.</translation>
    </message>
    <message>
        <source>Na tym komputerze nie ma systemowego magazynu haseł.</source>
        <translation>This computer has no system password store.</translation>
    </message>
    <message>
        <source>Na tym pulpicie nie ma zasobnika z ikonami.</source>
        <translation>This desktop has no system tray.</translation>
    </message>
    <message>
        <source>Napisz w jednym zdaniu, co się stało.</source>
        <translation>Write in one sentence what happened.</translation>
    </message>
    <message>
        <source>Napisz, o co chodzi.</source>
        <translation>Write what it is about.</translation>
    </message>
    <message>
        <source>Nie da się ich odczytać ani wysłać. Zgłoś problem ponownie.</source>
        <translation>They can be neither read nor sent. Report the problem again.</translation>
    </message>
    <message>
        <source>Nie ma takiego zgłoszenia.</source>
        <translation>There is no such report.</translation>
    </message>
    <message>
        <source>Nie można go tu zmienić.</source>
        <translation>It cannot be changed here.</translation>
    </message>
    <message>
        <source>Nie można go wysłać. Plik zostaje na tym komputerze. Zgłoś problem ponownie.</source>
        <translation>It cannot be sent. The file stays on this computer. Report the problem again.</translation>
    </message>
    <message>
        <source>Nie można go wysłać. Zgłoś problem ponownie.</source>
        <translation>It cannot be sent. Report the problem again.</translation>
    </message>
    <message>
        <source>Nie podano adresu systemu Daktela.</source>
        <translation>The address of your Daktela system is not set.</translation>
    </message>
    <message>
        <source>Nie podano serwera poczty.</source>
        <translation>The mail server is not set.</translation>
    </message>
    <message>
        <source>Nie udało się bezpiecznie połączyć z {host}:{port} ({error}).</source>
        <translation>A secure connection to {host}:{port} could not be made ({error}).</translation>
    </message>
    <message>
        <source>Nie udało się odczytać ostatnich rozmów: brak uprawnień.</source>
        <translation>Recent conversations could not be read: no permission.</translation>
    </message>
    <message>
        <source>Nie udało się otworzyć {address}.</source>
        <translation>Could not open {address}.</translation>
    </message>
    <message>
        <source>Nie udało się połączyć z serwerem poczty przez proxy {host}.</source>
        <translation>Could not connect to the mail server through the proxy {host}.</translation>
    </message>
    <message>
        <source>Nie udało się połączyć z serwerem poczty {host}.</source>
        <translation>Could not connect to the mail server {host}.</translation>
    </message>
    <message>
        <source>Nie udało się połączyć z {host}.</source>
        <translation>Could not connect to {host}.</translation>
    </message>
    <message>
        <source>Nie udało się połączyć z {host}:{port}.</source>
        <translation>Could not connect to {host}:{port}.</translation>
    </message>
    <message>
        <source>Nie udało się ustawić uruchamiania z komputerem.</source>
        <translation>Starting with the computer could not be set.</translation>
    </message>
    <message>
        <source>Nie udało się zapisać pliku {path}.</source>
        <translation>The file {path} could not be saved.</translation>
    </message>
    <message>
        <source>Nie wiadomo, kiedy to się stało.</source>
        <translation>It is not clear when it happened.</translation>
    </message>
    <message>
        <source>Nie widać tu jednego numeru zgłoszenia.</source>
        <translation>There is no single ticket number here.</translation>
    </message>
    <message>
        <source>Nie zapisano: bez systemowego magazynu haseł niczego tu nie zapisujemy.</source>
        <translation>Not saved: without a system password store nothing is saved here.</translation>
    </message>
    <message>
        <source>Nie zapisano: dysk zgłosił błąd.</source>
        <translation>Not saved: the disk reported an error.</translation>
    </message>
    <message>
        <source>Nie zapisano: na dysku nie ma miejsca.</source>
        <translation>Not saved: the disk is full.</translation>
    </message>
    <message>
        <source>Nie zapisano: ten folder jest otwarty dla innych osób.</source>
        <translation>Not saved: this folder is open to other people.</translation>
    </message>
    <message>
        <source>Nie zapisano: ten folder należy do kogoś innego.</source>
        <translation>Not saved: this folder belongs to somebody else.</translation>
    </message>
    <message>
        <source>Nie zapisano: w miejscu folderu jest dowiązanie.</source>
        <translation>Not saved: there is a link where the folder should be.</translation>
    </message>
    <message>
        <source>Nie zapisano: w tym folderze nie wolno zapisywać.</source>
        <translation>Not saved: writing to this folder is not allowed.</translation>
    </message>
    <message>
        <source>Nie zapisano: zasada „OutboxFolder” nie wskazuje folderu.</source>
        <translation>Not saved: the policy “OutboxFolder” names no folder.</translation>
    </message>
    <message>
        <source>Nie znaleziono ekranu.</source>
        <translation>No screen was found.</translation>
    </message>
    <message>
        <source>Nie znaleziono nazwy {host}.</source>
        <translation>The name {host} was not found.</translation>
    </message>
    <message>
        <source>Nie znaleziono serwera poczty {host}.</source>
        <translation>The mail server {host} was not found.</translation>
    </message>
    <message>
        <source>Nieznane ustawienie „{key}”.</source>
        <translation>Unknown setting “{key}”.</translation>
    </message>
    <message>
        <source>Nieznany profil wsparcia „{name}”.</source>
        <translation>Unknown support profile “{name}”.</translation>
    </message>
    <message>
        <source>Numery wpisz ręcznie.</source>
        <translation>Please type in the numbers.</translation>
    </message>
    <message>
        <source>Obraz jest za duży.</source>
        <translation>The picture is too large.</translation>
    </message>
    <message>
        <source>Odblokuj go, a zgłoszenia ruszą same.</source>
        <translation>Unlock it and the reports will go out by themselves.</translation>
    </message>
    <message>
        <source>Odblokuj systemowy magazyn haseł, a zgłoszenia ruszą same.</source>
        <translation>Unlock the system’s password store and the reports will go out by themselves.</translation>
    </message>
    <message>
        <source>Odpowiedzi Dakteli nie udało się zrozumieć.</source>
        <translation>Daktela’s answer could not be understood.</translation>
    </message>
    <message>
        <source>Okno zdalnej sesji go przechwytuje. Wybierz inny.</source>
        <translation>The window of a remote session keeps it for itself. Choose another one.</translation>
    </message>
    <message>
        <source>Otwórz „Moje zgłoszenia”: przy każdym stoi, co zrobić.</source>
        <translation>Open “My reports”: each one says what to do.</translation>
    </message>
    <message>
        <source>Plik zgłoszenia jest uszkodzony.</source>
        <translation>The file of the report is damaged.</translation>
    </message>
    <message>
        <source>Plik {name} jest za duży (najwyżej {limit} MB).</source>
        <translation>The file {name} is too large (at most {limit} MB).</translation>
    </message>
    <message>
        <source>Pliku ustawień nie można odczytać.</source>
        <translation>The settings file cannot be read.</translation>
    </message>
    <message>
        <source>Pliku zgłoszenia nie ma już na tym komputerze.</source>
        <translation>The report’s file is no longer on this computer.</translation>
    </message>
    <message>
        <source>Pliku {name} nie można odczytać.</source>
        <translation>The file {name} cannot be read.</translation>
    </message>
    <message>
        <source>Poczekaj chwilę.</source>
        <translation>Please wait a moment.</translation>
    </message>
    <message>
        <source>Poczekaj chwilę. Jeśli to nie pomoże, zakończ go w systemie i uruchom ponownie.</source>
        <translation>Please wait a moment. If that does not help, end it in the system and start it again.</translation>
    </message>
    <message>
        <source>Poczta bez szyfrowania działa tylko na tym komputerze.</source>
        <translation>Mail without encryption works only on this computer.</translation>
    </message>
    <message>
        <source>Pod adresem {host} nie odpowiada Daktela.</source>
        <translation>Daktela does not answer at {host}.</translation>
    </message>
    <message>
        <source>Podaj inną godzinę.</source>
        <translation>Enter another time.</translation>
    </message>
    <message>
        <source>Podaj nazwę agenta.</source>
        <translation>Enter the agent’s name.</translation>
    </message>
    <message>
        <source>Podaj swój adres e-mail.</source>
        <translation>Enter your email address.</translation>
    </message>
    <message>
        <source>Podany czas jeszcze nie nadszedł.</source>
        <translation>The time entered is still to come.</translation>
    </message>
    <message>
        <source>Popraw adres nadawcy w Ustawieniach. Zgłoszenia czekają.</source>
        <translation>Correct the sender address in Settings. The reports are waiting.</translation>
    </message>
    <message>
        <source>Popraw adres w Ustawieniach.</source>
        <translation>Correct the address in Settings.</translation>
    </message>
    <message>
        <source>Popraw go: na ten adres przyjdzie odpowiedź.</source>
        <translation>Correct it: the answer will come to this address.</translation>
    </message>
    <message>
        <source>Popraw je w Ustawieniach. Zgłoszenia czekają.</source>
        <translation>Correct them in Settings. The reports are waiting.</translation>
    </message>
    <message>
        <source>Powiadom administratora.</source>
        <translation>Please tell your administrator.</translation>
    </message>
    <message>
        <source>Powiadom administratora. Miejsce: {path}.</source>
        <translation>Please tell your administrator. Place: {path}.</translation>
    </message>
    <message>
        <source>Powiadom administratora. Niczego tam nie wysłano.</source>
        <translation>Please tell your administrator. Nothing was sent there.</translation>
    </message>
    <message>
        <source>Powiadom administratora. Zgłoszenia czekają.</source>
        <translation>Please tell your administrator. The reports are waiting.</translation>
    </message>
    <message>
        <source>Połączenie z serwerem poczty {host} zostało przerwane.</source>
        <translation>The connection to mail server {host} was broken off.</translation>
    </message>
    <message>
        <source>Program pocztowy nie odpowiedział w porę.</source>
        <translation>The mail program did not answer in time.</translation>
    </message>
    <message>
        <source>Program pocztowy nie otworzył zgłoszenia.</source>
        <translation>The mail program did not open the report.</translation>
    </message>
    <message>
        <source>Przykład: Ctrl+Shift+F9.</source>
        <translation>Example: Ctrl+Shift+F9.</translation>
    </message>
    <message>
        <source>Przykład: twojanazwa.daktela.com.</source>
        <translation>Example: twojanazwa.daktela.com.</translation>
    </message>
    <message>
        <source>Serwer poczty nie potwierdził odbioru.</source>
        <translation>The mail server did not confirm receipt.</translation>
    </message>
    <message>
        <source>Serwer poczty nie przyjmuje adresata {address}.</source>
        <translation>The mail server does not accept the recipient {address}.</translation>
    </message>
    <message>
        <source>Serwer poczty nie przyjmuje nadawcy {address}.</source>
        <translation>The mail server does not accept the sender {address}.</translation>
    </message>
    <message>
        <source>Serwer poczty odrzucił nazwę użytkownika lub hasło.</source>
        <translation>The mail server rejected the user name or the password.</translation>
    </message>
    <message>
        <source>Serwer poczty odrzucił treść zgłoszenia ({reply}).</source>
        <translation>The mail server rejected the content of the report ({reply}).</translation>
    </message>
    <message>
        <source>Serwer poczty prosi, by spróbować później ({reply}).</source>
        <translation>The mail server asks to try again later ({reply}).</translation>
    </message>
    <message>
        <source>Serwer poczty {host} nie odpowiada na czas.</source>
        <translation>The mail server {host} does not answer in time.</translation>
    </message>
    <message>
        <source>Serwer poczty {host} nie oferuje logowania hasłem.</source>
        <translation>Mail server {host} offers no login by password.</translation>
    </message>
    <message>
        <source>Serwer poczty {host} nie oferuje szyfrowania.</source>
        <translation>The mail server {host} does not offer encryption.</translation>
    </message>
    <message>
        <source>Serwer poczty {host} odmawia przyjęcia połączenia ({reply}).</source>
        <translation>Mail server {host} refuses the connection ({reply}).</translation>
    </message>
    <message>
        <source>Serwer poczty {host} odpowiada niezrozumiale.</source>
        <translation>Mail server {host} gives answers that make no sense.</translation>
    </message>
    <message>
        <source>Serwer poczty {host} wymaga logowania, a nie podano nazwy użytkownika.</source>
        <translation>Mail server {host} wants a login, and no user name is set.</translation>
    </message>
    <message>
        <source>Serwer proxy {host} nie chce łączyć z serwerem poczty ({reply}).</source>
        <translation>The proxy {host} refuses to connect to the mail server ({reply}).</translation>
    </message>
    <message>
        <source>Serwer proxy {host} wymaga właściwej nazwy użytkownika i hasła.</source>
        <translation>The proxy {host} wants the right user name and password.</translation>
    </message>
    <message>
        <source>Skopiuj obraz i wklej go jeszcze raz.</source>
        <translation>Copy the picture and paste it once more.</translation>
    </message>
    <message>
        <source>Skrót globalny jest tu niedostępny.</source>
        <translation>A global shortcut is not available here.</translation>
    </message>
    <message>
        <source>Skrót globalny nie działa w tym środowisku (Wayland).</source>
        <translation>A global shortcut does not work on this desktop (Wayland).</translation>
    </message>
    <message>
        <source>Skrót {key} jest zajęty przez inny program.</source>
        <translation>The shortcut {key} is taken by another program.</translation>
    </message>
    <message>
        <source>Skrót {key} jest zastrzeżony.</source>
        <translation>The shortcut {key} is reserved.</translation>
    </message>
    <message>
        <source>Skrót {key} należy do Pulpitu zdalnego.</source>
        <translation>The shortcut {key} belongs to Remote Desktop.</translation>
    </message>
    <message>
        <source>Skróć go trochę.</source>
        <translation>Please shorten it a little.</translation>
    </message>
    <message>
        <source>Spis zgłoszeń był uszkodzony i został odtworzony z plików.</source>
        <translation>The list of reports was damaged and has been rebuilt from the files.</translation>
    </message>
    <message>
        <source>Sprawdź adres: to ten, który widać w przeglądarce podczas pracy.</source>
        <translation>Check the address: it is the one you see in the browser while you work.</translation>
    </message>
    <message>
        <source>Sprawdź datę i godzinę.</source>
        <translation>Check the date and time.</translation>
    </message>
    <message>
        <source>Sprawdź miejsce na dysku albo powiadom administratora.</source>
        <translation>Check the disk space or tell your administrator.</translation>
    </message>
    <message>
        <source>Sprawdź numer portu. {example}</source>
        <translation>Check the port number. {example}</translation>
    </message>
    <message>
        <source>Sprawdź pisownię.</source>
        <translation>Check the spelling.</translation>
    </message>
    <message>
        <source>Sprawdź pisownię. Przy logowaniu przez Google lub Microsoft użyj tokenu.</source>
        <translation>Check the spelling. If you sign in with Google or Microsoft, use a token.</translation>
    </message>
    <message>
        <source>Sprawdź sieć albo powiadom administratora.</source>
        <translation>Check the network or tell your administrator.</translation>
    </message>
    <message>
        <source>Sprawdź sieć i nazwę serwera. Spróbujemy ponownie.</source>
        <translation>Check the network and the server’s name. We will try again.</translation>
    </message>
    <message>
        <source>Sprawdź sieć. Zgłoszenie można napisać i wysłać bez tego połączenia.</source>
        <translation>Check the network. You can write and send the report without this connection.</translation>
    </message>
    <message>
        <source>Sprawdź w nim, czy zgłoszenie jest otwarte albo wysłane.</source>
        <translation>Check there whether the report is open or has been sent.</translation>
    </message>
    <message>
        <source>Spróbuj jeszcze raz. To, co zapisane, jest bezpieczne.</source>
        <translation>Try once more. What is saved is safe.</translation>
    </message>
    <message>
        <source>Spróbuj ponownie, a gdy się powtórzy, powiadom administratora.</source>
        <translation>Try again; if it happens again, please tell your administrator.</translation>
    </message>
    <message>
        <source>Spróbujemy ponownie.</source>
        <translation>We will try again.</translation>
    </message>
    <message>
        <source>Spróbujemy ponownie. Gdy się powtórzy, powiadom administratora.</source>
        <translation>We will try again. If it happens again, tell the administrator.</translation>
    </message>
    <message>
        <source>Spróbujemy ponownie. Zgłoszenia czekają.</source>
        <translation>We will try again. The reports are waiting.</translation>
    </message>
    <message>
        <source>Systemowy magazyn haseł jest zablokowany.</source>
        <translation>The system’s password store is locked.</translation>
    </message>
    <message>
        <source>Systemowy magazyn haseł nie odpowiada.</source>
        <translation>The system’s password store does not answer.</translation>
    </message>
    <message>
        <source>Systemowy magazyn haseł nie przyjął tej wartości.</source>
        <translation>The system’s password store did not take this value.</translation>
    </message>
    <message>
        <source>Tak bywa przy zablokowanej sesji. Zgłoszenie można wysłać bez tego zrzutu.</source>
        <translation>This happens when the session is locked. You can send the report without this screenshot.</translation>
    </message>
    <message>
        <source>Tak bywa, gdy okno zdalnego pulpitu jest zminimalizowane. Zgłoszenie można wysłać bez zrzutu.</source>
        <translation>This happens when the window of the remote desktop is minimised. You can send the report without a screenshot.</translation>
    </message>
    <message>
        <source>Tak ustawił administrator.</source>
        <translation>Your administrator set it so.</translation>
    </message>
    <message>
        <source>Takiej godziny nie było: przestawiono wtedy zegary.</source>
        <translation>There was no such time: the clocks were changed then.</translation>
    </message>
    <message>
        <source>Tego nie można dodać: to nie obraz albo obraz jest uszkodzony.</source>
        <translation>This cannot be added: it is not a picture, or the picture is damaged.</translation>
    </message>
    <message>
        <source>Tego zgłoszenia nie da się ułożyć na nowo.</source>
        <translation>This report cannot be put together anew.</translation>
    </message>
    <message>
        <source>Tekst jest za długi (najwyżej {limit} znaków).</source>
        <translation>The text is too long (at most {limit} characters).</translation>
    </message>
    <message>
        <source>Ten pulpit nie pokazuje powiadomień.</source>
        <translation>This desktop does not show notifications.</translation>
    </message>
    <message>
        <source>Ten serwer poczty nie przyjmuje już logowania hasłem.</source>
        <translation>This mail server no longer accepts signing in with a password.</translation>
    </message>
    <message>
        <source>To kod z tego programu, a nie numer nadany przez wsparcie.</source>
        <translation>This is a code from this program, not a number given by support.</translation>
    </message>
    <message>
        <source>To okno zastępuje ikonę dzwonka.</source>
        <translation>This window stands in for the bell icon.</translation>
    </message>
    <message>
        <source>To słabsza ochrona niż systemowy magazyn haseł.</source>
        <translation>That protects less than the system’s password store.</translation>
    </message>
    <message>
        <source>To zgłoszenie jest właśnie wysyłane.</source>
        <translation>This report is being sent right now.</translation>
    </message>
    <message>
        <source>Uruchamianie Dzwonka jest wyłączone w Menedżerze zadań.</source>
        <translation>Starting Dzwonek is switched off in Task Manager.</translation>
    </message>
    <message>
        <source>Ustaw datę i godzinę w systemie albo powiadom administratora.</source>
        <translation>Set the system’s date and time, or tell the administrator.</translation>
    </message>
    <message>
        <source>Ustaw kanał „mail”.</source>
        <translation>Set the channel “mail”.</translation>
    </message>
    <message>
        <source>Ustawienie „{key}” ma złą wartość.</source>
        <translation>The setting “{key}” has a wrong value.</translation>
    </message>
    <message>
        <source>Ustawienie „{key}” ustalił administrator.</source>
        <translation>The setting “{key}” was set by your administrator.</translation>
    </message>
    <message>
        <source>Ustawień nie udało się zapisać.</source>
        <translation>The settings could not be saved.</translation>
    </message>
    <message>
        <source>Usuń któryś z nich.</source>
        <translation>Remove one of them.</translation>
    </message>
    <message>
        <source>Używa go system albo pisze się nim polskie litery. Wybierz inny.</source>
        <translation>The system uses it, or it types Polish letters. Choose another one.</translation>
    </message>
    <message>
        <source>W Ustawieniach wybierz TLS albo STARTTLS.</source>
        <translation>Choose TLS or STARTTLS in Settings.</translation>
    </message>
    <message>
        <source>W pliku „{value}” nie ma certyfikatów albo nie można go odczytać.</source>
        <translation>The file “{value}” holds no certificates or cannot be read.</translation>
    </message>
    <message>
        <source>W profilu wsparcia „{name}” jest błąd.</source>
        <translation>There is an error in the support profile “{name}”.</translation>
    </message>
    <message>
        <source>W schowku nie ma obrazu.</source>
        <translation>There is no picture on the clipboard.</translation>
    </message>
    <message>
        <source>W ustawieniach systemu przypisz klawisz do polecenia „{command}”.</source>
        <translation>In the system settings, assign a key to the command “{command}”.</translation>
    </message>
    <message>
        <source>Wiadomość zamknięto w programie pocztowym bez wysłania.</source>
        <translation>The message was closed in the mail program without being sent.</translation>
    </message>
    <message>
        <source>Wpisz adres bez nazwy użytkownika i hasła. {example}</source>
        <translation>Type the address without a user name and a password. {example}</translation>
    </message>
    <message>
        <source>Wpisz go w Ustawieniach.</source>
        <translation>Enter it in Settings.</translation>
    </message>
    <message>
        <source>Wpisz go w Ustawieniach. Zgłoszenia czekają na tym komputerze.</source>
        <translation>Enter it in Settings. The reports are waiting on this computer.</translation>
    </message>
    <message>
        <source>Wpisz go, na przykład twojanazwa.daktela.com.</source>
        <translation>Enter it, for example twojanazwa.daktela.com.</translation>
    </message>
    <message>
        <source>Wpisz je w Ustawieniach. Zgłoszenia czekają.</source>
        <translation>Enter it in Settings. The reports are waiting.</translation>
    </message>
    <message>
        <source>Wpisz ją i hasło w Ustawieniach. Zgłoszenia czekają.</source>
        <translation>Enter it and the password in Settings. The reports wait.</translation>
    </message>
    <message>
        <source>Wpisz np. „dziś o 13:55”, „wczoraj 9:10” albo „10 minut temu”.</source>
        <translation>Enter e.g. “today at 13:55”, “yesterday 9:10” or “10 minutes ago”.</translation>
    </message>
    <message>
        <source>Wpisz numer z odpowiedzi wsparcia, na przykład 12345.</source>
        <translation>Enter the number from support’s answer, for example 12345.</translation>
    </message>
    <message>
        <source>Wpisz sam numer z odpowiedzi wsparcia, na przykład 12345.</source>
        <translation>Enter only the number from support’s answer, for example 12345.</translation>
    </message>
    <message>
        <source>Wpisz, których agentów to dotyczy.</source>
        <translation>Enter which agents are affected.</translation>
    </message>
    <message>
        <source>Wybierz inny skrót albo zamknij tamten program.</source>
        <translation>Choose another shortcut or close that program.</translation>
    </message>
    <message>
        <source>Wybierz inny skrót.</source>
        <translation>Choose another shortcut.</translation>
    </message>
    <message>
        <source>Wybierz inną nazwę albo inny folder.</source>
        <translation>Choose another name or another folder.</translation>
    </message>
    <message>
        <source>Wybierz mniejszy obraz.</source>
        <translation>Choose a smaller picture.</translation>
    </message>
    <message>
        <source>Wybierz rodzaj problemu.</source>
        <translation>Choose the kind of problem.</translation>
    </message>
    <message>
        <source>Wyślemy tę samą wiadomość jeszcze raz.</source>
        <translation>We will send the same message once more.</translation>
    </message>
    <message>
        <source>Włącz je tam, na karcie aplikacji autostartu (Ctrl+Shift+Esc).</source>
        <translation>Switch it on there, on the tab of startup apps (Ctrl+Shift+Esc).</translation>
    </message>
    <message>
        <source>Włączone dla wszystkich przez administratora.</source>
        <translation>Switched on for everyone by your administrator.</translation>
    </message>
    <message>
        <source>Zaloguj się w Ustawieniach (wklejony token mógł stracić ważność) albo wpisz dane ręcznie.</source>
        <translation>Sign in in Settings (a pasted token may no longer be valid), or type in the details.</translation>
    </message>
    <message>
        <source>Zapisanego zrzutu ekranu nie można odczytać.</source>
        <translation>The saved screenshot cannot be read.</translation>
    </message>
    <message>
        <source>Zapisany zrzut ekranu jest starszy niż ten szkic.</source>
        <translation>The stored screenshot is older than this draft.</translation>
    </message>
    <message>
        <source>Zapisało je inne wydanie programu. Zapisz je jako .eml.</source>
        <translation>It was saved by another version of the program. Save it as .eml.</translation>
    </message>
    <message>
        <source>Zapisz je jako .eml i dołącz do wiadomości.</source>
        <translation>Save it as .eml and attach it to a message.</translation>
    </message>
    <message>
        <source>Zapisz je jako .eml i przekaż inną drogą albo zadzwoń.</source>
        <translation>Save it as .eml and pass it on another way, or call.</translation>
    </message>
    <message>
        <source>Zapisz je jako .eml i wyślij inną drogą albo zadzwoń.</source>
        <translation>Save it as .eml and send it another way, or call.</translation>
    </message>
    <message>
        <source>Zapisz zgłoszenie jako .eml i prześlij je inaczej albo zadzwoń.</source>
        <translation>Save the report as .eml and send it another way, or call.</translation>
    </message>
    <message>
        <source>Zasad ustalonych przez administratora nie można odczytać.</source>
        <translation>The rules set by your administrator cannot be read.</translation>
    </message>
    <message>
        <source>Zasada administratora „ContactEmail” nie podaje poprawnego adresu.</source>
        <translation>The administrator’s policy “ContactEmail” names no valid address.</translation>
    </message>
    <message>
        <source>Zasada administratora „Recipients” nie podaje poprawnych adresów.</source>
        <translation>The administrator’s policy “Recipients” names no valid addresses.</translation>
    </message>
    <message>
        <source>Zasada administratora „{key}” ma złą wartość („{value}”).</source>
        <translation>The administrator’s policy “{key}” has a wrong value (“{value}”).</translation>
    </message>
    <message>
        <source>Zasada „OutboxFolder” daje wszystkim jeden folder („{value}”).</source>
        <translation>The policy “OutboxFolder” gives everyone the same folder (“{value}”).</translation>
    </message>
    <message>
        <source>Zaznacz, jak często to się zdarza.</source>
        <translation>Mark how often it happens.</translation>
    </message>
    <message>
        <source>Zegar tego komputera jest błędny: wskazuje {shown} UTC.</source>
        <translation>This computer’s clock is wrong: it shows {shown} UTC.</translation>
    </message>
    <message>
        <source>Zgłoszenia czekają na wysłanie jak przedtem.</source>
        <translation>The reports are waiting to be sent as before.</translation>
    </message>
    <message>
        <source>Zgłoszenia można przejrzeć i zapisać jako .eml w innym miejscu. Wysyłka stoi.</source>
        <translation>Reports can be looked at and saved as .eml elsewhere. Nothing is being sent.</translation>
    </message>
    <message>
        <source>Zgłoszenia zapisała tu nowsza wersja programu.</source>
        <translation>The reports here were saved by a newer version of the program.</translation>
    </message>
    <message>
        <source>Zgłoszenia, których nie udało się wysłać: {troubled}.</source>
        <translation>Reports that could not be sent: {troubled}.</translation>
    </message>
    <message>
        <source>Zgłoszenie jest za duże dla serwera poczty.</source>
        <translation>The report is too large for the mail server.</translation>
    </message>
    <message>
        <source>Zgłoszenie ma już {limit} obrazów, więcej się nie zmieści.</source>
        <translation>The report already has {limit} pictures; no more will fit.</translation>
    </message>
    <message>
        <source>Zgłoszenie można wysłać bez zrzutu.</source>
        <translation>You can send the report without a screenshot.</translation>
    </message>
    <message>
        <source>Zgłoszenie otworzysz ikoną dzwonka.</source>
        <translation>Open a report with the bell icon.</translation>
    </message>
    <message>
        <source>Zgłoszenie pójdzie bez tego zrzutu.</source>
        <translation>The report will go without this screenshot.</translation>
    </message>
    <message>
        <source>Zgłoszenie pójdzie bez zrzutu.</source>
        <translation>The report will go without a screenshot.</translation>
    </message>
    <message>
        <source>Zrzuty ekranu są wyłączone przez administratora.</source>
        <translation>Screenshots are switched off by your administrator.</translation>
    </message>
    <message>
        <source>Zrzuty ekranu są wyłączone w ustawieniach.</source>
        <translation>Screenshots are switched off in the settings.</translation>
    </message>
    <message>
        <source>Zwolnij trochę miejsca i spróbuj ponownie.</source>
        <translation>Free some space and try again.</translation>
    </message>
    <message>
        <source>{host} nie odpowiada na czas.</source>
        <translation>{host} does not answer in time.</translation>
    </message>
    <message>
        <source>{host}:{port} nie odpowiada na czas.</source>
        <translation>{host}:{port} does not answer in time.</translation>
    </message>
    <message>
        <source>„{address}” nie jest adresem e-mail.</source>
        <translation>“{address}” is not an email address.</translation>
    </message>
    <message>
        <source>„{address}” nie jest adresem systemu.</source>
        <translation>“{address}” is not a system address.</translation>
    </message>
    <message>
        <source>„{key}” nie jest skrótem klawiszowym.</source>
        <translation>“{key}” is not a keyboard shortcut.</translation>
    </message>
</context>
<context>
    <name>ZoomBar</name>
    <message>
        <source>Całość</source>
        <translation>Fit</translation>
    </message>
    <message>
        <source>Dwukrotna wielkość</source>
        <translation>Twice the size</translation>
    </message>
    <message>
        <source>Pokaż całość</source>
        <translation>Show the whole picture</translation>
    </message>
    <message>
        <source>Pomniejsz</source>
        <translation>Zoom out</translation>
    </message>
    <message>
        <source>Powiększ</source>
        <translation>Zoom in</translation>
    </message>
    <message>
        <source>Rzeczywista wielkość</source>
        <translation>Actual size</translation>
    </message>
</context>
</TS>
