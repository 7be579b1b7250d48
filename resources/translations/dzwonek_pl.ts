<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="pl_PL" sourcelanguage="pl">
<context>
    <name>Ages</name>
    <message numerus="yes">
        <source>sprzed %n dni</source>
        <translation>
            <numerusform>sprzed %n dnia</numerusform>
            <numerusform>sprzed %n dni</numerusform>
            <numerusform>sprzed %n dni</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>sprzed %n godz.</source>
        <translation>
            <numerusform>sprzed %n godz.</numerusform>
            <numerusform>sprzed %n godz.</numerusform>
            <numerusform>sprzed %n godz.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>sprzed %n min</source>
        <translation>
            <numerusform>sprzed %n min</numerusform>
            <numerusform>sprzed %n min</numerusform>
            <numerusform>sprzed %n min</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CoverEditor</name>
    <message numerus="yes">
        <source>Ramki: %n. Niczego nie zakrywają.</source>
        <translation>
            <numerusform>%n ramka. Niczego nie zakrywa.</numerusform>
            <numerusform>%n ramki. Niczego nie zakrywają.</numerusform>
            <numerusform>%n ramek. Niczego nie zakrywa.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Zakryte miejsca: %n. Pod czarnym polem nic nie zostanie.</source>
        <translation>
            <numerusform>%n zakryte miejsce. Pod czarnym polem nic nie zostanie.</numerusform>
            <numerusform>%n zakryte miejsca. Pod czarnym polem nic nie zostanie.</numerusform>
            <numerusform>%n zakrytych miejsc. Pod czarnym polem nic nie zostanie.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ListSearch</name>
    <message numerus="yes">
        <source>Znaleziono: %n</source>
        <translation>
            <numerusform>Znaleziono: %n</numerusform>
            <numerusform>Znaleziono: %n</numerusform>
            <numerusform>Znaleziono: %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message numerus="yes">
        <source>Masz niedokończone zgłoszenia: %n</source>
        <translation>
            <numerusform>Masz %n niedokończone zgłoszenie</numerusform>
            <numerusform>Masz %n niedokończone zgłoszenia</numerusform>
            <numerusform>Masz %n niedokończonych zgłoszeń</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Oznaczone chwile czekają na opis: %n</source>
        <translation>
            <numerusform>%n oznaczona chwila czeka na opis</numerusform>
            <numerusform>%n oznaczone chwile czekają na opis</numerusform>
            <numerusform>%n oznaczonych chwil czeka na opis</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>niewysłane zgłoszenia: %n</source>
        <translation>
            <numerusform>niewysłane zgłoszenia: %n</numerusform>
            <numerusform>niewysłane zgłoszenia: %n</numerusform>
            <numerusform>niewysłane zgłoszenia: %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>szkice: %n</source>
        <translation>
            <numerusform>szkice: %n</numerusform>
            <numerusform>szkice: %n</numerusform>
            <numerusform>szkice: %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PictureShelf</name>
    <message numerus="yes">
        <source>Dodano obrazy: %n.</source>
        <translation>
            <numerusform>Dodano %n obraz.</numerusform>
            <numerusform>Dodano %n obrazy.</numerusform>
            <numerusform>Dodano %n obrazów.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PreviewWindow</name>
    <message numerus="yes">
        <source>Załączniki: %n</source>
        <translation>
            <numerusform>Załączniki: %n</numerusform>
            <numerusform>Załączniki: %n</numerusform>
            <numerusform>Załączniki: %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>States</name>
    <message numerus="yes">
        <source>Już %n próba(-y) bez potwierdzenia.</source>
        <translation>
            <numerusform>Już %n próba bez potwierdzenia.</numerusform>
            <numerusform>Już %n próby bez potwierdzenia.</numerusform>
            <numerusform>Już %n prób bez potwierdzenia.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message numerus="yes">
        <source>%n szkic(-e) do dokończenia</source>
        <translation>
            <numerusform>%n szkic do dokończenia</numerusform>
            <numerusform>%n szkice do dokończenia</numerusform>
            <numerusform>%n szkiców do dokończenia</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n zgłoszenie(-a) czeka na wysłanie</source>
        <translation>
            <numerusform>%n zgłoszenie czeka na wysłanie</numerusform>
            <numerusform>%n zgłoszenia czekają na wysłanie</numerusform>
            <numerusform>%n zgłoszeń czeka na wysłanie</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n zgłoszenie(-a) wymaga uwagi</source>
        <translation>
            <numerusform>%n zgłoszenie wymaga uwagi</numerusform>
            <numerusform>%n zgłoszenia wymagają uwagi</numerusform>
            <numerusform>%n zgłoszeń wymaga uwagi</numerusform>
        </translation>
    </message>
</context>
</TS>
