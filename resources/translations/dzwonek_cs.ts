<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="cs_CZ" sourcelanguage="pl">
<context>
    <name>Activities</name>
    <message>
        <source>wybrane</source>
        <translation>vybráno</translation>
    </message>
</context>
<context>
    <name>ActivityList</name>
    <message>
        <source>Ostatnie rozmowy, e-maile i czaty</source>
        <translation>Poslední hovory, e-maily a chaty</translation>
    </message>
</context>
<context>
    <name>ActivityRow</name>
    <message>
        <source>wybrane – kliknij, aby cofnąć</source>
        <translation>vybráno – kliknutím zrušíte</translation>
    </message>
</context>
<context>
    <name>AddingTile</name>
    <message>
        <source>Dodaj fragment tego, co jest teraz na ekranie</source>
        <translation>Přidat vybranou oblast obrazovky, jak vypadá teď</translation>
    </message>
    <message>
        <source>Dodaj obraz z pliku; można go też upuścić na to okno</source>
        <translation>Přidat obrázek ze souboru; můžete ho také přetáhnout do tohoto okna</translation>
    </message>
    <message>
        <source>Dodaj zrzut</source>
        <translation>Přidat snímek</translation>
    </message>
    <message>
        <source>Dodaj zrzut tego, co jest teraz na ekranie</source>
        <translation>Přidat snímek obrazovky, jak vypadá teď</translation>
    </message>
    <message>
        <source>Wklej</source>
        <translation>Vložit</translation>
    </message>
    <message>
        <source>Wklej obraz ze schowka</source>
        <translation>Vložit obrázek ze schránky</translation>
    </message>
    <message>
        <source>Wybierz obszar</source>
        <translation>Vybrat oblast</translation>
    </message>
    <message>
        <source>Z pliku…</source>
        <translation>Ze souboru…</translation>
    </message>
</context>
<context>
    <name>Ages</name>
    <message numerus="yes">
        <source>sprzed %n dni</source>
        <translation>
            <numerusform>před %n dnem</numerusform>
            <numerusform>před %n dny</numerusform>
            <numerusform>před %n dny</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>sprzed %n godz.</source>
        <translation>
            <numerusform>před %n h</numerusform>
            <numerusform>před %n h</numerusform>
            <numerusform>před %n h</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>sprzed %n min</source>
        <translation>
            <numerusform>před %n min</numerusform>
            <numerusform>před %n min</numerusform>
            <numerusform>před %n min</numerusform>
        </translation>
    </message>
    <message>
        <source>sprzed chwili</source>
        <translation>před chvílí</translation>
    </message>
</context>
<context>
    <name>Body</name>
    <message>
        <source>&amp;Kiedy</source>
        <translation>&amp;Kdy</translation>
    </message>
    <message>
        <source>&amp;Opis</source>
        <translation>&amp;Popis</translation>
    </message>
    <message>
        <source>&amp;Wystąpienie</source>
        <translation>&amp;Výskyt</translation>
    </message>
    <message>
        <source>Cały czas</source>
        <translation>Pořád</translation>
    </message>
    <message>
        <source>Czat</source>
        <translation>Chat</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>Inny</source>
        <translation>Jiný</translation>
    </message>
    <message>
        <source>Inny rodzaj problemu</source>
        <translation>Jiný druh problému</translation>
    </message>
    <message>
        <source>Ko&amp;go dotyczy</source>
        <translation>Koho se &amp;týká</translation>
    </message>
    <message>
        <source>Po raz pierwszy</source>
        <translation>Poprvé</translation>
    </message>
    <message>
        <source>Ponownie: {code}</source>
        <translation>Znovu: {code}</translation>
    </message>
    <message>
        <source>Ponownie: {code}, numer {ticket}</source>
        <translation>Znovu: {code}, číslo {ticket}</translation>
    </message>
    <message>
        <source>Połączenie przychodzące</source>
        <translation>Příchozí hovor</translation>
    </message>
    <message>
        <source>Połączenie wychodzące</source>
        <translation>Odchozí hovor</translation>
    </message>
    <message>
        <source>Rod&amp;zaj problemu</source>
        <translation>&amp;Druh problému</translation>
    </message>
    <message>
        <source>Rodzaj problemu</source>
        <translation>Druh problému</translation>
    </message>
    <message>
        <source>Szcz&amp;egóły</source>
        <translation>Pod&amp;robnosti</translation>
    </message>
    <message>
        <source>To zgłoszenie mówi, że zdarzyło się ponownie.</source>
        <translation>Toto hlášení říká, že se to stalo znovu.</translation>
    </message>
    <message>
        <source>Wiadomość e-mail</source>
        <translation>E-mailová zpráva</translation>
    </message>
    <message>
        <source>Więcej niż raz</source>
        <translation>Více než jednou</translation>
    </message>
    <message>
        <source>Wychodzące</source>
        <translation>Odchozí hovor</translation>
    </message>
    <message>
        <source>Wystąpienie</source>
        <translation>Výskyt</translation>
    </message>
    <message>
        <source>Zrz&amp;uty ekranu</source>
        <translation>Snímky &amp;obrazovky</translation>
    </message>
    <message>
        <source>chwila otwarcia zgłoszenia</source>
        <translation>okamžik otevření hlášení</translation>
    </message>
    <message>
        <source>czas rozmowy</source>
        <translation>čas konverzace</translation>
    </message>
</context>
<context>
    <name>CalendarButton</name>
    <message>
        <source>Wybierz dzień z kalendarza</source>
        <translation>Vybrat den z kalendáře</translation>
    </message>
    <message>
        <source>Wybierz dzień z kalendarza (F4)</source>
        <translation>Vybrat den z kalendáře (F4)</translation>
    </message>
</context>
<context>
    <name>CalendarPopup</name>
    <message>
        <source>Dzień, w którym to się stało</source>
        <translation>Den, kdy se to stalo</translation>
    </message>
    <message>
        <source>Następny miesiąc</source>
        <translation>Další měsíc</translation>
    </message>
    <message>
        <source>Poprzedni miesiąc</source>
        <translation>Předchozí měsíc</translation>
    </message>
</context>
<context>
    <name>ConcernCell</name>
    <message>
        <source>&amp;Imiona i nazwiska, po przecinku</source>
        <translation>Jména a pří&amp;jmení, oddělená čárkou</translation>
    </message>
    <message>
        <source>Całego zespołu</source>
        <translation>Celého týmu</translation>
    </message>
    <message>
        <source>Imiona i nazwiska agentów, po przecinku</source>
        <translation>Jména a příjmení agentů, oddělená čárkou</translation>
    </message>
    <message>
        <source>Innych agentów</source>
        <translation>Jiných agentů</translation>
    </message>
    <message>
        <source>Kogo dotyczy problem</source>
        <translation>Koho se problém týká</translation>
    </message>
    <message>
        <source>Mnie</source>
        <translation>Mě</translation>
    </message>
    <message>
        <source>Zapomniano: {name}</source>
        <translation>Zapomenuto: {name}</translation>
    </message>
    <message>
        <source>dotyczy całego zespołu</source>
        <translation>týká se celého týmu</translation>
    </message>
    <message>
        <source>dotyczy mnie</source>
        <translation>týká se mě</translation>
    </message>
    <message>
        <source>dotyczy: {names}</source>
        <translation>týká se: {names}</translation>
    </message>
</context>
<context>
    <name>CopyButton</name>
    <message>
        <source>✓ Skopiowano</source>
        <translation>✓ Zkopírováno</translation>
    </message>
</context>
<context>
    <name>CoverEditor</name>
    <message>
        <source>Cofnij</source>
        <translation>Zpět</translation>
    </message>
    <message>
        <source>Gotowe</source>
        <translation>Hotovo</translation>
    </message>
    <message>
        <source>Narzędzie</source>
        <translation>Nástroj</translation>
    </message>
    <message>
        <source>Porzuć zmiany</source>
        <translation>Zahodit změny</translation>
    </message>
    <message>
        <source>Przeciągnij myszą po danych klienta albo: strzałki, spacja, strzałki, spacja.</source>
        <translation>Táhněte myší přes údaje zákazníka, nebo: šipky, mezerník, šipky, mezerník.</translation>
    </message>
    <message>
        <source>Przeciągnij myszą po tym, co ma zostać, albo: strzałki, spacja, strzałki, spacja.</source>
        <translation>Táhněte myší přes to, co má zůstat, nebo: šipky, mezerník, šipky, mezerník.</translation>
    </message>
    <message>
        <source>Przeciągnij myszą wokół tego, co ważne, albo: strzałki, spacja, strzałki, spacja.</source>
        <translation>Táhněte myší kolem toho, co je důležité, nebo: šipky, mezerník, šipky, mezerník.</translation>
    </message>
    <message>
        <source>Przytnij</source>
        <translation>Oříznout</translation>
    </message>
    <message numerus="yes">
        <source>Ramki: %n. Niczego nie zakrywają.</source>
        <translation>
            <numerusform>%n rámeček. Nic nezakrývá.</numerusform>
            <numerusform>%n rámečky. Nic nezakrývají.</numerusform>
            <numerusform>%n rámečků. Nic nezakrývá.</numerusform>
        </translation>
    </message>
    <message>
        <source>Strzałki albo mysz przesuwają ramkę, Delete ją usuwa.</source>
        <translation>Šipky nebo myš rámeček posouvají, Delete jej odstraní.</translation>
    </message>
    <message>
        <source>Strzałki albo mysz przesuwają wycinek, Delete przywraca całość.</source>
        <translation>Šipky nebo myš výřez posouvají, Delete vrátí celý snímek.</translation>
    </message>
    <message>
        <source>Strzałki albo mysz przesuwają zakrycie, Delete je usuwa.</source>
        <translation>Šipky nebo myš zakrytí posouvají, Delete je odstraní.</translation>
    </message>
    <message>
        <source>Strzałki zmieniają rozmiar, spacja kończy, Esc porzuca.</source>
        <translation>Šipky mění velikost, mezerník dokončí, Esc zahodí.</translation>
    </message>
    <message>
        <source>Usuń</source>
        <translation>Odstranit</translation>
    </message>
    <message>
        <source>Z tego, co poza wycinkiem, nic nie zostanie.</source>
        <translation>Z toho, co je mimo výřez, nic nezůstane.</translation>
    </message>
    <message>
        <source>Zakryj</source>
        <translation>Zakrýt</translation>
    </message>
    <message numerus="yes">
        <source>Zakryte miejsca: %n. Pod czarnym polem nic nie zostanie.</source>
        <translation>
            <numerusform>Zakryto %n místo. Pod černou plochou nic nezůstane.</numerusform>
            <numerusform>Zakryta %n místa. Pod černou plochou nic nezůstane.</numerusform>
            <numerusform>Zakryto %n míst. Pod černou plochou nic nezůstane.</numerusform>
        </translation>
    </message>
    <message>
        <source>Zaznacz ramką</source>
        <translation>Označit rámečkem</translation>
    </message>
    <message>
        <source>Zrzut ekranu, na którym zakrywa się dane</source>
        <translation>Snímek obrazovky, na kterém se zakrývají údaje</translation>
    </message>
</context>
<context>
    <name>CrashGuard</name>
    <message>
        <source>Coś poszło nie tak w Dzwonku.</source>
        <translation>V programu Dzwonek se něco pokazilo.</translation>
    </message>
    <message>
        <source>Kopiuj szczegóły</source>
        <translation>Kopírovat podrobnosti</translation>
    </message>
    <message>
        <source>Program działa dalej. W otwartym formularzu sprawdź na dole, czy szkic się zapisuje. Jeśli to się powtórzy, skopiuj szczegóły i przekaż je administratorowi.</source>
        <translation>Program běží dál. V otevřeném formuláři dole zkontrolujte, zda se koncept ukládá. Pokud se to zopakuje, zkopírujte podrobnosti a předejte je správci.</translation>
    </message>
</context>
<context>
    <name>Description</name>
    <message>
        <source>Co się stało na czacie? Np. wiadomości klienta nie dochodziły.</source>
        <translation>Co se stalo v chatu? Např. zprávy zákazníka nedocházely.</translation>
    </message>
    <message>
        <source>Co się stało z e-mailem? Np. nie dotarł, nie wyszedł, zginął załącznik.</source>
        <translation>Co se stalo s e-mailem? Např. nedorazil, neodešel, ztratila se příloha.</translation>
    </message>
    <message>
        <source>Co się stało? Co chcesz zrobić i co wtedy widzisz na ekranie?</source>
        <translation>Co se stalo? Co chcete udělat a co přitom vidíte na obrazovce?</translation>
    </message>
    <message>
        <source>Co się stało? Kto kogo nie słyszał, czy rozłączyło, czy było echo. Czy na innej linii lub urządzeniu jest tak samo?</source>
        <translation>Co se stalo? Kdo koho neslyšel, zda se hovor přerušil, zda byla slyšet ozvěna. Je to na jiné lince nebo zařízení stejné?</translation>
    </message>
    <message>
        <source>Co się stało? Np. połączenie zostało rozłączone w trakcie rozmowy z Klientem.</source>
        <translation>Co se stalo? Např. hovor se během rozhovoru se zákazníkem přerušil.</translation>
    </message>
    <message>
        <source>Opis: co się stało</source>
        <translation>Popis: co se stalo</translation>
    </message>
</context>
<context>
    <name>DetailsCell</name>
    <message>
        <source>Zmień</source>
        <translation>Změnit</translation>
    </message>
    <message>
        <source>Zmień szczegóły: {details}</source>
        <translation>Změnit podrobnosti: {details}</translation>
    </message>
    <message>
        <source>bez numeru klienta</source>
        <translation>bez čísla zákazníka</translation>
    </message>
</context>
<context>
    <name>EmergencyStrip</name>
    <message>
        <source>Kopiuj</source>
        <translation>Kopírovat</translation>
    </message>
    <message>
        <source>Kopiuj telefon na nagły przypadek</source>
        <translation>Kopírovat telefon pro naléhavé případy</translation>
    </message>
    <message>
        <source>Podaj kod: {code}</source>
        <translation>Uveďte kód: {code}</translation>
    </message>
    <message>
        <source>Skopiowano</source>
        <translation>Zkopírováno</translation>
    </message>
    <message>
        <source>W nagłym przypadku dzwoń, całą dobę:</source>
        <translation>V naléhavém případě volejte, nonstop:</translation>
    </message>
    <message>
        <source>Zadzwoń teraz:</source>
        <translation>Zavolejte hned:</translation>
    </message>
</context>
<context>
    <name>Ending</name>
    <message>
        <source>Dzwonek zapisuje rozpoczęte zgłoszenie.</source>
        <translation>Dzwonek ukládá rozepsané hlášení.</translation>
    </message>
</context>
<context>
    <name>FirstRun</name>
    <message>
        <source>Dzień dobry, tu Dzwonek</source>
        <translation>Dobrý den, tady Dzwonek</translation>
    </message>
    <message>
        <source>Gotowe</source>
        <translation>Hotovo</translation>
    </message>
    <message>
        <source>Kilka pól i gotowe. Wszystko jest opcjonalne i da się zmienić w Ustawieniach.</source>
        <translation>Pár polí a je hotovo. Všechno je nepovinné a dá se změnit v Nastavení.</translation>
    </message>
    <message>
        <source>Przez niego wychodzą zgłoszenia. Dane poda administrator.</source>
        <translation>Přes něj odcházejí hlášení. Údaje sdělí správce.</translation>
    </message>
    <message>
        <source>Później</source>
        <translation>Později</translation>
    </message>
    <message>
        <source>Później, bez zapisywania</source>
        <translation>Později, bez uložení</translation>
    </message>
    <message>
        <source>Wpisz dane serwera</source>
        <translation>Zadat údaje serveru</translation>
    </message>
    <message>
        <source>Zapisujemy…</source>
        <translation>Ukládáme…</translation>
    </message>
    <message>
        <source>Zgłoszenia wyjdą przez {host}.</source>
        <translation>Hlášení budou odcházet přes {host}.</translation>
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
        <translation>Náhled</translation>
    </message>
    <message>
        <source>Później</source>
        <translation>Později</translation>
    </message>
    <message>
        <source>Szkic się nie zapisuje: nie zamykaj okna.</source>
        <translation>Koncept se neukládá: nezavírejte okno.</translation>
    </message>
    <message>
        <source>Szkic zapisuje się na tym komputerze.</source>
        <translation>Koncept se ukládá v tomto počítači.</translation>
    </message>
    <message>
        <source>Wyślij</source>
        <translation>Odeslat</translation>
    </message>
    <message>
        <source>Zapisujemy zgłoszenie</source>
        <translation>Ukládáme hlášení</translation>
    </message>
    <message>
        <source>Zapisujemy…</source>
        <translation>Ukládáme…</translation>
    </message>
</context>
<context>
    <name>ForeignAddress</name>
    <message>
        <source>Adres {host} nie kończy się na daktela.com. Czy jest właściwy?</source>
        <translation>Adresa {host} nekončí na daktela.com. Je určitě správná?</translation>
    </message>
    <message>
        <source>Popraw adres</source>
        <translation>Opravit adresu</translation>
    </message>
    <message>
        <source>Tak, to nasz system</source>
        <translation>Ano, to je náš systém</translation>
    </message>
</context>
<context>
    <name>FullPicture</name>
    <message>
        <source>Wróć do podglądu</source>
        <translation>Zpět k náhledu</translation>
    </message>
</context>
<context>
    <name>HelpWindow</name>
    <message>
        <source>Biuro otwarte do {time}.</source>
        <translation>Kancelář má otevřeno do {time}.</translation>
    </message>
    <message>
        <source>Biuro zamknięte – w nagłym przypadku dzwoń: {number} (całą dobę).</source>
        <translation>Kancelář má zavřeno – v naléhavém případě volejte {number} (nonstop).</translation>
    </message>
    <message>
        <source>Dziś święto, biuro zamknięte – w nagłym przypadku dzwoń: {number} (całą dobę).</source>
        <translation>Dnes je svátek, kancelář má zavřeno – v naléhavém případě volejte {number} (nonstop).</translation>
    </message>
    <message>
        <source>Kopiuj adres {address}</source>
        <translation>Kopírovat adresu {address}</translation>
    </message>
    <message>
        <source>Kopiuj numer</source>
        <translation>Kopírovat číslo</translation>
    </message>
    <message>
        <source>Najbliższe święta, biuro nieczynne: {days}.</source>
        <translation>Nejbližší svátky, kancelář má zavřeno: {days}.</translation>
    </message>
    <message>
        <source>Napisz</source>
        <translation>Napsat</translation>
    </message>
    <message>
        <source>Otwórz w przeglądarce</source>
        <translation>Otevřít v prohlížeči</translation>
    </message>
    <message>
        <source>Pomoc i kontakt</source>
        <translation>Nápověda a kontakt</translation>
    </message>
    <message>
        <source>Spis treści</source>
        <translation>Obsah</translation>
    </message>
    <message>
        <source>W nagłym przypadku dzwoń, całą dobę</source>
        <translation>V naléhavém případě volejte, nonstop</translation>
    </message>
    <message>
        <source>Wszystko trafia na {email}.</source>
        <translation>Všechno se posílá na {email}.</translation>
    </message>
    <message>
        <source>Z czym można pisać</source>
        <translation>S čím můžete psát</translation>
    </message>
    <message>
        <source>Zadzwoń</source>
        <translation>Zavolat</translation>
    </message>
    <message>
        <source>Zadzwoń: {number}</source>
        <translation>Zavolat: {number}</translation>
    </message>
    <message>
        <source>Zeskanuj i zadzwoń</source>
        <translation>Naskenujte a zavolejte</translation>
    </message>
    <message>
        <source>Zgłoś problem</source>
        <translation>Nahlásit problém</translation>
    </message>
    <message>
        <source>Znów otwarte: {day} o {time}.</source>
        <translation>Znovu otevřeno: {day} v {time}.</translation>
    </message>
    <message>
        <source>dziś</source>
        <translation>dnes</translation>
    </message>
    <message>
        <source>jutro</source>
        <translation>zítra</translation>
    </message>
</context>
<context>
    <name>HotkeysPage</name>
    <message>
        <source>Działają w każdym programie.</source>
        <translation>Fungují v každém programu.</translation>
    </message>
    <message>
        <source>Działają w każdym programie. Kliknij pole i naciśnij nowy skrót.</source>
        <translation>Fungují v každém programu. Klikněte do pole a stiskněte novou zkratku.</translation>
    </message>
    <message>
        <source>Gdy pierwszy jest zajęty. Backspace usuwa.</source>
        <translation>Když je první obsazená. Backspace ji odstraní.</translation>
    </message>
    <message>
        <source>Oznacz teraz, opisz później</source>
        <translation>Označit teď, popsat později</translation>
    </message>
    <message>
        <source>Skrót</source>
        <translation>Zkratka</translation>
    </message>
    <message>
        <source>Skróty klawiszowe</source>
        <translation>Klávesové zkratky</translation>
    </message>
    <message>
        <source>Ten skrót jest już tutaj użyty. Wybierz inny.</source>
        <translation>Tato zkratka se tu už používá. Zvolte jinou.</translation>
    </message>
    <message>
        <source>Zapasowy</source>
        <translation>Náhradní</translation>
    </message>
    <message>
        <source>Zgłoś problem</source>
        <translation>Nahlásit problém</translation>
    </message>
</context>
<context>
    <name>KeyField</name>
    <message>
        <source>Naciśnij nowy skrót.</source>
        <translation>Stiskněte novou zkratku.</translation>
    </message>
</context>
<context>
    <name>KnownNames</name>
    <message>
        <source>Zapomnij na tym komputerze: {name}</source>
        <translation>Zapomenout v tomto počítači: {name}</translation>
    </message>
</context>
<context>
    <name>LanguagePage</name>
    <message>
        <source>Jak w systemie</source>
        <translation>Podle systému</translation>
    </message>
    <message>
        <source>Język</source>
        <translation>Jazyk</translation>
    </message>
    <message>
        <source>Język okien</source>
        <translation>Jazyk oken</translation>
    </message>
    <message>
        <source>Treść zgłoszenia jest zawsze w języku wsparcia.</source>
        <translation>Text hlášení je vždy v jazyce podpory.</translation>
    </message>
</context>
<context>
    <name>ListDesk</name>
    <message>
        <source>Jeszcze nie teraz. Następna próba: {time}.</source>
        <translation>Ještě ne. Další pokus: {time}.</translation>
    </message>
    <message>
        <source>Nowe zgłoszenie {code}: dopisz, co się stało tym razem.</source>
        <translation>Nové hlášení {code}: doplňte, co se stalo tentokrát.</translation>
    </message>
    <message>
        <source>Skopiowano treść zgłoszenia. Zdjęć tam nie ma.</source>
        <translation>Text hlášení je zkopírován, bez snímků.</translation>
    </message>
    <message>
        <source>Skopiowano: {words}.</source>
        <translation>Zkopírováno: {words}.</translation>
    </message>
    <message>
        <source>Usunięto numer od wsparcia.</source>
        <translation>Číslo od podpory bylo odstraněno.</translation>
    </message>
    <message>
        <source>Zapisano jako nowe zgłoszenie {code}. Wkrótce zostanie wysłane.</source>
        <translation>Uloženo jako nové hlášení {code}. Brzy bude odesláno.</translation>
    </message>
    <message>
        <source>Zapisano numer {ticket}.</source>
        <translation>Uloženo číslo {ticket}.</translation>
    </message>
    <message>
        <source>Zapisano {path}.</source>
        <translation>Uloženo: {path}.</translation>
    </message>
    <message>
        <source>Zapisano: dotarło inną drogą. Stąd już nie zostanie wysłane.</source>
        <translation>Uloženo: dorazilo jinou cestou. Odsud se už neodešle.</translation>
    </message>
</context>
<context>
    <name>ListSearch</name>
    <message>
        <source>Nic nie znaleziono</source>
        <translation>Nic nenalezeno</translation>
    </message>
    <message>
        <source>Szukaj w zgłoszeniach</source>
        <translation>Hledat v hlášeních</translation>
    </message>
    <message>
        <source>Szukaj: słowo, numer telefonu, osoba, kod</source>
        <translation>Hledat: slovo, telefonní číslo, osoba, kód</translation>
    </message>
    <message numerus="yes">
        <source>Znaleziono: %n</source>
        <translation>
            <numerusform>Nalezeno: %n</numerusform>
            <numerusform>Nalezeno: %n</numerusform>
            <numerusform>Nalezeno: %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LongText</name>
    <message>
        <source>Wklejono tylko początek: zmieści się najwyżej {limit} znaków.</source>
        <translation>Vložen byl jen začátek: vejde se nejvýše {limit} znaků.</translation>
    </message>
</context>
<context>
    <name>MailPage</name>
    <message>
        <source>Adres nadawcy</source>
        <translation>Adresa odesílatele</translation>
    </message>
    <message>
        <source>Bez (tylko ten komputer)</source>
        <translation>Bez (jen tento počítač)</translation>
    </message>
    <message>
        <source>Certyfikat urzędu certyfikacji (CA)</source>
        <translation>Certifikát certifikační autority (CA)</translation>
    </message>
    <message>
        <source>Działa: serwer przyjmie zgłoszenia. Niczego nie wysłano.</source>
        <translation>Funguje: server hlášení přijme. Nic se neodeslalo.</translation>
    </message>
    <message>
        <source>Hasło</source>
        <translation>Heslo</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>Przez niego wychodzą zgłoszenia. Dane poda administrator.</source>
        <translation>Přes něj odcházejí hlášení. Údaje sdělí správce.</translation>
    </message>
    <message>
        <source>Puste: bez zmian. Trzyma je systemowy magazyn haseł.</source>
        <translation>Prázdné: beze změny. Uchovává je systémové úložiště hesel.</translation>
    </message>
    <message>
        <source>Serwer</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Serwer poczty</source>
        <translation>Poštovní server</translation>
    </message>
    <message>
        <source>Trzyma je systemowy magazyn haseł.</source>
        <translation>Uchovává je systémové úložiště hesel.</translation>
    </message>
    <message>
        <source>Użytkownik</source>
        <translation>Uživatel</translation>
    </message>
    <message>
        <source>Wybierz plik…</source>
        <translation>Vybrat soubor…</translation>
    </message>
    <message>
        <source>Wypróbuj</source>
        <translation>Vyzkoušet</translation>
    </message>
    <message>
        <source>Własny certyfikat urzędu certyfikacji (CA), plik PEM</source>
        <translation>Vlastní certifikát certifikační autority (CA), soubor PEM</translation>
    </message>
    <message>
        <source>Zabezpieczenie</source>
        <translation>Zabezpečení</translation>
    </message>
    <message>
        <source>Zwykle pusty. Dokłada się do certyfikatów systemu.</source>
        <translation>Obvykle prázdné. Přidává se k certifikátům systému.</translation>
    </message>
    <message>
        <source>Łączymy się…</source>
        <translation>Připojujeme se…</translation>
    </message>
</context>
<context>
    <name>MatterForm</name>
    <message>
        <source>Adres e-mail</source>
        <translation>E-mailová adresa</translation>
    </message>
    <message>
        <source>Adres systemu</source>
        <translation>Adresa systému</translation>
    </message>
    <message>
        <source>Liczba licencji (nieobowiązkowo)</source>
        <translation>Počet licencí (nepovinné)</translation>
    </message>
    <message>
        <source>Na ten adres przyjdzie odpowiedź.</source>
        <translation>Na tuto adresu přijde odpověď.</translation>
    </message>
    <message>
        <source>Napisz do wsparcia</source>
        <translation>Napsat podpoře</translation>
    </message>
    <message>
        <source>Nazwa agenta</source>
        <translation>Jméno agenta</translation>
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
        <translation>Kdy se to stalo</translation>
    </message>
    <message>
        <source>Np. dziś o 13:55, wczoraj 9:10, 10 minut temu</source>
        <translation>Např. dnes v 13:55, včera 9:10, před 10 minutami</translation>
    </message>
</context>
<context>
    <name>MyReports</name>
    <message>
        <source>Czekają</source>
        <translation>Čekající</translation>
    </message>
    <message>
        <source>Czy zgłoszenie {code} dotarło do wsparcia inną drogą?</source>
        <translation>Dorazilo hlášení {code} k podpoře jinou cestou?</translation>
    </message>
    <message>
        <source>Dostanie nowy kod i pójdzie jako osobna wiadomość, a dotychczasowe już nie. Jeśli tamto jednak dotarło, wsparcie będzie miało oba.</source>
        <translation>Dostane nový kód a odejde jako samostatná zpráva, dosavadní už ne. Pokud to dosavadní přece jen dorazilo, bude mít podpora obě.</translation>
    </message>
    <message>
        <source>Dostanie nowy kod i pójdzie jako osobna wiadomość. Wsparcie może mieć wtedy oba.</source>
        <translation>Dostane nový kód a odejde jako samostatná zpráva. Podpora pak možná bude mít obě.</translation>
    </message>
    <message>
        <source>Dotarło inną drogą</source>
        <translation>Dorazilo jinou cestou</translation>
    </message>
    <message>
        <source>Jeszcze nie</source>
        <translation>Ještě ne</translation>
    </message>
    <message>
        <source>Lista zgłoszeń</source>
        <translation>Seznam hlášení</translation>
    </message>
    <message>
        <source>Moje zgłoszenia</source>
        <translation>Moje hlášení</translation>
    </message>
    <message>
        <source>Nic nie pasuje w tej grupie. Zajrzyj do „Wszystkie”.</source>
        <translation>V této skupině nic neodpovídá. Podívejte se do „Vše“.</translation>
    </message>
    <message>
        <source>Nic nie pasuje. Szukamy początku opisu, numerów, osób, kodu i numeru od wsparcia.</source>
        <translation>Nic neodpovídá. Hledáme začátek popisu, čísla, osoby, kód a číslo od podpory.</translation>
    </message>
    <message>
        <source>Nic tu nie ma. Gdy coś zgłosisz, zobaczysz tu, co się z tym dzieje.</source>
        <translation>Nic tu není. Když něco nahlásíte, uvidíte tu, co se s tím děje.</translation>
    </message>
    <message>
        <source>Nie zostanie wysłane i nie da się go odzyskać.</source>
        <translation>Neodešle se a nepůjde obnovit.</translation>
    </message>
    <message>
        <source>Przekazane</source>
        <translation>Předané</translation>
    </message>
    <message>
        <source>Serwer poczty już je ma. Zniknie tylko z tego komputera.</source>
        <translation>Poštovní server už je má. Zmizí jen z tohoto počítače.</translation>
    </message>
    <message>
        <source>Szkice</source>
        <translation>Koncepty</translation>
    </message>
    <message>
        <source>Tak, dotarło</source>
        <translation>Ano, dorazilo</translation>
    </message>
    <message>
        <source>Ten komputer już go wtedy nie wyśle. Zostanie na liście jako przekazane.</source>
        <translation>Tento počítač ho pak už neodešle. Zůstane v seznamu jako předané.</translation>
    </message>
    <message>
        <source>Usunąć „{words}”, {when} ({code})?</source>
        <translation>Odstranit „{words}“, {when} ({code})?</translation>
    </message>
    <message>
        <source>Usuń</source>
        <translation>Odstranit</translation>
    </message>
    <message>
        <source>W tej grupie nic nie ma.</source>
        <translation>V této skupině nic není.</translation>
    </message>
    <message>
        <source>Wiadomość e-mail (*.eml)</source>
        <translation>E-mailová zpráva (*.eml)</translation>
    </message>
    <message>
        <source>Wszystkie</source>
        <translation>Vše</translation>
    </message>
    <message>
        <source>Wymagają uwagi</source>
        <translation>Vyžadují pozornost</translation>
    </message>
    <message>
        <source>Wysłać zgłoszenie {code} ponownie jako nowe?</source>
        <translation>Odeslat hlášení {code} znovu jako nové?</translation>
    </message>
    <message>
        <source>Wyślij jako nowe</source>
        <translation>Odeslat jako nové</translation>
    </message>
    <message>
        <source>Wyślij ponownie jako nowe</source>
        <translation>Odeslat znovu jako nové</translation>
    </message>
    <message>
        <source>Zapisz jako .eml</source>
        <translation>Uložit jako .eml</translation>
    </message>
    <message>
        <source>Zniknie tylko z tego komputera.</source>
        <translation>Zmizí jen z tohoto počítače.</translation>
    </message>
    <message>
        <source>Zostaw</source>
        <translation>Ponechat</translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>Czekają w oknie „Moje zgłoszenia”.</source>
        <translation>Čekají v okně „Moje hlášení“.</translation>
    </message>
    <message>
        <source>Czy dotarło, pokaże odpowiedź wsparcia.</source>
        <translation>Zda dorazilo, ukáže odpověď podpory.</translation>
    </message>
    <message>
        <source>Dlaczego, widać w oknie „Moje zgłoszenia”.</source>
        <translation>Proč, ukazuje okno „Moje hlášení“.</translation>
    </message>
    <message>
        <source>Dokończ</source>
        <translation>Dokončit</translation>
    </message>
    <message>
        <source>Dokończysz go w oknie „Moje zgłoszenia”. Kod: {code}.</source>
        <translation>Dokončíte jej v okně „Moje hlášení“. Kód: {code}.</translation>
    </message>
    <message>
        <source>Kliknij, aby go zachować.</source>
        <translation>Kliknutím jej ponecháte.</translation>
    </message>
    <message>
        <source>Kliknij, aby je dokończyć ({when}, {code}).</source>
        <translation>Kliknutím je dokončíte ({when}, {code}).</translation>
    </message>
    <message>
        <source>Kliknij, aby ją opisać ({when}, {code}).</source>
        <translation>Kliknutím jej popíšete ({when}, {code}).</translation>
    </message>
    <message numerus="yes">
        <source>Masz niedokończone zgłoszenia: %n</source>
        <translation>
            <numerusform>Máte %n nedokončené hlášení</numerusform>
            <numerusform>Máte %n nedokončená hlášení</numerusform>
            <numerusform>Máte %n nedokončených hlášení</numerusform>
        </translation>
    </message>
    <message>
        <source>Masz niedokończone zgłoszenie</source>
        <translation>Máte nedokončené hlášení</translation>
    </message>
    <message>
        <source>Moje zgłoszenia</source>
        <translation>Moje hlášení</translation>
    </message>
    <message>
        <source>Nic nie wpisano, więc szkic i zrzuty za chwilę usuniemy.</source>
        <translation>Nic nebylo zadáno, proto koncept i snímky za chvíli smažeme.</translation>
    </message>
    <message>
        <source>Nic nie wpisano, więc szkic za chwilę usuniemy.</source>
        <translation>Nic nebylo zadáno, proto koncept za chvíli smažeme.</translation>
    </message>
    <message>
        <source>Od {day} usuniemy stare treści</source>
        <translation>Od {day} smažeme staré obsahy</translation>
    </message>
    <message>
        <source>Opiszesz później w oknie „Moje zgłoszenia”. Kod: {code}.</source>
        <translation>Popíšete později v okně „Moje hlášení“. Kód: {code}.</translation>
    </message>
    <message>
        <source>Otwórz</source>
        <translation>Otevřít</translation>
    </message>
    <message>
        <source>Oznaczona chwila czeka na opis</source>
        <translation>Označený okamžik čeká na popis</translation>
    </message>
    <message numerus="yes">
        <source>Oznaczone chwile czekają na opis: %n</source>
        <translation>
            <numerusform>%n označený okamžik čeká na popis</numerusform>
            <numerusform>%n označené okamžiky čekají na popis</numerusform>
            <numerusform>%n označených okamžiků čeká na popis</numerusform>
        </translation>
    </message>
    <message>
        <source>Oznaczono</source>
        <translation>Označeno</translation>
    </message>
    <message>
        <source>Oznaczono jako wysłane z programu pocztowego o {time}</source>
        <translation>Označeno jako odeslané z poštovního programu v {time}</translation>
    </message>
    <message>
        <source>Oznaczono jako wysłane z telefonu o {time}</source>
        <translation>Označeno jako odeslané z telefonu v {time}</translation>
    </message>
    <message>
        <source>Przekazano na serwer poczty o {time}</source>
        <translation>Předáno poštovnímu serveru v {time}</translation>
    </message>
    <message>
        <source>Puste zgłoszenie zamknięte</source>
        <translation>Prázdné hlášení zavřeno</translation>
    </message>
    <message>
        <source>Skopiowano numer {number}</source>
        <translation>Zkopírováno číslo {number}</translation>
    </message>
    <message>
        <source>Szkic zachowany</source>
        <translation>Koncept uložen</translation>
    </message>
    <message>
        <source>Zachowaj szkic</source>
        <translation>Ponechat koncept</translation>
    </message>
    <message>
        <source>Zamiast niego działa {key}.</source>
        <translation>Místo ní funguje {key}.</translation>
    </message>
    <message>
        <source>Zapisano na tym komputerze</source>
        <translation>Uloženo v tomto počítači</translation>
    </message>
    <message>
        <source>Zapisz je jako .eml albo skopiuj treść i przekaż inaczej.</source>
        <translation>Uložte je jako .eml, nebo zkopírujte text a předejte jinak.</translation>
    </message>
    <message>
        <source>Zgłoszenie czeka już ponad 3 dni</source>
        <translation>Hlášení čeká už déle než 3 dny</translation>
    </message>
    <message>
        <source>Zgłoszenie czeka już ponad dobę</source>
        <translation>Hlášení čeká už déle než den</translation>
    </message>
    <message>
        <source>Zgłoszenie wymaga uwagi</source>
        <translation>Hlášení vyžaduje pozornost</translation>
    </message>
    <message numerus="yes">
        <source>niewysłane zgłoszenia: %n</source>
        <translation>
            <numerusform>%n neodeslané hlášení</numerusform>
            <numerusform>%n neodeslaná hlášení</numerusform>
            <numerusform>%n neodeslaných hlášení</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>szkice: %n</source>
        <translation>
            <numerusform>%n koncept</numerusform>
            <numerusform>%n koncepty</numerusform>
            <numerusform>%n konceptů</numerusform>
        </translation>
    </message>
    <message>
        <source>{what}. Wyślij, dokończ albo zapisz jako .eml.</source>
        <translation>{what}. Odešlete, dokončete nebo uložte jako .eml.</translation>
    </message>
</context>
<context>
    <name>NumbersCell</name>
    <message>
        <source>&amp;Nasz numer</source>
        <translation>Naše čí&amp;slo</translation>
    </message>
    <message>
        <source>Ad&amp;res klienta</source>
        <translation>Adresa &amp;zákazníka</translation>
    </message>
    <message>
        <source>Adres e-mail klienta</source>
        <translation>E-mailová adresa zákazníka</translation>
    </message>
    <message>
        <source>Klien&amp;t</source>
        <translation>&amp;Zákazník</translation>
    </message>
    <message>
        <source>Klient: nazwa, numer lub adres</source>
        <translation>Zákazník: jméno, číslo nebo adresa</translation>
    </message>
    <message>
        <source>Nasz numer</source>
        <translation>Naše číslo</translation>
    </message>
    <message>
        <source>Nume&amp;r klienta</source>
        <translation>Číslo &amp;zákazníka</translation>
    </message>
    <message>
        <source>Numer telefonu klienta</source>
        <translation>Telefonní číslo zákazníka</translation>
    </message>
</context>
<context>
    <name>OwnReportPage</name>
    <message>
        <source>Przejdzie całą drogę, bez zrzutów, oznaczone TEST. Wsparcie go nie dostanie.</source>
        <translation>Projde celou cestu, bez snímků, s označením TEST. Podpora je nedostane.</translation>
    </message>
    <message>
        <source>Pójdzie na {address}. O wyniku powie powiadomienie.</source>
        <translation>Půjde na {address}. O výsledku řekne oznámení.</translation>
    </message>
    <message>
        <source>Serwer poczty przyjął zgłoszenie próbne. Sprawdź skrzynkę {address}.</source>
        <translation>Poštovní server zkušební hlášení přijal. Zkontrolujte schránku {address}.</translation>
    </message>
    <message>
        <source>Wyślij do siebie</source>
        <translation>Poslat sobě</translation>
    </message>
    <message>
        <source>Zapisano na tym komputerze. Teraz idzie na {address}.</source>
        <translation>Uloženo v tomto počítači. Teď odchází na {address}.</translation>
    </message>
    <message>
        <source>Zgłoszenie próbne do siebie</source>
        <translation>Zkušební hlášení sobě</translation>
    </message>
</context>
<context>
    <name>PersonBar</name>
    <message>
        <source>Imię i nazwisko</source>
        <translation>Jméno a příjmení</translation>
    </message>
    <message>
        <source>Imię i nazwisko zgłaszającego</source>
        <translation>Jméno a příjmení oznamovatele</translation>
    </message>
    <message>
        <source>Wpisz imię i nazwisko</source>
        <translation>Zadejte jméno a příjmení</translation>
    </message>
    <message>
        <source>Wpisz inne imię i nazwisko…</source>
        <translation>Zadat jiné jméno a příjmení…</translation>
    </message>
    <message>
        <source>Zapomnij na tym komputerze</source>
        <translation>Zapomenout v tomto počítači</translation>
    </message>
    <message>
        <source>Zgłasza ktoś inny? Zmień</source>
        <translation>Hlásí někdo jiný? Změnit</translation>
    </message>
    <message>
        <source>Zgłasza: {name}. Zmień</source>
        <translation>Hlásí: {name}. Změnit</translation>
    </message>
    <message>
        <source>nikt</source>
        <translation>nikdo</translation>
    </message>
    <message>
        <source>wczytujemy…</source>
        <translation>načítáme…</translation>
    </message>
    <message>
        <source>wpisane</source>
        <translation>zadáno ručně</translation>
    </message>
    <message>
        <source>wybrane</source>
        <translation>vybráno</translation>
    </message>
    <message>
        <source>z tego szkicu</source>
        <translation>z tohoto konceptu</translation>
    </message>
</context>
<context>
    <name>PersonPage</name>
    <message>
        <source>Imię i nazwisko</source>
        <translation>Jméno a příjmení</translation>
    </message>
    <message>
        <source>Mój adres e-mail</source>
        <translation>Moje e-mailová adresa</translation>
    </message>
    <message>
        <source>O mnie</source>
        <translation>O mně</translation>
    </message>
    <message>
        <source>Tu wsparcie przyśle odpowiedź.</source>
        <translation>Sem podpora pošle odpověď.</translation>
    </message>
    <message>
        <source>Używamy ich, gdy Daktela nie poda agenta.</source>
        <translation>Použijí se, když Daktela agenta neuvede.</translation>
    </message>
</context>
<context>
    <name>PictureDesk</name>
    <message>
        <source>Zakryj dane klienta</source>
        <translation>Zakrytí údajů zákazníka</translation>
    </message>
    <message>
        <source>Zgłoszenie pójdzie bez zrzutów ekranu.</source>
        <translation>Hlášení odejde bez snímků obrazovky.</translation>
    </message>
</context>
<context>
    <name>PictureShelf</name>
    <message numerus="yes">
        <source>Dodano obrazy: %n.</source>
        <translation>
            <numerusform>Přidán %n obrázek.</numerusform>
            <numerusform>Přidány %n obrázky.</numerusform>
            <numerusform>Přidáno %n obrázků.</numerusform>
        </translation>
    </message>
    <message>
        <source>Mogą pokazywać dane klientów: zakryj to, czego wsparcie nie potrzebuje.</source>
        <translation>Mohou ukazovat údaje zákazníků: zakryjte, co podpora nepotřebuje.</translation>
    </message>
    <message>
        <source>Zapisane jako JPEG (każdy ponad 3 MB): {names}.</source>
        <translation>Jako JPEG, protože zabírají přes 3 MB: {names}.</translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message>
        <source>nie udało się odczytać</source>
        <translation>nepodařilo se načíst</translation>
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
        <translation>Komu</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Gdyby serwer poczty tyle nie przyjął, zmniejszymy zdjęcia.</source>
        <translation>Kdyby poštovní server tolik nepřijal, obrázky zmenšíme.</translation>
    </message>
    <message>
        <source>Od</source>
        <translation>Odesílatel</translation>
    </message>
    <message>
        <source>Odpowiedź na</source>
        <translation>Odpověď na</translation>
    </message>
    <message>
        <source>Plik zgloszenie.json</source>
        <translation>Soubor zgloszenie.json</translation>
    </message>
    <message>
        <source>Podgląd zgłoszenia</source>
        <translation>Náhled hlášení</translation>
    </message>
    <message>
        <source>Pokaż plik zgloszenie.json</source>
        <translation>Zobrazit soubor zgloszenie.json</translation>
    </message>
    <message>
        <source>Pokaż w całości: {name}</source>
        <translation>Zobrazit celé: {name}</translation>
    </message>
    <message>
        <source>Przygotowujemy podgląd…</source>
        <translation>Připravujeme náhled…</translation>
    </message>
    <message>
        <source>Przygotowujemy podgląd… Zdjęcie {number} z {count}.</source>
        <translation>Připravujeme náhled… Obrázek {number} z {count}.</translation>
    </message>
    <message>
        <source>Razem {size}. Zmieni się tylko godzina wysłania.</source>
        <translation>Celkem {size}. Změní se jen čas odeslání.</translation>
    </message>
    <message>
        <source>Temat</source>
        <translation>Předmět</translation>
    </message>
    <message>
        <source>Treść</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Treść zgłoszenia</source>
        <translation>Text hlášení</translation>
    </message>
    <message>
        <source>Ukryj plik zgloszenie.json</source>
        <translation>Skrýt soubor zgloszenie.json</translation>
    </message>
    <message>
        <source>Wróć</source>
        <translation>Zpět</translation>
    </message>
    <message>
        <source>Wyślij</source>
        <translation>Odeslat</translation>
    </message>
    <message>
        <source>Zanim wyślesz, uzupełnij:</source>
        <translation>Před odesláním doplňte:</translation>
    </message>
    <message numerus="yes">
        <source>Załączniki: %n</source>
        <translation>
            <numerusform>Přílohy: %n</numerusform>
            <numerusform>Přílohy: %n</numerusform>
            <numerusform>Přílohy: %n</numerusform>
        </translation>
    </message>
    <message>
        <source>adres nadawcy</source>
        <translation>adresa odesílatele</translation>
    </message>
    <message>
        <source>będzie znany, gdy ustawisz pocztę</source>
        <translation>bude znám, až nastavíte poštu</translation>
    </message>
</context>
<context>
    <name>PrivacyPage</name>
    <message>
        <source>Gdy nie ma systemowego magazynu haseł. Plik chroni słabiej, ale bez klucza niczego tu nie zapiszemy.</source>
        <translation>Když chybí systémové úložiště hesel. Soubor chrání slaběji, ale bez klíče tu nic neuložíme.</translation>
    </message>
    <message>
        <source>Klucz do zapisów może leżeć w pliku</source>
        <translation>Klíč k uloženým hlášením smí být v souboru</translation>
    </message>
    <message>
        <source>Klucz trzyma systemowy magazyn haseł; powstaje przy pierwszym zapisie.</source>
        <translation>Klíč uchovává systémové úložiště hesel; vznikne při prvním uložení.</translation>
    </message>
    <message>
        <source>Prywatność</source>
        <translation>Soukromí</translation>
    </message>
    <message>
        <source>Rób zrzuty ekranu do zgłoszeń</source>
        <translation>Pořizovat k hlášením snímky obrazovky</translation>
    </message>
    <message>
        <source>Szkice i czekające zgłoszenia leżą na tym komputerze zaszyfrowane.</source>
        <translation>Koncepty a čekající hlášení jsou v tomto počítači uloženy zašifrovaně.</translation>
    </message>
    <message>
        <source>Zawsze widać je przed wysłaniem: można je zakryć albo usunąć.</source>
        <translation>Před odesláním je vždy vidíte: můžete je zakrýt nebo odebrat.</translation>
    </message>
</context>
<context>
    <name>ProblemSummary</name>
    <message>
        <source>Do uzupełnienia przed wysłaniem:</source>
        <translation>Před odesláním je třeba doplnit:</translation>
    </message>
    <message>
        <source>Nie wiadomo, czy zgłoszenie dotarło.</source>
        <translation>Není známo, zda hlášení dorazilo.</translation>
    </message>
    <message>
        <source>Nie wysłano ani nie zapisano.</source>
        <translation>Neodesláno ani neuloženo.</translation>
    </message>
    <message>
        <source>Nie wysłano.</source>
        <translation>Neodesláno.</translation>
    </message>
    <message>
        <source>Wszystko uzupełnione – można wysłać.</source>
        <translation>Vše je doplněno – můžete odeslat.</translation>
    </message>
    <message>
        <source>Wysyłanie bez zapisywania</source>
        <translation>Odesílání bez uložení</translation>
    </message>
</context>
<context>
    <name>Prompts</name>
    <message>
        <source>Brak załącznika</source>
        <translation>Chybí příloha</translation>
    </message>
    <message>
        <source>Czat się urwał</source>
        <translation>Chat se přerušil</translation>
    </message>
    <message>
        <source>Czat został zamknięty w trakcie.</source>
        <translation>Chat se během konverzace ukončil.</translation>
    </message>
    <message>
        <source>Daktela działa bardzo powoli.</source>
        <translation>Daktela pracuje velmi pomalu.</translation>
    </message>
    <message>
        <source>Działa powoli</source>
        <translation>Pracuje pomalu</translation>
    </message>
    <message>
        <source>E-mail od klienta do nas nie dotarł.</source>
        <translation>E-mail od zákazníka k nám nedorazil.</translation>
    </message>
    <message>
        <source>E-maila nie da się wysłać.</source>
        <translation>E-mail nelze odeslat.</translation>
    </message>
    <message>
        <source>Echo lub trzaski</source>
        <translation>Ozvěna nebo praskání</translation>
    </message>
    <message>
        <source>Klienci nie mogą się do nas dodzwonić.</source>
        <translation>Zákazníci se k nám nemohou dovolat.</translation>
    </message>
    <message>
        <source>Klienci nie mogą się dodzwonić</source>
        <translation>Zákazníci se nemohou dovolat</translation>
    </message>
    <message>
        <source>Klienci nie widzą czatu na stronie.</source>
        <translation>Zákazníci na webu nevidí chat.</translation>
    </message>
    <message>
        <source>Klient mnie nie słyszy</source>
        <translation>Zákazník mě neslyší</translation>
    </message>
    <message>
        <source>Klient mnie nie słyszy, ja klienta słyszę.</source>
        <translation>Zákazník mě neslyší, já zákazníka slyším.</translation>
    </message>
    <message>
        <source>Komunikat o błędzie</source>
        <translation>Chybová zpráva</translation>
    </message>
    <message>
        <source>Na innej linii i innym urządzeniu jest tak samo.</source>
        <translation>Na jiné lince a jiném zařízení je to stejné.</translation>
    </message>
    <message>
        <source>Na innym urządzeniu też</source>
        <translation>Na jiném zařízení také</translation>
    </message>
    <message>
        <source>Nie mogę się zalogować</source>
        <translation>Nemohu se přihlásit</translation>
    </message>
    <message>
        <source>Nie mogę się zalogować do Dakteli.</source>
        <translation>Nemohu se přihlásit do Daktely.</translation>
    </message>
    <message>
        <source>Nie przychodzi</source>
        <translation>Nepřichází</translation>
    </message>
    <message>
        <source>Nie słyszę klienta</source>
        <translation>Neslyším zákazníka</translation>
    </message>
    <message>
        <source>Nie słyszę klienta, klient mnie słyszy.</source>
        <translation>Neslyším zákazníka, zákazník mě slyší.</translation>
    </message>
    <message>
        <source>Nie widać czatu na stronie</source>
        <translation>Na webu není vidět chat</translation>
    </message>
    <message>
        <source>Nie wychodzi</source>
        <translation>Neodchází</translation>
    </message>
    <message>
        <source>Nikt nie może dzwonić</source>
        <translation>Nikdo nemůže volat</translation>
    </message>
    <message>
        <source>Nikt z nas nie może dzwonić.</source>
        <translation>Nikdo z nás nemůže volat.</translation>
    </message>
    <message>
        <source>Pojawia się komunikat o błędzie: </source>
        <translation>Zobrazuje se chybová zpráva: </translation>
    </message>
    <message>
        <source>Rozmowa została rozłączona w trakcie.</source>
        <translation>Hovor se během rozhovoru přerušil.</translation>
    </message>
    <message>
        <source>Rozłączyło rozmowę</source>
        <translation>Hovor se přerušil</translation>
    </message>
    <message>
        <source>Treść e-maila wyświetla się błędnie.</source>
        <translation>Obsah e-mailu se zobrazuje chybně.</translation>
    </message>
    <message>
        <source>W e-mailu brakuje załącznika.</source>
        <translation>V e-mailu chybí příloha.</translation>
    </message>
    <message>
        <source>W rozmowie było echo lub trzaski.</source>
        <translation>Během hovoru byla slyšet ozvěna nebo praskání.</translation>
    </message>
    <message>
        <source>Wiadomości na czacie nie dochodzą.</source>
        <translation>Zprávy v chatu nedocházejí.</translation>
    </message>
    <message>
        <source>Wiadomości nie dochodzą</source>
        <translation>Zprávy nedocházejí</translation>
    </message>
    <message>
        <source>Zła treść</source>
        <translation>Chybný obsah</translation>
    </message>
</context>
<context>
    <name>QrWindow</name>
    <message>
        <source>Danych technicznych na końcu zgłoszenia też nie przeniesie.</source>
        <translation>Technické údaje na konci hlášení také nepřenese.</translation>
    </message>
    <message>
        <source>Kod QR na telefon</source>
        <translation>QR kód pro telefon</translation>
    </message>
    <message>
        <source>Kod QR z treścią zgłoszenia</source>
        <translation>QR kód s textem hlášení</translation>
    </message>
    <message>
        <source>Opis jest na kod za długi: przeniesie tylko jego początek.</source>
        <translation>Popis je na kód příliš dlouhý: přenese jen jeho začátek.</translation>
    </message>
    <message>
        <source>Sam kod niczego nie wysyła. Odpowiedź wsparcia przyjdzie na adres, z którego wyśle telefon.</source>
        <translation>Samotný kód nic neodesílá. Odpověď podpory přijde na adresu, ze které telefon zprávu odešle.</translation>
    </message>
    <message>
        <source>Wysłane z telefonu</source>
        <translation>Odesláno z telefonu</translation>
    </message>
    <message>
        <source>Zamknij</source>
        <translation>Zavřít</translation>
    </message>
    <message>
        <source>Zeskanuj telefonem, otwórz w poczcie i wyślij</source>
        <translation>Naskenujte telefonem, otevřete v poště a odešlete</translation>
    </message>
    <message>
        <source>Zrzutów ekranu kod nie przeniesie. Jeśli są ważne, zapisz też plik .eml.</source>
        <translation>Snímky obrazovky kód nepřenese. Pokud jsou důležité, uložte také soubor .eml.</translation>
    </message>
</context>
<context>
    <name>RecentPicker</name>
    <message>
        <source>Cofnięto wybór rozmowy</source>
        <translation>Výběr konverzace byl zrušen</translation>
    </message>
    <message>
        <source>O&amp;statnie</source>
        <translation>&amp;Nedávné</translation>
    </message>
    <message>
        <source>Pokaż mniej</source>
        <translation>Zobrazit méně</translation>
    </message>
    <message>
        <source>Pokaż wszystkie</source>
        <translation>Zobrazit vše</translation>
    </message>
    <message>
        <source>Ustawienia…</source>
        <translation>Nastavení…</translation>
    </message>
    <message>
        <source>Wypełniono z wybranej rozmowy</source>
        <translation>Vyplněno z vybrané konverzace</translation>
    </message>
    <message>
        <source>brak ostatnich rozmów</source>
        <translation>žádné nedávné konverzace</translation>
    </message>
    <message>
        <source>wczytujemy ostatnie rozmowy…</source>
        <translation>načítáme nedávné konverzace…</translation>
    </message>
    <message>
        <source>z Dakteli</source>
        <translation>z Daktely</translation>
    </message>
</context>
<context>
    <name>RegionPicker</name>
    <message>
        <source>Anuluj</source>
        <translation>Zrušit</translation>
    </message>
    <message>
        <source>Dodaj obszar</source>
        <translation>Přidat oblast</translation>
    </message>
    <message>
        <source>Ekran</source>
        <translation>Obrazovka</translation>
    </message>
    <message>
        <source>Ekran {number}</source>
        <translation>Obrazovka {number}</translation>
    </message>
    <message>
        <source>Przeciągnij myszą po obszarze, który chcesz dodać, albo: strzałki, spacja, strzałki, spacja.</source>
        <translation>Táhněte myší přes oblast, kterou chcete přidat, nebo: šipky, mezerník, šipky, mezerník.</translation>
    </message>
    <message>
        <source>Strzałki zmieniają rozmiar, spacja kończy, Esc porzuca.</source>
        <translation>Šipky mění velikost, mezerník dokončí, Esc zahodí.</translation>
    </message>
    <message>
        <source>Wybierz obszar ekranu</source>
        <translation>Výběr oblasti obrazovky</translation>
    </message>
    <message>
        <source>Wybrany obszar: {width} × {height} pikseli. Reszta obrazu zniknie.</source>
        <translation>Vybraná oblast: {width} × {height} pixelů. Nic dalšího nezůstane.</translation>
    </message>
    <message>
        <source>Zrzut ekranu, na którym wybiera się obszar</source>
        <translation>Snímek obrazovky, na kterém se vybírá oblast</translation>
    </message>
</context>
<context>
    <name>ReportActs</name>
    <message>
        <source>Dokończ</source>
        <translation>Dokončit</translation>
    </message>
    <message>
        <source>Dotarło inną drogą</source>
        <translation>Dorazilo jinou cestou</translation>
    </message>
    <message>
        <source>Kod QR</source>
        <translation>QR kód</translation>
    </message>
    <message>
        <source>Kopiuj kod zgłoszenia</source>
        <translation>Kopírovat kód hlášení</translation>
    </message>
    <message>
        <source>Kopiuj treść</source>
        <translation>Kopírovat text</translation>
    </message>
    <message>
        <source>Otwórz w programie pocztowym</source>
        <translation>Otevřít v poštovním programu</translation>
    </message>
    <message>
        <source>Usuń</source>
        <translation>Odstranit</translation>
    </message>
    <message>
        <source>Więcej możliwości</source>
        <translation>Další možnosti</translation>
    </message>
    <message>
        <source>Więcej ▾</source>
        <translation>Více ▾</translation>
    </message>
    <message>
        <source>Wpisz numer od wsparcia</source>
        <translation>Zadat číslo od podpory</translation>
    </message>
    <message>
        <source>Wyślij ponownie jako nowe</source>
        <translation>Odeslat znovu jako nové</translation>
    </message>
    <message>
        <source>Wyślij teraz</source>
        <translation>Odeslat teď</translation>
    </message>
    <message>
        <source>Zapisz jako .eml</source>
        <translation>Uložit jako .eml</translation>
    </message>
    <message>
        <source>Zdarzyło się ponownie</source>
        <translation>Stalo se to znovu</translation>
    </message>
    <message>
        <source>Zmień numer od wsparcia</source>
        <translation>Změnit číslo od podpory</translation>
    </message>
</context>
<context>
    <name>ReportForm</name>
    <message>
        <source>Dodaj obraz z pliku</source>
        <translation>Přidat obrázek ze souboru</translation>
    </message>
    <message>
        <source>Obrazy</source>
        <translation>Obrázky</translation>
    </message>
    <message>
        <source>Zgłoś problem</source>
        <translation>Nahlásit problém</translation>
    </message>
    <message>
        <source>czat</source>
        <translation>chat</translation>
    </message>
    <message>
        <source>dziś</source>
        <translation>dnes</translation>
    </message>
    <message>
        <source>dziś o {time}</source>
        <translation>dnes v {time}</translation>
    </message>
    <message>
        <source>inny</source>
        <translation>jiný</translation>
    </message>
    <message>
        <source>nieodebrane</source>
        <translation>nepřijato</translation>
    </message>
    <message>
        <source>numer nieznany</source>
        <translation>neznámé číslo</translation>
    </message>
    <message>
        <source>połączenie przychodzące</source>
        <translation>příchozí hovor</translation>
    </message>
    <message>
        <source>połączenie wychodzące</source>
        <translation>odchozí hovor</translation>
    </message>
    <message>
        <source>przekazane</source>
        <translation>přepojeno</translation>
    </message>
    <message>
        <source>rozłączył agent</source>
        <translation>ukončil agent</translation>
    </message>
    <message>
        <source>rozłączył klient</source>
        <translation>ukončil zákazník</translation>
    </message>
    <message>
        <source>rozłączył system</source>
        <translation>ukončil systém</translation>
    </message>
    <message>
        <source>wczoraj</source>
        <translation>včera</translation>
    </message>
    <message>
        <source>wczoraj o {time}</source>
        <translation>včera v {time}</translation>
    </message>
    <message>
        <source>wiadomość e-mail</source>
        <translation>e-mailová zpráva</translation>
    </message>
    <message>
        <source>z Dakteli</source>
        <translation>z Daktely</translation>
    </message>
    <message>
        <source>z poprzedniego zgłoszenia</source>
        <translation>z předchozího hlášení</translation>
    </message>
    <message>
        <source>z tego szkicu</source>
        <translation>z tohoto konceptu</translation>
    </message>
    <message>
        <source>z ustawień</source>
        <translation>z nastavení</translation>
    </message>
    <message>
        <source>zapamiętane, {age}</source>
        <translation>zapamatováno, {age}</translation>
    </message>
    <message>
        <source>{date} o {time}</source>
        <translation>{date}. v {time}</translation>
    </message>
    <message>
        <source>{day}, {date} o {time}</source>
        <translation>{day}, {date} v {time}</translation>
    </message>
</context>
<context>
    <name>ReportLines</name>
    <message>
        <source>(bez opisu)</source>
        <translation>(bez popisu)</translation>
    </message>
    <message>
        <source>(treść teraz nieczytelna)</source>
        <translation>(text teď nelze přečíst)</translation>
    </message>
    <message>
        <source>(treść usunięto)</source>
        <translation>(text odstraněn)</translation>
    </message>
    <message>
        <source>Nikt go jeszcze nie dostał. Dokończ i wyślij.</source>
        <translation>Zatím jej nikdo nedostal. Dokončete jej a odešlete.</translation>
    </message>
    <message>
        <source>Oznaczone, czeka na opis</source>
        <translation>Označeno, čeká na popis</translation>
    </message>
    <message>
        <source>Szkic</source>
        <translation>Koncept</translation>
    </message>
    <message>
        <source>{code}, numer {ticket}</source>
        <translation>{code}, číslo {ticket}</translation>
    </message>
</context>
<context>
    <name>Rescue</name>
    <message>
        <source>Czekamy na potwierdzenie serwera poczty…</source>
        <translation>Čekáme na potvrzení poštovního serveru…</translation>
    </message>
    <message>
        <source>Otwieramy zgłoszenie w programie pocztowym…</source>
        <translation>Otevíráme hlášení v poštovním programu…</translation>
    </message>
    <message>
        <source>Piszemy plik…</source>
        <translation>Zapisujeme soubor…</translation>
    </message>
    <message>
        <source>Plik ze zgłoszeniem: {path}. Sam plik nie jest jeszcze wysłany: prześlij go na adres {address}.</source>
        <translation>Soubor s hlášením: {path}. Samotný soubor ještě není odeslán: pošlete jej na adresu {address}.</translation>
    </message>
    <message>
        <source>Program pocztowy dostał samą treść, bez zdjęć. Dołącz w nim plik .eml i wyślij na adres {address}.</source>
        <translation>Poštovní program dostal jen text, bez snímků. Připojte v něm soubor .eml a odešlete na adresu {address}.</translation>
    </message>
    <message>
        <source>Program pocztowy otwiera nową wiadomość z plikiem .eml. Jeśli pliku w niej nie ma, zapisz go i dołącz. Wyślij ją na adres {address}.</source>
        <translation>Poštovní program otevírá novou zprávu se souborem .eml. Pokud v ní soubor není, uložte ho a přiložte. Zprávu odešlete na adresu {address}.</translation>
    </message>
    <message>
        <source>Przerwano wysyłanie.</source>
        <translation>Odesílání bylo přerušeno.</translation>
    </message>
    <message>
        <source>Przygotowujemy kod…</source>
        <translation>Připravujeme kód…</translation>
    </message>
    <message>
        <source>Sam kod niczego nie wysłał. Zgłoszenie jest nadal w tym oknie.</source>
        <translation>Samotný kód nic neodeslal. Hlášení je stále v tomto okně.</translation>
    </message>
    <message>
        <source>Serwer poczty nie potwierdził odbioru: zgłoszenie mogło dotrzeć albo nie. Wyślij je jeszcze raz bez zmian: pójdzie ta sama wiadomość.</source>
        <translation>Poštovní server nepotvrdil přijetí: hlášení mohlo i nemuselo dorazit. Odešlete je znovu beze změn: odejde tatáž zpráva.</translation>
    </message>
    <message>
        <source>Wcześniejsza próba mogła jednak dotrzeć. Wyślij jeszcze raz albo zadzwoń.</source>
        <translation>Dřívější pokus však mohl dorazit. Odešlete znovu, nebo zavolejte.</translation>
    </message>
    <message>
        <source>Wysyłamy zgłoszenie…</source>
        <translation>Odesíláme hlášení…</translation>
    </message>
    <message>
        <source>Zgłoszenie jest tylko w tym oknie: wyślij je jeszcze raz albo zapisz plik.</source>
        <translation>Hlášení je jen v tomto okně: odešlete je znovu, nebo uložte soubor.</translation>
    </message>
    <message>
        <source>Zgłoszenie jest w programie pocztowym. Sprawdź w nim, czy zostało wysłane na adres {address}.</source>
        <translation>Hlášení je v poštovním programu. Zkontrolujte v něm, zda bylo odesláno na adresu {address}.</translation>
    </message>
    <message>
        <source>Łączymy się z serwerem poczty…</source>
        <translation>Připojujeme se k poštovnímu serveru…</translation>
    </message>
</context>
<context>
    <name>Rows</name>
    <message>
        <source>w porządku</source>
        <translation>v pořádku</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>Dozwolone: {allowed}</source>
        <translation>Povoleno: {allowed}</translation>
    </message>
    <message>
        <source>Hasło pamiętamy tylko do zamknięcia programu.</source>
        <translation>Heslo si pamatujeme jen do ukončení programu.</translation>
    </message>
    <message>
        <source>Hasło pamiętamy tylko do zamknięcia programu: na tym komputerze nie ma systemowego magazynu haseł.</source>
        <translation>Heslo si pamatujeme jen do ukončení programu: v tomto počítači není systémové úložiště hesel.</translation>
    </message>
    <message>
        <source>Logowanie pamiętamy tylko do zamknięcia programu.</source>
        <translation>Přihlášení si pamatujeme jen do ukončení programu.</translation>
    </message>
    <message>
        <source>Logowanie pamiętamy tylko do zamknięcia programu: na tym komputerze nie ma systemowego magazynu haseł.</source>
        <translation>Přihlášení si pamatujeme jen do ukončení programu: v tomto počítači není systémové úložiště hesel.</translation>
    </message>
    <message>
        <source>Przerwano.</source>
        <translation>Přerušeno.</translation>
    </message>
    <message>
        <source>Przerwij</source>
        <translation>Přerušit</translation>
    </message>
    <message>
        <source>Sprawdź sieć i wpisany adres.</source>
        <translation>Zkontrolujte síť a zadanou adresu.</translation>
    </message>
    <message>
        <source>Ustawione przez administratora (zasada {name}).</source>
        <translation>Nastavil správce (zásada {name}).</translation>
    </message>
    <message>
        <source>Ustawione przez administratora.</source>
        <translation>Nastavil správce.</translation>
    </message>
</context>
<context>
    <name>SettingsBase</name>
    <message>
        <source>Bez serwera poczty zgłoszenia będą tylko czekać na tym komputerze. Uzupełnij go albo naciśnij jeszcze raz, aby zapisać bez niego.</source>
        <translation>Bez poštovního serveru budou hlášení jen čekat v tomto počítači. Doplňte ho, nebo stiskněte znovu a uložíme bez něj.</translation>
    </message>
    <message>
        <source>Popraw zaznaczone pola, wtedy zapiszemy.</source>
        <translation>Opravte označená pole, pak uložíme.</translation>
    </message>
    <message>
        <source>Zapisano.</source>
        <translation>Uloženo.</translation>
    </message>
    <message>
        <source>Zmian jeszcze nie zapisano.</source>
        <translation>Změny ještě nejsou uloženy.</translation>
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
        <translation>O mně</translation>
    </message>
    <message>
        <source>Poczta</source>
        <translation>Pošta</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Program</translation>
    </message>
    <message>
        <source>Prywatność</source>
        <translation>Soukromí</translation>
    </message>
    <message>
        <source>Skróty</source>
        <translation>Zkratky</translation>
    </message>
    <message>
        <source>Strony ustawień</source>
        <translation>Stránky nastavení</translation>
    </message>
    <message>
        <source>Ustawienia</source>
        <translation>Nastavení</translation>
    </message>
    <message>
        <source>Zamknij</source>
        <translation>Zavřít</translation>
    </message>
    <message>
        <source>Zamknij bez zapisywania</source>
        <translation>Zavřít bez uložení</translation>
    </message>
    <message>
        <source>Zapisujemy…</source>
        <translation>Ukládáme…</translation>
    </message>
    <message>
        <source>Zapisz</source>
        <translation>Uložit</translation>
    </message>
</context>
<context>
    <name>SignInPage</name>
    <message>
        <source>Bez logowania</source>
        <translation>Bez přihlášení</translation>
    </message>
    <message>
        <source>Bez tego nie można się zalogować.</source>
        <translation>Bez toho se nelze přihlásit.</translation>
    </message>
    <message>
        <source>Dla kont logowanych przez Google lub Microsoft. Wklej go z Dakteli.</source>
        <translation>Pro účty přihlašované přes Google nebo Microsoft. Vložte jej z Daktely.</translation>
    </message>
    <message>
        <source>Dzięki niemu Dzwonek zna agenta i jego ostatnie rozmowy.</source>
        <translation>Díky němu Dzwonek zná agenta a jeho nedávné konverzace.</translation>
    </message>
    <message>
        <source>Hasło</source>
        <translation>Heslo</translation>
    </message>
    <message>
        <source>Imię i numery wpiszesz w formularzu. Wszystko inne działa tak samo.</source>
        <translation>Jméno a čísla zadáte ve formuláři. Všechno ostatní funguje stejně.</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>Přihlašovací jméno</translation>
    </message>
    <message>
        <source>Login i hasło</source>
        <translation>Jméno a heslo</translation>
    </message>
    <message>
        <source>Logowanie do Dakteli</source>
        <translation>Přihlášení do Daktely</translation>
    </message>
    <message>
        <source>Logujemy…</source>
        <translation>Přihlašujeme…</translation>
    </message>
    <message>
        <source>Posłuży raz, do zalogowania. Nigdzie go nie zapisujemy.</source>
        <translation>Použije se jednou, k přihlášení. Nikam je neukládáme.</translation>
    </message>
    <message>
        <source>Sposób</source>
        <translation>Způsob</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Token dostępu</source>
        <translation>Přístupový token</translation>
    </message>
    <message>
        <source>Wylogowano. Token został usunięty.</source>
        <translation>Odhlášeno. Token byl odstraněn.</translation>
    </message>
    <message>
        <source>Wylogowujemy…</source>
        <translation>Odhlašujeme…</translation>
    </message>
    <message>
        <source>Wyloguj</source>
        <translation>Odhlásit</translation>
    </message>
    <message>
        <source>Zalogowano jako {name}.</source>
        <translation>Přihlášeno jako {name}.</translation>
    </message>
    <message>
        <source>Zaloguj</source>
        <translation>Přihlásit</translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>Dzwonek czeka wtedy w zasobniku od początku pracy.</source>
        <translation>Dzwonek pak čeká v oznamovací oblasti od začátku směny.</translation>
    </message>
    <message>
        <source>Gotowe: Dzwonek nie uruchomi się sam.</source>
        <translation>Hotovo: Dzwonek se sám nespustí.</translation>
    </message>
    <message>
        <source>Gotowe: Dzwonek uruchomi się razem z komputerem.</source>
        <translation>Hotovo: Dzwonek se spustí spolu s počítačem.</translation>
    </message>
    <message>
        <source>Uruchamiaj z komputerem</source>
        <translation>Spouštět s počítačem</translation>
    </message>
    <message>
        <source>Uruchamianie</source>
        <translation>Spuštění</translation>
    </message>
</context>
<context>
    <name>States</name>
    <message>
        <source>Czeka już ponad 3 dni.</source>
        <translation>Čeká už přes 3 dny.</translation>
    </message>
    <message>
        <source>Czeka już ponad 3 dni: zapisz jako .eml albo skopiuj treść i przekaż inaczej.</source>
        <translation>Čeká už déle než 3 dny: uložte jako .eml, nebo zkopírujte text a předejte jinak.</translation>
    </message>
    <message>
        <source>Czeka już ponad dobę.</source>
        <translation>Čeká už déle než den.</translation>
    </message>
    <message>
        <source>Czeka na swoją kolej.</source>
        <translation>Čeká, až přijde na řadu.</translation>
    </message>
    <message>
        <source>Część adresatów już je ma.</source>
        <translation>Někteří adresáti ho už mají.</translation>
    </message>
    <message numerus="yes">
        <source>Już %n próba(-y) bez potwierdzenia.</source>
        <translation>
            <numerusform>Už %n pokus bez potvrzení.</numerusform>
            <numerusform>Už %n pokusy bez potvrzení.</numerusform>
            <numerusform>Už %n pokusů bez potvrzení.</numerusform>
        </translation>
    </message>
    <message>
        <source>Minął czas przechowywania</source>
        <translation>Doba uchování uplynula</translation>
    </message>
    <message>
        <source>Możesz też zgłosić ponownie z mniejszą liczbą zrzutów.</source>
        <translation>Můžete to také nahlásit znovu s menším počtem snímků.</translation>
    </message>
    <message>
        <source>Następna próba: {time}.</source>
        <translation>Další pokus: {time}.</translation>
    </message>
    <message>
        <source>Nie zostało wysłane.</source>
        <translation>Nebylo odesláno.</translation>
    </message>
    <message>
        <source>Odrzucono {moment}.</source>
        <translation>Odmítnuto {moment}.</translation>
    </message>
    <message>
        <source>Potwierdzono: numer {ticket}</source>
        <translation>Potvrzeno: číslo {ticket}</translation>
    </message>
    <message>
        <source>Przekazano inną drogą ({time})</source>
        <translation>Předáno jinou cestou ({time})</translation>
    </message>
    <message>
        <source>Przekazano na serwer poczty ({time})</source>
        <translation>Předáno poštovnímu serveru ({time})</translation>
    </message>
    <message>
        <source>Serwer poczty nie potwierdził odbioru</source>
        <translation>Poštovní server nepotvrdil přijetí</translation>
    </message>
    <message>
        <source>Serwer poczty nie potwierdził odbioru: mogło dojść.</source>
        <translation>Poštovní server nepotvrdil přijetí: možná dorazilo.</translation>
    </message>
    <message>
        <source>Stwierdzono {moment}.</source>
        <translation>Zjištěno {moment}.</translation>
    </message>
    <message>
        <source>Ta sama wiadomość pójdzie jeszcze raz.</source>
        <translation>Stejná zpráva půjde ještě jednou.</translation>
    </message>
    <message>
        <source>To potrwa chwilę.</source>
        <translation>Chvíli to potrvá.</translation>
    </message>
    <message>
        <source>Treść usunięto z tego komputera {moment}.</source>
        <translation>Obsah byl z tohoto počítače odstraněn {moment}.</translation>
    </message>
    <message>
        <source>Treść usunięto z tego komputera.</source>
        <translation>Obsah byl z tohoto počítače odstraněn.</translation>
    </message>
    <message>
        <source>Treść zostanie usunięta {day}.</source>
        <translation>Obsah bude smazán {day}.</translation>
    </message>
    <message>
        <source>Trwa przekazywanie na serwer poczty</source>
        <translation>Předáváme poštovnímu serveru</translation>
    </message>
    <message>
        <source>Wiadomo to od Ciebie, nie od serwera.</source>
        <translation>Víme to od vás, ne od serveru.</translation>
    </message>
    <message>
        <source>Wstrzymano {moment}.</source>
        <translation>Pozastaveno {moment}.</translation>
    </message>
    <message>
        <source>Zapisano na tym komputerze {moment}</source>
        <translation>Uloženo v tomto počítači {moment}</translation>
    </message>
    <message>
        <source>Zaraz wyślemy.</source>
        <translation>Za chvíli odešleme.</translation>
    </message>
    <message>
        <source>Zdarzyło się po raz {n}.</source>
        <translation>Stalo se to už {n}krát.</translation>
    </message>
    <message>
        <source>Zdjęcia już zmniejszono lub pominięto, to nie wystarczyło.</source>
        <translation>Obrázky už byly zmenšeny nebo vynechány, nestačilo to.</translation>
    </message>
    <message>
        <source>Zdjęcia zmniejszono lub pominięto, bo zgłoszenie było za duże dla serwera.</source>
        <translation>Obrázky byly zmenšeny nebo vynechány, protože hlášení bylo pro server příliš velké.</translation>
    </message>
    <message>
        <source>Zgłoszenie wymaga uwagi</source>
        <translation>Hlášení vyžaduje pozornost</translation>
    </message>
    <message>
        <source>o {time}</source>
        <translation>v {time}</translation>
    </message>
    <message>
        <source>{day} o {time}</source>
        <translation>{day} v {time}</translation>
    </message>
</context>
<context>
    <name>SystemField</name>
    <message>
        <source>Adres systemu</source>
        <translation>Adresa systému</translation>
    </message>
    <message>
        <source>Adres systemu: {host}. Zmień</source>
        <translation>Adresa systému: {host}. Změnit</translation>
    </message>
    <message>
        <source>Inny adres systemu? Zmień</source>
        <translation>Jiná adresa systému? Změnit</translation>
    </message>
    <message>
        <source>adres systemu</source>
        <translation>adresa systému</translation>
    </message>
</context>
<context>
    <name>SystemPage</name>
    <message>
        <source>Adres systemu Daktela</source>
        <translation>Adresa systému Daktela</translation>
    </message>
    <message>
        <source>Sprawdzamy…</source>
        <translation>Kontrolujeme…</translation>
    </message>
    <message>
        <source>Sprawdź adres</source>
        <translation>Zkontrolovat adresu</translation>
    </message>
    <message>
        <source>System</source>
        <translation>Systém</translation>
    </message>
    <message>
        <source>Tak, pod adresem {host} odpowiada Daktela.</source>
        <translation>Ano, na adrese {host} odpovídá Daktela.</translation>
    </message>
    <message>
        <source>Ten, który widać w przeglądarce podczas pracy.</source>
        <translation>Ta, kterou při práci vidíte v prohlížeči.</translation>
    </message>
    <message>
        <source>Wpisz adres, na przykład twojanazwa.daktela.com.</source>
        <translation>Zadejte adresu, například twojanazwa.daktela.com.</translation>
    </message>
</context>
<context>
    <name>Thumb</name>
    <message>
        <source>Ekran {number}</source>
        <translation>Obrazovka {number}</translation>
    </message>
    <message>
        <source>Kliknij, aby obejrzeć, zakryć dane klienta lub przyciąć</source>
        <translation>Kliknutím zobrazíte, zakryjete údaje zákazníka nebo oříznete</translation>
    </message>
    <message>
        <source>Obszar {number}</source>
        <translation>Oblast {number}</translation>
    </message>
    <message>
        <source>Usuń</source>
        <translation>Odebrat</translation>
    </message>
    <message>
        <source>Usuń: {screen}</source>
        <translation>Odebrat: {screen}</translation>
    </message>
    <message>
        <source>Z pliku {number}</source>
        <translation>Soubor {number}</translation>
    </message>
    <message>
        <source>Z zakryciem</source>
        <translation>S překrytím</translation>
    </message>
    <message>
        <source>Ze schowka {number}</source>
        <translation>Schránka {number}</translation>
    </message>
    <message>
        <source>Zrzut ekranu</source>
        <translation>Snímek</translation>
    </message>
    <message>
        <source>Zrzut {number}</source>
        <translation>Snímek {number}</translation>
    </message>
    <message>
        <source>{screen}, z zakryciem</source>
        <translation>{screen}, s překrytím</translation>
    </message>
    <message>
        <source>{screen}, zakrycia</source>
        <translation>{screen}, překrytí</translation>
    </message>
    <message>
        <source>{screen}: otwórz, aby obejrzeć lub zakryć</source>
        <translation>{screen}: otevřete pro zobrazení nebo zakrytí</translation>
    </message>
</context>
<context>
    <name>TicketRow</name>
    <message>
        <source>Anuluj</source>
        <translation>Zrušit</translation>
    </message>
    <message>
        <source>Numer od wsparcia ({code}):</source>
        <translation>Číslo od podpory ({code}):</translation>
    </message>
    <message>
        <source>Skoro wsparcie je ma, ten komputer już go nie wyśle.</source>
        <translation>Protože je podpora má, tento počítač už je neodešle.</translation>
    </message>
    <message>
        <source>Stoi w odpowiedzi wsparcia, zwykle w temacie.</source>
        <translation>Je v odpovědi podpory, obvykle v předmětu.</translation>
    </message>
    <message>
        <source>Stoi w odpowiedzi wsparcia, zwykle w temacie. Puste pole go usuwa.</source>
        <translation>Je v odpovědi podpory, obvykle v předmětu. Prázdné pole je odstraní.</translation>
    </message>
    <message>
        <source>Wpisz numer, na przykład 12345.</source>
        <translation>Zadejte číslo, například 12345.</translation>
    </message>
    <message>
        <source>Zapisz numer</source>
        <translation>Uložit číslo</translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message numerus="yes">
        <source>%n szkic(-e) do dokończenia</source>
        <translation>
            <numerusform>%n koncept k dokončení</numerusform>
            <numerusform>%n koncepty k dokončení</numerusform>
            <numerusform>%n konceptů k dokončení</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n zgłoszenie(-a) czeka na wysłanie</source>
        <translation>
            <numerusform>%n hlášení čeká na odeslání</numerusform>
            <numerusform>%n hlášení čekají na odeslání</numerusform>
            <numerusform>%n hlášení čeká na odeslání</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n zgłoszenie(-a) wymaga uwagi</source>
        <translation>
            <numerusform>%n hlášení vyžaduje pozornost</numerusform>
            <numerusform>%n hlášení vyžadují pozornost</numerusform>
            <numerusform>%n hlášení vyžaduje pozornost</numerusform>
        </translation>
    </message>
    <message>
        <source>Najstarsze czeka już ponad 3 dni</source>
        <translation>Nejstarší čeká už déle než 3 dny</translation>
    </message>
    <message>
        <source>Najstarsze czeka już ponad dobę</source>
        <translation>Nejstarší čeká už déle než den</translation>
    </message>
    <message>
        <source>Zgłoś problem: {key}</source>
        <translation>Nahlásit problém: {key}</translation>
    </message>
</context>
<context>
    <name>TrayMenu</name>
    <message>
        <source>Moje zgłoszenia</source>
        <translation>Moje hlášení</translation>
    </message>
    <message>
        <source>Oznacz teraz, opisz później</source>
        <translation>Označit teď, popsat později</translation>
    </message>
    <message>
        <source>Pomoc i kontakt</source>
        <translation>Nápověda a kontakt</translation>
    </message>
    <message>
        <source>Telefon awaryjny {number} – kopiuj</source>
        <translation>V naléhavém případě: {number} – kopírovat</translation>
    </message>
    <message>
        <source>Ustawienia</source>
        <translation>Nastavení</translation>
    </message>
    <message>
        <source>Zakończ</source>
        <translation>Ukončit</translation>
    </message>
    <message>
        <source>Zgłoś problem</source>
        <translation>Nahlásit problém</translation>
    </message>
</context>
<context>
    <name>TryLine</name>
    <message>
        <source>Naciśnij {key}, aby sprawdzić.</source>
        <translation>Pro vyzkoušení stiskněte {key}.</translation>
    </message>
    <message>
        <source>Żaden skrót teraz nie działa.</source>
        <translation>Teď nefunguje žádná zkratka.</translation>
    </message>
    <message>
        <source>✓ Działa! Naciśnięto {key}.</source>
        <translation>✓ Funguje! Stisknuto {key}.</translation>
    </message>
</context>
<context>
    <name>WaysOut</name>
    <message>
        <source>Kod QR na telefon</source>
        <translation>QR kód pro telefon</translation>
    </message>
    <message>
        <source>Otwórz w programie pocztowym</source>
        <translation>Otevřít v poštovním programu</translation>
    </message>
    <message>
        <source>Przerwij</source>
        <translation>Přerušit</translation>
    </message>
    <message>
        <source>Wiadomość e-mail (*.eml)</source>
        <translation>E-mailová zpráva (*.eml)</translation>
    </message>
    <message>
        <source>Wysłane z programu pocztowego</source>
        <translation>Odesláno z poštovního programu</translation>
    </message>
    <message>
        <source>Wyślij teraz bez zapisywania</source>
        <translation>Odeslat hned bez uložení</translation>
    </message>
    <message>
        <source>Zapisz jako .eml</source>
        <translation>Uložit jako .eml</translation>
    </message>
</context>
<context>
    <name>WhenCell</name>
    <message>
        <source>np. dziś o 13:55, wczoraj 9:10, 10 minut temu</source>
        <translation>např. dnes v 13:55, včera 9:10, před 10 minutami</translation>
    </message>
    <message>
        <source>takiej godziny nie było: przestawiono wtedy zegary</source>
        <translation>takový čas nebyl: tehdy se měnil čas na hodinách</translation>
    </message>
    <message>
        <source>to jeszcze przed nami – sprawdź datę i godzinę</source>
        <translation>to teprve přijde – zkontrolujte datum a čas</translation>
    </message>
    <message>
        <source>wpisane</source>
        <translation>zadáno ručně</translation>
    </message>
</context>
<context>
    <name>WithOwnReport</name>
    <message>
        <source>Tu przyjdzie zgłoszenie próbne: wpisz adres.</source>
        <translation>Sem přijde zkušební hlášení: zadejte adresu.</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>Bez sieci nic się tu nie zapisze. Powiadom administratora.</source>
        <translation>Bez sítě se zde nic neuloží. Upozorněte správce.</translation>
    </message>
    <message>
        <source>Bezpieczne połączenie z serwerem poczty {host} zostało przerwane.</source>
        <translation>Zabezpečené spojení s poštovním serverem {host} bylo přerušeno.</translation>
    </message>
    <message>
        <source>Brak adresu systemu.</source>
        <translation>Chybí adresa systému.</translation>
    </message>
    <message>
        <source>Brak hasła do serwera poczty.</source>
        <translation>Chybí heslo k poštovnímu serveru.</translation>
    </message>
    <message>
        <source>Brak ważnego logowania do Dakteli.</source>
        <translation>Chybí platné přihlášení do Daktely.</translation>
    </message>
    <message>
        <source>Brak zrzutu ekranu: komputer był zablokowany.</source>
        <translation>Bez snímku obrazovky: počítač byl zamčený.</translation>
    </message>
    <message>
        <source>Brak zrzutu ekranu: nie pozwala na niego program na wierzchu.</source>
        <translation>Bez snímku obrazovky: program v popředí jej nedovoluje.</translation>
    </message>
    <message>
        <source>Brak zrzutu ekranu: nie znaleziono ekranu.</source>
        <translation>Bez snímku obrazovky: žádná obrazovka nenalezena.</translation>
    </message>
    <message>
        <source>Brak zrzutu ekranu: sesja zdalna była rozłączona.</source>
        <translation>Bez snímku obrazovky: vzdálená relace byla odpojená.</translation>
    </message>
    <message>
        <source>Brak zrzutu ekranu: sesja zdalna nie była wyświetlana.</source>
        <translation>Bez snímku obrazovky: vzdálená relace nebyla zobrazená.</translation>
    </message>
    <message>
        <source>Brak zrzutu ekranu: system na niego nie pozwolił.</source>
        <translation>Bez snímku obrazovky: systém jej nepovolil.</translation>
    </message>
    <message>
        <source>Brak zrzutu ekranu: system pytał właśnie o zgodę lub hasło.</source>
        <translation>Bez snímku obrazovky: systém se právě ptal na souhlas nebo heslo.</translation>
    </message>
    <message>
        <source>Brak zrzutu ekranu: to środowisko (Wayland) na niego nie pozwala.</source>
        <translation>Bez snímku obrazovky: toto prostředí (Wayland) jej nedovoluje.</translation>
    </message>
    <message>
        <source>Brak zrzutu ekranu: w systemie macOS nie jest jeszcze dostępny.</source>
        <translation>Bez snímku obrazovky: v systému macOS zatím není k dispozici.</translation>
    </message>
    <message>
        <source>Certyfikat serwera poczty {host} nie jest zaufany.</source>
        <translation>Certifikát poštovního serveru {host} není důvěryhodný.</translation>
    </message>
    <message>
        <source>Certyfikat {host} nie jest zaufany.</source>
        <translation>Certifikát {host} není důvěryhodný.</translation>
    </message>
    <message>
        <source>Co ta wersja umie otworzyć, wysyła dalej. Zainstaluj nowszą wersję.</source>
        <translation>Co tato verze umí otevřít, dál odesílá. Nainstalujte novější verzi.</translation>
    </message>
    <message>
        <source>Coś poszło nie tak w Dzwonku.</source>
        <translation>V Dzwonku se něco pokazilo.</translation>
    </message>
    <message>
        <source>Czy chodziło o „{nearest}”?</source>
        <translation>Měli jste na mysli „{nearest}“?</translation>
    </message>
    <message>
        <source>Daktela chwilowo odmawia odpowiedzi.</source>
        <translation>Daktela teď dočasně neodpovídá.</translation>
    </message>
    <message>
        <source>Daktela działa tylko przez https. {example}</source>
        <translation>Daktela funguje jen přes https. {example}</translation>
    </message>
    <message>
        <source>Daktela odrzuciła login lub hasło.</source>
        <translation>Daktela odmítla přihlašovací jméno nebo heslo.</translation>
    </message>
    <message>
        <source>Dane programu leżą na dysku sieciowym ({kind}).</source>
        <translation>Data programu leží na síťovém disku ({kind}).</translation>
    </message>
    <message>
        <source>Dane wpisz ręcznie.</source>
        <translation>Údaje zadejte ručně.</translation>
    </message>
    <message>
        <source>Do czasu poprawy nic nie zostanie wysłane, a zrzuty ekranu są wyłączone. Powiadom administratora.</source>
        <translation>Do opravy se nic neodešle a snímky obrazovky jsou vypnuté. Informujte správce.</translation>
    </message>
    <message>
        <source>Do czasu poprawy nic nie zostanie wysłane. Powiadom administratora.</source>
        <translation>Do opravy se nic neodešle. Informujte správce.</translation>
    </message>
    <message>
        <source>Do poprawy: {reason}.</source>
        <translation>K opravě: {reason}.</translation>
    </message>
    <message>
        <source>Dodaj do niej %USERNAME%: każda osoba potrzebuje własnego.</source>
        <translation>Doplňte do ní %USERNAME%: každý potřebuje vlastní složku.</translation>
    </message>
    <message>
        <source>Dozwolone: {allowed}. Do czasu poprawy niczego nie ustala.</source>
        <translation>Povoleno: {allowed}. Do opravy nic neurčuje.</translation>
    </message>
    <message>
        <source>Dozwolone: {allowed}. Do czasu poprawy niczego tu nie zapiszemy.</source>
        <translation>Povoleno: {allowed}. Do opravy tu nic neuložíme.</translation>
    </message>
    <message>
        <source>Dozwolone: {allowed}. Do czasu poprawy zrzuty ekranu są wyłączone.</source>
        <translation>Povoleno: {allowed}. Do opravy jsou snímky obrazovky vypnuté.</translation>
    </message>
    <message>
        <source>Działa profil domyślny.</source>
        <translation>Používá se výchozí profil.</translation>
    </message>
    <message>
        <source>Działa wartość domyślna.</source>
        <translation>Používá se výchozí hodnota.</translation>
    </message>
    <message>
        <source>Działają ustawienia domyślne. Plik zostawiono bez zmian.</source>
        <translation>Používá se výchozí nastavení. Soubor zůstal beze změny.</translation>
    </message>
    <message>
        <source>Dzwonek już działa, ale nie odpowiada.</source>
        <translation>Dzwonek už běží, ale neodpovídá.</translation>
    </message>
    <message>
        <source>Dzwonek nie mógł się uruchomić: folder {folder} jest niedostępny.</source>
        <translation>Dzwonek se nemohl spustit: složka {folder} není dostupná.</translation>
    </message>
    <message>
        <source>Dzwonek z ikoną potrzebuje pulpitu. Polecenia działają i bez niego.</source>
        <translation>Dzwonek s ikonou potřebuje plochu. Příkazy fungují i bez ní.</translation>
    </message>
    <message>
        <source>Ekran bez zrzutu: system oddał czarny obraz.</source>
        <translation>Obrazovka bez snímku: systém vrátil černý obraz.</translation>
    </message>
    <message>
        <source>Haseł i tokenów nie zachowamy tu na stałe.</source>
        <translation>Hesla a tokeny tu nezůstanou natrvalo.</translation>
    </message>
    <message>
        <source>Już nie czekamy na program pocztowy.</source>
        <translation>Na poštovní program už nečekáme.</translation>
    </message>
    <message>
        <source>Kanał „{channel}” nie jest jeszcze dostępny.</source>
        <translation>Kanál „{channel}“ zatím není k dispozici.</translation>
    </message>
    <message>
        <source>Klawisza {key} nie ma w tym układzie klawiatury.</source>
        <translation>Klávesa {key} v tomto rozložení klávesnice není.</translation>
    </message>
    <message>
        <source>Klucz do tych zgłoszeń jest teraz niedostępny.</source>
        <translation>Klíč k těmto hlášením teď není dostupný.</translation>
    </message>
    <message>
        <source>Klucz do tych zgłoszeń przepadł.</source>
        <translation>Klíč k těmto hlášením je ztracen.</translation>
    </message>
    <message>
        <source>Klucz do zapisanych zgłoszeń leży w pliku.</source>
        <translation>Klíč k uloženým hlášením je v souboru.</translation>
    </message>
    <message>
        <source>Miejsce: {path}, wiersz {line}.</source>
        <translation>Umístění: {path}, řádek {line}.</translation>
    </message>
    <message>
        <source>Miejsce: {path}.</source>
        <translation>Umístění: {path}.</translation>
    </message>
    <message>
        <source>Można dodać plik PNG, JPEG, BMP albo WebP.</source>
        <translation>Přidat můžete soubor PNG, JPEG, BMP nebo WebP.</translation>
    </message>
    <message>
        <source>Można pisać dalej, dane wpisz ręcznie.</source>
        <translation>Můžete psát dál, údaje zadejte ručně.</translation>
    </message>
    <message>
        <source>Mógł wrócić z kopii zapasowej, więc zgłoszenie pójdzie bez niego.</source>
        <translation>Možná se vrátil ze zálohy, proto hlášení odejde bez něj.</translation>
    </message>
    <message>
        <source>Na dysku nie można teraz niczego zapisać.</source>
        <translation>Na disk teď nelze nic uložit.</translation>
    </message>
    <message>
        <source>Na ten adres przyjdzie odpowiedź.</source>
        <translation>Na tuto adresu přijde odpověď.</translation>
    </message>
    <message>
        <source>Na tym komputerze nie ma programu pocztowego.</source>
        <translation>V tomto počítači není poštovní program.</translation>
    </message>
    <message>
        <source>Na tym komputerze nie ma systemowego magazynu haseł.</source>
        <translation>V tomto počítači není systémové úložiště hesel.</translation>
    </message>
    <message>
        <source>Na tym pulpicie nie ma zasobnika z ikonami.</source>
        <translation>Na této ploše není oznamovací oblast.</translation>
    </message>
    <message>
        <source>Napisz w jednym zdaniu, co się stało.</source>
        <translation>Napište jednou větou, co se stalo.</translation>
    </message>
    <message>
        <source>Napisz, o co chodzi.</source>
        <translation>Napište, oč jde.</translation>
    </message>
    <message>
        <source>Nie da się ich odczytać ani wysłać. Zgłoś problem ponownie.</source>
        <translation>Nelze je přečíst ani odeslat. Nahlaste problém znovu.</translation>
    </message>
    <message>
        <source>Nie ma takiego zgłoszenia.</source>
        <translation>Takové hlášení neexistuje.</translation>
    </message>
    <message>
        <source>Nie można go tu zmienić.</source>
        <translation>Tady je nelze změnit.</translation>
    </message>
    <message>
        <source>Nie można go wysłać. Plik zostaje na tym komputerze. Zgłoś problem ponownie.</source>
        <translation>Nelze ho odeslat. Soubor zůstává v tomto počítači. Nahlaste problém znovu.</translation>
    </message>
    <message>
        <source>Nie można go wysłać. Zgłoś problem ponownie.</source>
        <translation>Nelze ho odeslat. Nahlaste problém znovu.</translation>
    </message>
    <message>
        <source>Nie podano adresu systemu Daktela.</source>
        <translation>Není zadána adresa systému Daktela.</translation>
    </message>
    <message>
        <source>Nie podano serwera poczty.</source>
        <translation>Není zadán poštovní server.</translation>
    </message>
    <message>
        <source>Nie udało się bezpiecznie połączyć z {host}:{port} ({error}).</source>
        <translation>Nepodařilo se bezpečně připojit k {host}:{port} ({error}).</translation>
    </message>
    <message>
        <source>Nie udało się odczytać ostatnich rozmów: brak uprawnień.</source>
        <translation>Nedávné konverzace se nepodařilo načíst: chybí oprávnění.</translation>
    </message>
    <message>
        <source>Nie udało się otworzyć {address}.</source>
        <translation>Nepodařilo se otevřít {address}.</translation>
    </message>
    <message>
        <source>Nie udało się połączyć z serwerem poczty przez proxy {host}.</source>
        <translation>Nepodařilo se připojit k poštovnímu serveru přes proxy {host}.</translation>
    </message>
    <message>
        <source>Nie udało się połączyć z serwerem poczty {host}.</source>
        <translation>Nepodařilo se připojit k poštovnímu serveru {host}.</translation>
    </message>
    <message>
        <source>Nie udało się połączyć z {host}.</source>
        <translation>Nepodařilo se připojit k {host}.</translation>
    </message>
    <message>
        <source>Nie udało się połączyć z {host}:{port}.</source>
        <translation>Nepodařilo se připojit k {host}:{port}.</translation>
    </message>
    <message>
        <source>Nie udało się ustawić uruchamiania z komputerem.</source>
        <translation>Spouštění s počítačem se nepodařilo nastavit.</translation>
    </message>
    <message>
        <source>Nie udało się zapisać pliku {path}.</source>
        <translation>Soubor {path} se nepodařilo uložit.</translation>
    </message>
    <message>
        <source>Nie wiadomo, kiedy to się stało.</source>
        <translation>Není jasné, kdy se to stalo.</translation>
    </message>
    <message>
        <source>Nie widać tu jednego numeru zgłoszenia.</source>
        <translation>Není tu vidět jedno číslo hlášení.</translation>
    </message>
    <message>
        <source>Nie zapisano: bez systemowego magazynu haseł niczego tu nie zapisujemy.</source>
        <translation>Neuloženo: bez systémového úložiště hesel tu nic neukládáme.</translation>
    </message>
    <message>
        <source>Nie zapisano: dysk zgłosił błąd.</source>
        <translation>Neuloženo: disk ohlásil chybu.</translation>
    </message>
    <message>
        <source>Nie zapisano: na dysku nie ma miejsca.</source>
        <translation>Neuloženo: na disku není místo.</translation>
    </message>
    <message>
        <source>Nie zapisano: ten folder jest otwarty dla innych osób.</source>
        <translation>Neuloženo: tato složka je přístupná jiným osobám.</translation>
    </message>
    <message>
        <source>Nie zapisano: ten folder należy do kogoś innego.</source>
        <translation>Neuloženo: tato složka patří někomu jinému.</translation>
    </message>
    <message>
        <source>Nie zapisano: w miejscu folderu jest dowiązanie.</source>
        <translation>Neuloženo: na místě složky je odkaz.</translation>
    </message>
    <message>
        <source>Nie zapisano: w tym folderze nie wolno zapisywać.</source>
        <translation>Neuloženo: do této složky se nesmí zapisovat.</translation>
    </message>
    <message>
        <source>Nie zapisano: zasada „OutboxFolder” nie wskazuje folderu.</source>
        <translation>Neuloženo: zásada „OutboxFolder“ neuvádí složku.</translation>
    </message>
    <message>
        <source>Nie znaleziono ekranu.</source>
        <translation>Nenašla se žádná obrazovka.</translation>
    </message>
    <message>
        <source>Nie znaleziono nazwy {host}.</source>
        <translation>Název {host} nebyl nalezen.</translation>
    </message>
    <message>
        <source>Nie znaleziono serwera poczty {host}.</source>
        <translation>Poštovní server {host} nebyl nalezen.</translation>
    </message>
    <message>
        <source>Nieznane ustawienie „{key}”.</source>
        <translation>Neznámé nastavení „{key}“.</translation>
    </message>
    <message>
        <source>Nieznany profil wsparcia „{name}”.</source>
        <translation>Neznámý profil podpory „{name}“.</translation>
    </message>
    <message>
        <source>Numery wpisz ręcznie.</source>
        <translation>Čísla zadejte ručně.</translation>
    </message>
    <message>
        <source>Obraz jest za duży.</source>
        <translation>Obrázek je příliš velký.</translation>
    </message>
    <message>
        <source>Odblokuj go, a zgłoszenia ruszą same.</source>
        <translation>Odemkněte je a hlášení se odešlou sama.</translation>
    </message>
    <message>
        <source>Odblokuj systemowy magazyn haseł, a zgłoszenia ruszą same.</source>
        <translation>Odemkněte systémové úložiště hesel a hlášení se odešlou sama.</translation>
    </message>
    <message>
        <source>Odpowiedzi Dakteli nie udało się zrozumieć.</source>
        <translation>Odpovědi Daktely se nepodařilo porozumět.</translation>
    </message>
    <message>
        <source>Okno zdalnej sesji go przechwytuje. Wybierz inny.</source>
        <translation>Okno vzdálené relace ji zachytí. Zvolte jinou.</translation>
    </message>
    <message>
        <source>Otwórz „Moje zgłoszenia”: przy każdym stoi, co zrobić.</source>
        <translation>Otevřete „Moje hlášení“: u každého je uvedeno, co dělat.</translation>
    </message>
    <message>
        <source>Plik zgłoszenia jest uszkodzony.</source>
        <translation>Soubor hlášení je poškozený.</translation>
    </message>
    <message>
        <source>Plik {name} jest za duży (najwyżej {limit} MB).</source>
        <translation>Soubor {name} je příliš velký (nejvýše {limit} MB).</translation>
    </message>
    <message>
        <source>Pliku ustawień nie można odczytać.</source>
        <translation>Soubor nastavení nelze přečíst.</translation>
    </message>
    <message>
        <source>Pliku zgłoszenia nie ma już na tym komputerze.</source>
        <translation>Soubor hlášení už v tomto počítači není.</translation>
    </message>
    <message>
        <source>Pliku {name} nie można odczytać.</source>
        <translation>Soubor {name} nelze přečíst.</translation>
    </message>
    <message>
        <source>Poczekaj chwilę.</source>
        <translation>Počkejte prosím chvíli.</translation>
    </message>
    <message>
        <source>Poczekaj chwilę. Jeśli to nie pomoże, zakończ go w systemie i uruchom ponownie.</source>
        <translation>Počkejte prosím chvíli. Pokud to nepomůže, ukončete jej v systému a spusťte znovu.</translation>
    </message>
    <message>
        <source>Poczta bez szyfrowania działa tylko na tym komputerze.</source>
        <translation>Pošta bez šifrování funguje jen v tomto počítači.</translation>
    </message>
    <message>
        <source>Pod adresem {host} nie odpowiada Daktela.</source>
        <translation>Na adrese {host} neodpovídá Daktela.</translation>
    </message>
    <message>
        <source>Podaj inną godzinę.</source>
        <translation>Zadejte jiný čas.</translation>
    </message>
    <message>
        <source>Podaj nazwę agenta.</source>
        <translation>Zadejte jméno agenta.</translation>
    </message>
    <message>
        <source>Podaj swój adres e-mail.</source>
        <translation>Zadejte svou e-mailovou adresu.</translation>
    </message>
    <message>
        <source>Podany czas jeszcze nie nadszedł.</source>
        <translation>Zadaný čas ještě nenastal.</translation>
    </message>
    <message>
        <source>Popraw adres nadawcy w Ustawieniach. Zgłoszenia czekają.</source>
        <translation>Opravte adresu odesílatele v Nastavení. Hlášení čekají.</translation>
    </message>
    <message>
        <source>Popraw adres w Ustawieniach.</source>
        <translation>Opravte adresu v Nastavení.</translation>
    </message>
    <message>
        <source>Popraw go: na ten adres przyjdzie odpowiedź.</source>
        <translation>Opravte ji: na tuto adresu přijde odpověď.</translation>
    </message>
    <message>
        <source>Popraw je w Ustawieniach. Zgłoszenia czekają.</source>
        <translation>Opravte je v Nastavení. Hlášení čekají.</translation>
    </message>
    <message>
        <source>Powiadom administratora.</source>
        <translation>Obraťte se na správce.</translation>
    </message>
    <message>
        <source>Powiadom administratora. Miejsce: {path}.</source>
        <translation>Obraťte se na správce. Umístění: {path}.</translation>
    </message>
    <message>
        <source>Powiadom administratora. Niczego tam nie wysłano.</source>
        <translation>Obraťte se na správce. Nic se tam neodeslalo.</translation>
    </message>
    <message>
        <source>Powiadom administratora. Zgłoszenia czekają.</source>
        <translation>Obraťte se na správce. Hlášení čekají.</translation>
    </message>
    <message>
        <source>Połączenie z serwerem poczty {host} zostało przerwane.</source>
        <translation>Spojení s poštovním serverem {host} bylo přerušeno.</translation>
    </message>
    <message>
        <source>Program pocztowy nie odpowiedział w porę.</source>
        <translation>Poštovní program neodpověděl včas.</translation>
    </message>
    <message>
        <source>Program pocztowy nie otworzył zgłoszenia.</source>
        <translation>Poštovní program hlášení neotevřel.</translation>
    </message>
    <message>
        <source>Przykład: Ctrl+Shift+F9.</source>
        <translation>Příklad: Ctrl+Shift+F9.</translation>
    </message>
    <message>
        <source>Przykład: twojanazwa.daktela.com.</source>
        <translation>Příklad: twojanazwa.daktela.com.</translation>
    </message>
    <message>
        <source>Serwer poczty nie potwierdził odbioru.</source>
        <translation>Poštovní server nepotvrdil přijetí.</translation>
    </message>
    <message>
        <source>Serwer poczty nie przyjmuje adresata {address}.</source>
        <translation>Poštovní server nepřijímá příjemce {address}.</translation>
    </message>
    <message>
        <source>Serwer poczty nie przyjmuje nadawcy {address}.</source>
        <translation>Poštovní server nepřijímá odesílatele {address}.</translation>
    </message>
    <message>
        <source>Serwer poczty odrzucił nazwę użytkownika lub hasło.</source>
        <translation>Poštovní server odmítl uživatelské jméno nebo heslo.</translation>
    </message>
    <message>
        <source>Serwer poczty odrzucił treść zgłoszenia ({reply}).</source>
        <translation>Poštovní server odmítl obsah hlášení ({reply}).</translation>
    </message>
    <message>
        <source>Serwer poczty prosi, by spróbować później ({reply}).</source>
        <translation>Poštovní server žádá o pozdější pokus ({reply}).</translation>
    </message>
    <message>
        <source>Serwer poczty {host} nie odpowiada na czas.</source>
        <translation>Poštovní server {host} neodpovídá včas.</translation>
    </message>
    <message>
        <source>Serwer poczty {host} nie oferuje logowania hasłem.</source>
        <translation>Poštovní server {host} nenabízí přihlášení heslem.</translation>
    </message>
    <message>
        <source>Serwer poczty {host} nie oferuje szyfrowania.</source>
        <translation>Poštovní server {host} nenabízí šifrování.</translation>
    </message>
    <message>
        <source>Serwer poczty {host} odmawia przyjęcia połączenia ({reply}).</source>
        <translation>Poštovní server {host} odmítá spojení ({reply}).</translation>
    </message>
    <message>
        <source>Serwer poczty {host} odpowiada niezrozumiale.</source>
        <translation>Poštovní server {host} odpovídá nesrozumitelně.</translation>
    </message>
    <message>
        <source>Serwer poczty {host} wymaga logowania, a nie podano nazwy użytkownika.</source>
        <translation>Poštovní server {host} vyžaduje přihlášení, ale není zadáno uživatelské jméno.</translation>
    </message>
    <message>
        <source>Serwer proxy {host} nie chce łączyć z serwerem poczty ({reply}).</source>
        <translation>Proxy server {host} odmítá spojení s poštovním serverem ({reply}).</translation>
    </message>
    <message>
        <source>Serwer proxy {host} wymaga właściwej nazwy użytkownika i hasła.</source>
        <translation>Proxy server {host} vyžaduje správné uživatelské jméno a heslo.</translation>
    </message>
    <message>
        <source>Skopiuj obraz i wklej go jeszcze raz.</source>
        <translation>Zkopírujte obrázek a vložte ho ještě jednou.</translation>
    </message>
    <message>
        <source>Skrót globalny jest tu niedostępny.</source>
        <translation>Globální zkratka tu není k dispozici.</translation>
    </message>
    <message>
        <source>Skrót globalny nie działa w tym środowisku (Wayland).</source>
        <translation>Globální zkratka v tomto prostředí (Wayland) nefunguje.</translation>
    </message>
    <message>
        <source>Skrót {key} jest zajęty przez inny program.</source>
        <translation>Zkratku {key} používá jiný program.</translation>
    </message>
    <message>
        <source>Skrót {key} jest zastrzeżony.</source>
        <translation>Zkratka {key} je vyhrazená.</translation>
    </message>
    <message>
        <source>Skrót {key} należy do Pulpitu zdalnego.</source>
        <translation>Zkratka {key} patří Vzdálené ploše.</translation>
    </message>
    <message>
        <source>Skróć go trochę.</source>
        <translation>Trochu jej zkraťte.</translation>
    </message>
    <message>
        <source>Spis zgłoszeń był uszkodzony i został odtworzony z plików.</source>
        <translation>Seznam hlášení byl poškozený a byl obnoven ze souborů.</translation>
    </message>
    <message>
        <source>Sprawdź adres: to ten, który widać w przeglądarce podczas pracy.</source>
        <translation>Zkontrolujte adresu: je to ta, kterou při práci vidíte v prohlížeči.</translation>
    </message>
    <message>
        <source>Sprawdź datę i godzinę.</source>
        <translation>Zkontrolujte datum a čas.</translation>
    </message>
    <message>
        <source>Sprawdź miejsce na dysku albo powiadom administratora.</source>
        <translation>Zkontrolujte místo na disku, nebo se obraťte na správce.</translation>
    </message>
    <message>
        <source>Sprawdź numer portu. {example}</source>
        <translation>Zkontrolujte číslo portu. {example}</translation>
    </message>
    <message>
        <source>Sprawdź pisownię.</source>
        <translation>Zkontrolujte pravopis.</translation>
    </message>
    <message>
        <source>Sprawdź pisownię. Przy logowaniu przez Google lub Microsoft użyj tokenu.</source>
        <translation>Zkontrolujte, zda jsou napsány správně. Při přihlašování přes Google nebo Microsoft použijte token.</translation>
    </message>
    <message>
        <source>Sprawdź sieć albo powiadom administratora.</source>
        <translation>Zkontrolujte síť, nebo se obraťte na správce.</translation>
    </message>
    <message>
        <source>Sprawdź sieć i nazwę serwera. Spróbujemy ponownie.</source>
        <translation>Zkontrolujte síť a název serveru. Zkusíme to znovu.</translation>
    </message>
    <message>
        <source>Sprawdź sieć. Zgłoszenie można napisać i wysłać bez tego połączenia.</source>
        <translation>Zkontrolujte síť. Hlášení můžete napsat a odeslat i bez tohoto spojení.</translation>
    </message>
    <message>
        <source>Sprawdź w nim, czy zgłoszenie jest otwarte albo wysłane.</source>
        <translation>Zkontrolujte v něm, zda je hlášení otevřené nebo odeslané.</translation>
    </message>
    <message>
        <source>Spróbuj jeszcze raz. To, co zapisane, jest bezpieczne.</source>
        <translation>Zkuste to ještě jednou. Co je uloženo, je v bezpečí.</translation>
    </message>
    <message>
        <source>Spróbuj ponownie, a gdy się powtórzy, powiadom administratora.</source>
        <translation>Zkuste to znovu, a pokud se to zopakuje, obraťte se na správce.</translation>
    </message>
    <message>
        <source>Spróbujemy ponownie.</source>
        <translation>Zkusíme to znovu.</translation>
    </message>
    <message>
        <source>Spróbujemy ponownie. Gdy się powtórzy, powiadom administratora.</source>
        <translation>Zkusíme to znovu. Pokud se to zopakuje, informujte správce.</translation>
    </message>
    <message>
        <source>Spróbujemy ponownie. Zgłoszenia czekają.</source>
        <translation>Zkusíme to znovu. Hlášení čekají.</translation>
    </message>
    <message>
        <source>Systemowy magazyn haseł jest zablokowany.</source>
        <translation>Systémové úložiště hesel je zamčené.</translation>
    </message>
    <message>
        <source>Systemowy magazyn haseł nie odpowiada.</source>
        <translation>Systémové úložiště hesel neodpovídá.</translation>
    </message>
    <message>
        <source>Systemowy magazyn haseł nie przyjął tej wartości.</source>
        <translation>Systémové úložiště hesel tuto hodnotu nepřijalo.</translation>
    </message>
    <message>
        <source>Tak bywa przy zablokowanej sesji. Zgłoszenie można wysłać bez tego zrzutu.</source>
        <translation>To se stává, když je relace zamčená. Hlášení můžete odeslat bez tohoto snímku.</translation>
    </message>
    <message>
        <source>Tak bywa, gdy okno zdalnego pulpitu jest zminimalizowane. Zgłoszenie można wysłać bez zrzutu.</source>
        <translation>To se stává, když je okno vzdálené plochy minimalizované. Hlášení můžete odeslat bez snímku.</translation>
    </message>
    <message>
        <source>Tak ustawił administrator.</source>
        <translation>Tak to nastavil správce.</translation>
    </message>
    <message>
        <source>Takiej godziny nie było: przestawiono wtedy zegary.</source>
        <translation>Takový čas nebyl: tehdy se měnil čas na hodinách.</translation>
    </message>
    <message>
        <source>Tego nie można dodać: to nie obraz albo obraz jest uszkodzony.</source>
        <translation>Toto nelze přidat: není to obrázek, nebo je obrázek poškozený.</translation>
    </message>
    <message>
        <source>Tego zgłoszenia nie da się ułożyć na nowo.</source>
        <translation>Toto hlášení nelze sestavit znovu.</translation>
    </message>
    <message>
        <source>Tekst jest za długi (najwyżej {limit} znaków).</source>
        <translation>Text je příliš dlouhý (nejvýše {limit} znaků).</translation>
    </message>
    <message>
        <source>Ten pulpit nie pokazuje powiadomień.</source>
        <translation>Tato plocha nezobrazuje oznámení.</translation>
    </message>
    <message>
        <source>Ten serwer poczty nie przyjmuje już logowania hasłem.</source>
        <translation>Tento poštovní server už nepřijímá přihlášení heslem.</translation>
    </message>
    <message>
        <source>To kod z tego programu, a nie numer nadany przez wsparcie.</source>
        <translation>To je kód z tohoto programu, ne číslo přidělené podporou.</translation>
    </message>
    <message>
        <source>To okno zastępuje ikonę dzwonka.</source>
        <translation>Toto okno nahrazuje ikonu zvonku.</translation>
    </message>
    <message>
        <source>To słabsza ochrona niż systemowy magazyn haseł.</source>
        <translation>To je slabší ochrana než systémové úložiště hesel.</translation>
    </message>
    <message>
        <source>To zgłoszenie jest właśnie wysyłane.</source>
        <translation>Toto hlášení se právě odesílá.</translation>
    </message>
    <message>
        <source>Uruchamianie Dzwonka jest wyłączone w Menedżerze zadań.</source>
        <translation>Spouštění programu Dzwonek je vypnuté ve Správci úloh.</translation>
    </message>
    <message>
        <source>Ustaw datę i godzinę w systemie albo powiadom administratora.</source>
        <translation>Nastavte v systému datum a čas, nebo informujte správce.</translation>
    </message>
    <message>
        <source>Ustaw kanał „mail”.</source>
        <translation>Nastavte kanál „mail“.</translation>
    </message>
    <message>
        <source>Ustawienie „{key}” ma złą wartość.</source>
        <translation>Nastavení „{key}“ má chybnou hodnotu.</translation>
    </message>
    <message>
        <source>Ustawienie „{key}” ustalił administrator.</source>
        <translation>Nastavení „{key}“ určil správce.</translation>
    </message>
    <message>
        <source>Ustawień nie udało się zapisać.</source>
        <translation>Nastavení se nepodařilo uložit.</translation>
    </message>
    <message>
        <source>Usuń któryś z nich.</source>
        <translation>Některý z nich odeberte.</translation>
    </message>
    <message>
        <source>Używa go system albo pisze się nim polskie litery. Wybierz inny.</source>
        <translation>Používá ji systém nebo se jí píší polská písmena. Zvolte jinou.</translation>
    </message>
    <message>
        <source>W Ustawieniach wybierz TLS albo STARTTLS.</source>
        <translation>V Nastavení zvolte TLS nebo STARTTLS.</translation>
    </message>
    <message>
        <source>W pliku „{value}” nie ma certyfikatów albo nie można go odczytać.</source>
        <translation>Soubor „{value}“ neobsahuje certifikáty nebo jej nelze přečíst.</translation>
    </message>
    <message>
        <source>W profilu wsparcia „{name}” jest błąd.</source>
        <translation>V profilu podpory „{name}“ je chyba.</translation>
    </message>
    <message>
        <source>W schowku nie ma obrazu.</source>
        <translation>Ve schránce není obrázek.</translation>
    </message>
    <message>
        <source>W ustawieniach systemu przypisz klawisz do polecenia „{command}”.</source>
        <translation>V nastavení systému přiřaďte klávesu příkazu „{command}“.</translation>
    </message>
    <message>
        <source>Wiadomość zamknięto w programie pocztowym bez wysłania.</source>
        <translation>Zpráva byla v poštovním programu zavřena bez odeslání.</translation>
    </message>
    <message>
        <source>Wpisz adres bez nazwy użytkownika i hasła. {example}</source>
        <translation>Zadejte adresu bez uživatelského jména a hesla. {example}</translation>
    </message>
    <message>
        <source>Wpisz go w Ustawieniach.</source>
        <translation>Zadejte ji v Nastavení.</translation>
    </message>
    <message>
        <source>Wpisz go w Ustawieniach. Zgłoszenia czekają na tym komputerze.</source>
        <translation>Zadejte jej v Nastavení. Hlášení čekají v tomto počítači.</translation>
    </message>
    <message>
        <source>Wpisz go, na przykład twojanazwa.daktela.com.</source>
        <translation>Zadejte ji, například twojanazwa.daktela.com.</translation>
    </message>
    <message>
        <source>Wpisz je w Ustawieniach. Zgłoszenia czekają.</source>
        <translation>Zadejte je v Nastavení. Hlášení čekají.</translation>
    </message>
    <message>
        <source>Wpisz ją i hasło w Ustawieniach. Zgłoszenia czekają.</source>
        <translation>Zadejte ho i heslo v Nastavení. Hlášení čekají.</translation>
    </message>
    <message>
        <source>Wpisz np. „dziś o 13:55”, „wczoraj 9:10” albo „10 minut temu”.</source>
        <translation>Zadejte např. „dnes v 13:55“, „včera 9:10“ nebo „před 10 minutami“.</translation>
    </message>
    <message>
        <source>Wpisz numer z odpowiedzi wsparcia, na przykład 12345.</source>
        <translation>Zadejte číslo z odpovědi podpory, například 12345.</translation>
    </message>
    <message>
        <source>Wpisz sam numer z odpowiedzi wsparcia, na przykład 12345.</source>
        <translation>Zadejte jen číslo z odpovědi podpory, například 12345.</translation>
    </message>
    <message>
        <source>Wpisz, których agentów to dotyczy.</source>
        <translation>Zadejte, kterých agentů se to týká.</translation>
    </message>
    <message>
        <source>Wybierz inny skrót albo zamknij tamten program.</source>
        <translation>Zvolte jinou zkratku, nebo ten program zavřete.</translation>
    </message>
    <message>
        <source>Wybierz inny skrót.</source>
        <translation>Zvolte jinou zkratku.</translation>
    </message>
    <message>
        <source>Wybierz inną nazwę albo inny folder.</source>
        <translation>Zvolte jiný název nebo jinou složku.</translation>
    </message>
    <message>
        <source>Wybierz mniejszy obraz.</source>
        <translation>Vyberte menší obrázek.</translation>
    </message>
    <message>
        <source>Wybierz rodzaj problemu.</source>
        <translation>Vyberte druh problému.</translation>
    </message>
    <message>
        <source>Wyślemy tę samą wiadomość jeszcze raz.</source>
        <translation>Stejnou zprávu pošleme ještě jednou.</translation>
    </message>
    <message>
        <source>Włącz je tam, na karcie aplikacji autostartu (Ctrl+Shift+Esc).</source>
        <translation>Zapněte je tam, na kartě aplikací po spuštění (Ctrl+Shift+Esc).</translation>
    </message>
    <message>
        <source>Włączone dla wszystkich przez administratora.</source>
        <translation>Správce zapnul pro všechny.</translation>
    </message>
    <message>
        <source>Zaloguj się w Ustawieniach (wklejony token mógł stracić ważność) albo wpisz dane ręcznie.</source>
        <translation>Přihlaste se v Nastavení (vložený token mohl pozbýt platnosti), nebo údaje zadejte ručně.</translation>
    </message>
    <message>
        <source>Zapisanego zrzutu ekranu nie można odczytać.</source>
        <translation>Uložený snímek obrazovky nelze přečíst.</translation>
    </message>
    <message>
        <source>Zapisany zrzut ekranu jest starszy niż ten szkic.</source>
        <translation>Uložený snímek obrazovky je starší než tento koncept.</translation>
    </message>
    <message>
        <source>Zapisało je inne wydanie programu. Zapisz je jako .eml.</source>
        <translation>Uložila je jiná verze programu. Uložte je jako .eml.</translation>
    </message>
    <message>
        <source>Zapisz je jako .eml i dołącz do wiadomości.</source>
        <translation>Uložte je jako .eml a připojte ke zprávě.</translation>
    </message>
    <message>
        <source>Zapisz je jako .eml i przekaż inną drogą albo zadzwoń.</source>
        <translation>Uložte ho jako .eml a předejte jinak, nebo zavolejte.</translation>
    </message>
    <message>
        <source>Zapisz je jako .eml i wyślij inną drogą albo zadzwoń.</source>
        <translation>Uložte je jako .eml a odešlete jinou cestou, nebo zavolejte.</translation>
    </message>
    <message>
        <source>Zapisz zgłoszenie jako .eml i prześlij je inaczej albo zadzwoń.</source>
        <translation>Uložte hlášení jako .eml a pošlete je jinak, nebo zavolejte.</translation>
    </message>
    <message>
        <source>Zasad ustalonych przez administratora nie można odczytać.</source>
        <translation>Pravidla nastavená správcem nelze přečíst.</translation>
    </message>
    <message>
        <source>Zasada administratora „ContactEmail” nie podaje poprawnego adresu.</source>
        <translation>Zásada správce „ContactEmail“ neuvádí platnou adresu.</translation>
    </message>
    <message>
        <source>Zasada administratora „Recipients” nie podaje poprawnych adresów.</source>
        <translation>Zásada správce „Recipients“ neuvádí platné adresy.</translation>
    </message>
    <message>
        <source>Zasada administratora „{key}” ma złą wartość („{value}”).</source>
        <translation>Zásada správce „{key}“ má chybnou hodnotu („{value}“).</translation>
    </message>
    <message>
        <source>Zasada „OutboxFolder” daje wszystkim jeden folder („{value}”).</source>
        <translation>Zásada „OutboxFolder“ dává všem jednu složku („{value}“).</translation>
    </message>
    <message>
        <source>Zaznacz, jak często to się zdarza.</source>
        <translation>Označte, jak často se to stává.</translation>
    </message>
    <message>
        <source>Zegar tego komputera jest błędny: wskazuje {shown} UTC.</source>
        <translation>Hodiny tohoto počítače jdou špatně: ukazují {shown} UTC.</translation>
    </message>
    <message>
        <source>Zgłoszenia czekają na wysłanie jak przedtem.</source>
        <translation>Hlášení čekají na odeslání jako předtím.</translation>
    </message>
    <message>
        <source>Zgłoszenia można przejrzeć i zapisać jako .eml w innym miejscu. Wysyłka stoi.</source>
        <translation>Hlášení lze prohlížet a uložit jako .eml jinam. Odesílání stojí.</translation>
    </message>
    <message>
        <source>Zgłoszenia zapisała tu nowsza wersja programu.</source>
        <translation>Hlášení tu uložila novější verze programu.</translation>
    </message>
    <message>
        <source>Zgłoszenia, których nie udało się wysłać: {troubled}.</source>
        <translation>Hlášení, která se nepodařilo odeslat: {troubled}.</translation>
    </message>
    <message>
        <source>Zgłoszenie jest za duże dla serwera poczty.</source>
        <translation>Hlášení je pro poštovní server příliš velké.</translation>
    </message>
    <message>
        <source>Zgłoszenie ma już {limit} obrazów, więcej się nie zmieści.</source>
        <translation>Hlášení už má {limit} obrázků, víc se jich nevejde.</translation>
    </message>
    <message>
        <source>Zgłoszenie można wysłać bez zrzutu.</source>
        <translation>Hlášení můžete odeslat bez snímku.</translation>
    </message>
    <message>
        <source>Zgłoszenie otworzysz ikoną dzwonka.</source>
        <translation>Hlášení otevřete ikonou zvonku.</translation>
    </message>
    <message>
        <source>Zgłoszenie pójdzie bez tego zrzutu.</source>
        <translation>Hlášení odejde bez tohoto snímku.</translation>
    </message>
    <message>
        <source>Zgłoszenie pójdzie bez zrzutu.</source>
        <translation>Hlášení odejde bez snímku.</translation>
    </message>
    <message>
        <source>Zrzuty ekranu są wyłączone przez administratora.</source>
        <translation>Snímky obrazovky vypnul správce.</translation>
    </message>
    <message>
        <source>Zrzuty ekranu są wyłączone w ustawieniach.</source>
        <translation>Snímky obrazovky jsou v nastavení vypnuté.</translation>
    </message>
    <message>
        <source>Zwolnij trochę miejsca i spróbuj ponownie.</source>
        <translation>Uvolněte trochu místa a zkuste to znovu.</translation>
    </message>
    <message>
        <source>{host} nie odpowiada na czas.</source>
        <translation>{host} neodpovídá včas.</translation>
    </message>
    <message>
        <source>{host}:{port} nie odpowiada na czas.</source>
        <translation>{host}:{port} neodpovídá včas.</translation>
    </message>
    <message>
        <source>„{address}” nie jest adresem e-mail.</source>
        <translation>„{address}“ není e-mailová adresa.</translation>
    </message>
    <message>
        <source>„{address}” nie jest adresem systemu.</source>
        <translation>„{address}“ není adresa systému.</translation>
    </message>
    <message>
        <source>„{key}” nie jest skrótem klawiszowym.</source>
        <translation>„{key}“ není klávesová zkratka.</translation>
    </message>
</context>
<context>
    <name>ZoomBar</name>
    <message>
        <source>Całość</source>
        <translation>Celý</translation>
    </message>
    <message>
        <source>Dwukrotna wielkość</source>
        <translation>Dvojnásobná velikost</translation>
    </message>
    <message>
        <source>Pokaż całość</source>
        <translation>Zobrazit celý snímek</translation>
    </message>
    <message>
        <source>Pomniejsz</source>
        <translation>Zmenšit</translation>
    </message>
    <message>
        <source>Powiększ</source>
        <translation>Zvětšit</translation>
    </message>
    <message>
        <source>Rzeczywista wielkość</source>
        <translation>Skutečná velikost</translation>
    </message>
</context>
</TS>
