<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="uk_UA" sourcelanguage="pl">
<context>
    <name>Activities</name>
    <message>
        <source>wybrane</source>
        <translation>вибрано</translation>
    </message>
</context>
<context>
    <name>ActivityList</name>
    <message>
        <source>Ostatnie rozmowy, e-maile i czaty</source>
        <translation>Останні дзвінки, листи й чати</translation>
    </message>
</context>
<context>
    <name>ActivityRow</name>
    <message>
        <source>wybrane – kliknij, aby cofnąć</source>
        <translation>обрано – клік скасує</translation>
    </message>
</context>
<context>
    <name>AddingTile</name>
    <message>
        <source>Dodaj fragment tego, co jest teraz na ekranie</source>
        <translation>Додати вибрану область екрана, яким він є зараз</translation>
    </message>
    <message>
        <source>Dodaj obraz z pliku; można go też upuścić na to okno</source>
        <translation>Додати зображення з файлу; його також можна перетягнути в це вікно</translation>
    </message>
    <message>
        <source>Dodaj zrzut</source>
        <translation>Додати знімок</translation>
    </message>
    <message>
        <source>Dodaj zrzut tego, co jest teraz na ekranie</source>
        <translation>Додати знімок екрана, яким він є зараз</translation>
    </message>
    <message>
        <source>Wklej</source>
        <translation>Вставити</translation>
    </message>
    <message>
        <source>Wklej obraz ze schowka</source>
        <translation>Вставити зображення з буфера обміну</translation>
    </message>
    <message>
        <source>Wybierz obszar</source>
        <translation>Обрати область</translation>
    </message>
    <message>
        <source>Z pliku…</source>
        <translation>Файл…</translation>
    </message>
</context>
<context>
    <name>Ages</name>
    <message numerus="yes">
        <source>sprzed %n dni</source>
        <translation>
            <numerusform>%n день тому</numerusform>
            <numerusform>%n дні тому</numerusform>
            <numerusform>%n днів тому</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>sprzed %n godz.</source>
        <translation>
            <numerusform>%n год. тому</numerusform>
            <numerusform>%n год. тому</numerusform>
            <numerusform>%n год. тому</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>sprzed %n min</source>
        <translation>
            <numerusform>%n хв тому</numerusform>
            <numerusform>%n хв тому</numerusform>
            <numerusform>%n хв тому</numerusform>
        </translation>
    </message>
    <message>
        <source>sprzed chwili</source>
        <translation>щойно</translation>
    </message>
</context>
<context>
    <name>Body</name>
    <message>
        <source>&amp;Kiedy</source>
        <translation>Кол&amp;и</translation>
    </message>
    <message>
        <source>&amp;Opis</source>
        <translation>О&amp;пис</translation>
    </message>
    <message>
        <source>&amp;Wystąpienie</source>
        <translation>Як &amp;часто</translation>
    </message>
    <message>
        <source>Cały czas</source>
        <translation>Постійно</translation>
    </message>
    <message>
        <source>Czat</source>
        <translation>Чат</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Ел. лист</translation>
    </message>
    <message>
        <source>Inny</source>
        <translation>Інший</translation>
    </message>
    <message>
        <source>Inny rodzaj problemu</source>
        <translation>Інший вид проблеми</translation>
    </message>
    <message>
        <source>Ko&amp;go dotyczy</source>
        <translation>Ко&amp;го стосується</translation>
    </message>
    <message>
        <source>Po raz pierwszy</source>
        <translation>Уперше</translation>
    </message>
    <message>
        <source>Ponownie: {code}</source>
        <translation>Знову: {code}</translation>
    </message>
    <message>
        <source>Ponownie: {code}, numer {ticket}</source>
        <translation>Знову: {code}, номер {ticket}</translation>
    </message>
    <message>
        <source>Połączenie przychodzące</source>
        <translation>Вхідний дзвінок</translation>
    </message>
    <message>
        <source>Połączenie wychodzące</source>
        <translation>Вихідний дзвінок</translation>
    </message>
    <message>
        <source>Rod&amp;zaj problemu</source>
        <translation>&amp;Вид проблеми</translation>
    </message>
    <message>
        <source>Rodzaj problemu</source>
        <translation>Вид проблеми</translation>
    </message>
    <message>
        <source>Szcz&amp;egóły</source>
        <translation>По&amp;дробиці</translation>
    </message>
    <message>
        <source>To zgłoszenie mówi, że zdarzyło się ponownie.</source>
        <translation>У цьому повідомленні сказано, що це сталося знову.</translation>
    </message>
    <message>
        <source>Wiadomość e-mail</source>
        <translation>Електронний лист</translation>
    </message>
    <message>
        <source>Więcej niż raz</source>
        <translation>Більше ніж раз</translation>
    </message>
    <message>
        <source>Wychodzące</source>
        <translation>Вихідний</translation>
    </message>
    <message>
        <source>Wystąpienie</source>
        <translation>Як часто</translation>
    </message>
    <message>
        <source>Zrz&amp;uty ekranu</source>
        <translation>&amp;Знімки екрана</translation>
    </message>
    <message>
        <source>chwila otwarcia zgłoszenia</source>
        <translation>момент відкриття звернення</translation>
    </message>
    <message>
        <source>czas rozmowy</source>
        <translation>час розмови</translation>
    </message>
</context>
<context>
    <name>CalendarButton</name>
    <message>
        <source>Wybierz dzień z kalendarza</source>
        <translation>Вибрати день із календаря</translation>
    </message>
    <message>
        <source>Wybierz dzień z kalendarza (F4)</source>
        <translation>Вибрати день із календаря (F4)</translation>
    </message>
</context>
<context>
    <name>CalendarPopup</name>
    <message>
        <source>Dzień, w którym to się stało</source>
        <translation>День, коли це сталося</translation>
    </message>
    <message>
        <source>Następny miesiąc</source>
        <translation>Наступний місяць</translation>
    </message>
    <message>
        <source>Poprzedni miesiąc</source>
        <translation>Попередній місяць</translation>
    </message>
</context>
<context>
    <name>ConcernCell</name>
    <message>
        <source>&amp;Imiona i nazwiska, po przecinku</source>
        <translation>&amp;Імена та прізвища, через кому</translation>
    </message>
    <message>
        <source>Całego zespołu</source>
        <translation>Усієї команди</translation>
    </message>
    <message>
        <source>Imiona i nazwiska agentów, po przecinku</source>
        <translation>Імена та прізвища агентів, через кому</translation>
    </message>
    <message>
        <source>Innych agentów</source>
        <translation>Інших агентів</translation>
    </message>
    <message>
        <source>Kogo dotyczy problem</source>
        <translation>Кого стосується проблема</translation>
    </message>
    <message>
        <source>Mnie</source>
        <translation>Мене</translation>
    </message>
    <message>
        <source>Zapomniano: {name}</source>
        <translation>Забуто: {name}</translation>
    </message>
    <message>
        <source>dotyczy całego zespołu</source>
        <translation>стосується всієї команди</translation>
    </message>
    <message>
        <source>dotyczy mnie</source>
        <translation>стосується мене</translation>
    </message>
    <message>
        <source>dotyczy: {names}</source>
        <translation>стосується: {names}</translation>
    </message>
</context>
<context>
    <name>CopyButton</name>
    <message>
        <source>✓ Skopiowano</source>
        <translation>✓ Скопійовано</translation>
    </message>
</context>
<context>
    <name>CoverEditor</name>
    <message>
        <source>Cofnij</source>
        <translation>Крок назад</translation>
    </message>
    <message>
        <source>Gotowe</source>
        <translation>Готово</translation>
    </message>
    <message>
        <source>Narzędzie</source>
        <translation>Інструмент</translation>
    </message>
    <message>
        <source>Porzuć zmiany</source>
        <translation>Відкинути зміни</translation>
    </message>
    <message>
        <source>Przeciągnij myszą po danych klienta albo: strzałki, spacja, strzałki, spacja.</source>
        <translation>Протягніть мишею по даних клієнта або: стрілки, пробіл, стрілки, пробіл.</translation>
    </message>
    <message>
        <source>Przeciągnij myszą po tym, co ma zostać, albo: strzałki, spacja, strzałki, spacja.</source>
        <translation>Протягніть мишею по тому, що має залишитися, або: стрілки, пробіл, стрілки, пробіл.</translation>
    </message>
    <message>
        <source>Przeciągnij myszą wokół tego, co ważne, albo: strzałki, spacja, strzałki, spacja.</source>
        <translation>Обведіть мишею важливе або: стрілки, пробіл, стрілки, пробіл.</translation>
    </message>
    <message>
        <source>Przytnij</source>
        <translation>Обрізати</translation>
    </message>
    <message numerus="yes">
        <source>Ramki: %n. Niczego nie zakrywają.</source>
        <translation>
            <numerusform>%n рамка. Вона нічого не приховує.</numerusform>
            <numerusform>%n рамки. Вони нічого не приховують.</numerusform>
            <numerusform>%n рамок. Вони нічого не приховують.</numerusform>
        </translation>
    </message>
    <message>
        <source>Strzałki albo mysz przesuwają ramkę, Delete ją usuwa.</source>
        <translation>Стрілки або миша пересувають рамку, Delete прибирає її.</translation>
    </message>
    <message>
        <source>Strzałki albo mysz przesuwają wycinek, Delete przywraca całość.</source>
        <translation>Стрілки або миша пересувають фрагмент, Delete повертає весь знімок.</translation>
    </message>
    <message>
        <source>Strzałki albo mysz przesuwają zakrycie, Delete je usuwa.</source>
        <translation>Стрілки або миша пересувають чорне поле, Delete прибирає його.</translation>
    </message>
    <message>
        <source>Strzałki zmieniają rozmiar, spacja kończy, Esc porzuca.</source>
        <translation>Стрілки змінюють розмір, пробіл завершує, Esc скасовує.</translation>
    </message>
    <message>
        <source>Usuń</source>
        <translation>Прибрати</translation>
    </message>
    <message>
        <source>Z tego, co poza wycinkiem, nic nie zostanie.</source>
        <translation>Від того, що поза фрагментом, нічого не залишиться.</translation>
    </message>
    <message>
        <source>Zakryj</source>
        <translation>Приховати</translation>
    </message>
    <message numerus="yes">
        <source>Zakryte miejsca: %n. Pod czarnym polem nic nie zostanie.</source>
        <translation>
            <numerusform>Приховано %n місце. Під чорним полем нічого не залишиться.</numerusform>
            <numerusform>Приховано %n місця. Під чорним полем нічого не залишиться.</numerusform>
            <numerusform>Приховано %n місць. Під чорним полем нічого не залишиться.</numerusform>
        </translation>
    </message>
    <message>
        <source>Zaznacz ramką</source>
        <translation>Обвести рамкою</translation>
    </message>
    <message>
        <source>Zrzut ekranu, na którym zakrywa się dane</source>
        <translation>Знімок екрана, на якому приховують дані</translation>
    </message>
</context>
<context>
    <name>CrashGuard</name>
    <message>
        <source>Coś poszło nie tak w Dzwonku.</source>
        <translation>У програмі Dzwonek щось пішло не так.</translation>
    </message>
    <message>
        <source>Kopiuj szczegóły</source>
        <translation>Копіювати подробиці</translation>
    </message>
    <message>
        <source>Program działa dalej. W otwartym formularzu sprawdź na dole, czy szkic się zapisuje. Jeśli to się powtórzy, skopiuj szczegóły i przekaż je administratorowi.</source>
        <translation>Програма працює далі. У відкритій формі перевірте внизу, чи зберігається чернетка. Якщо це повториться, скопіюйте подробиці й передайте їх адміністраторові.</translation>
    </message>
</context>
<context>
    <name>Description</name>
    <message>
        <source>Co się stało na czacie? Np. wiadomości klienta nie dochodziły.</source>
        <translation>Що сталося в чаті? Напр., повідомлення клієнта не доходили.</translation>
    </message>
    <message>
        <source>Co się stało z e-mailem? Np. nie dotarł, nie wyszedł, zginął załącznik.</source>
        <translation>Що сталося з електронним листом? Напр., не дійшов, не надіслався, зникло вкладення.</translation>
    </message>
    <message>
        <source>Co się stało? Co chcesz zrobić i co wtedy widzisz na ekranie?</source>
        <translation>Що сталося? Що ви хочете зробити й що тоді бачите на екрані?</translation>
    </message>
    <message>
        <source>Co się stało? Kto kogo nie słyszał, czy rozłączyło, czy było echo. Czy na innej linii lub urządzeniu jest tak samo?</source>
        <translation>Що сталося? Хто кого не чув, чи перервався дзвінок, чи була луна. Чи на іншій лінії або пристрої так само?</translation>
    </message>
    <message>
        <source>Co się stało? Np. połączenie zostało rozłączone w trakcie rozmowy z Klientem.</source>
        <translation>Що сталося? Напр., дзвінок перервався під час розмови з клієнтом.</translation>
    </message>
    <message>
        <source>Opis: co się stało</source>
        <translation>Опис: що сталося</translation>
    </message>
</context>
<context>
    <name>DetailsCell</name>
    <message>
        <source>Zmień</source>
        <translation>Змінити</translation>
    </message>
    <message>
        <source>Zmień szczegóły: {details}</source>
        <translation>Змінити подробиці: {details}</translation>
    </message>
    <message>
        <source>bez numeru klienta</source>
        <translation>без номера клієнта</translation>
    </message>
</context>
<context>
    <name>EmergencyStrip</name>
    <message>
        <source>Kopiuj</source>
        <translation>Копіювати</translation>
    </message>
    <message>
        <source>Kopiuj telefon na nagły przypadek</source>
        <translation>Копіювати телефон для невідкладних випадків</translation>
    </message>
    <message>
        <source>Podaj kod: {code}</source>
        <translation>Назвіть код: {code}</translation>
    </message>
    <message>
        <source>Skopiowano</source>
        <translation>Скопійовано</translation>
    </message>
    <message>
        <source>W nagłym przypadku dzwoń, całą dobę:</source>
        <translation>У невідкладному випадку телефонуйте, цілодобово:</translation>
    </message>
    <message>
        <source>Zadzwoń teraz:</source>
        <translation>Зателефонуйте зараз:</translation>
    </message>
</context>
<context>
    <name>Ending</name>
    <message>
        <source>Dzwonek zapisuje rozpoczęte zgłoszenie.</source>
        <translation>Dzwonek зберігає розпочате звернення.</translation>
    </message>
</context>
<context>
    <name>FirstRun</name>
    <message>
        <source>Dzień dobry, tu Dzwonek</source>
        <translation>Добрий день, це Dzwonek</translation>
    </message>
    <message>
        <source>Gotowe</source>
        <translation>Готово</translation>
    </message>
    <message>
        <source>Kilka pól i gotowe. Wszystko jest opcjonalne i da się zmienić w Ustawieniach.</source>
        <translation>Кілька полів – і готово. Усе необов’язкове, і це можна змінити в Налаштуваннях.</translation>
    </message>
    <message>
        <source>Przez niego wychodzą zgłoszenia. Dane poda administrator.</source>
        <translation>Через нього виходять звернення. Дані надасть адміністратор.</translation>
    </message>
    <message>
        <source>Później</source>
        <translation>Пізніше</translation>
    </message>
    <message>
        <source>Później, bez zapisywania</source>
        <translation>Пізніше, без збереження</translation>
    </message>
    <message>
        <source>Wpisz dane serwera</source>
        <translation>Ввести дані сервера</translation>
    </message>
    <message>
        <source>Zapisujemy…</source>
        <translation>Зберігаємо…</translation>
    </message>
    <message>
        <source>Zgłoszenia wyjdą przez {host}.</source>
        <translation>Звернення виходитимуть через {host}.</translation>
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
        <translation>Перегляд</translation>
    </message>
    <message>
        <source>Później</source>
        <translation>Пізніше</translation>
    </message>
    <message>
        <source>Szkic się nie zapisuje: nie zamykaj okna.</source>
        <translation>Чернетка не зберігається: не закривайте вікно.</translation>
    </message>
    <message>
        <source>Szkic zapisuje się na tym komputerze.</source>
        <translation>Чернетка зберігається на цьому комп’ютері.</translation>
    </message>
    <message>
        <source>Wyślij</source>
        <translation>Надіслати</translation>
    </message>
    <message>
        <source>Zapisujemy zgłoszenie</source>
        <translation>Зберігаємо звернення</translation>
    </message>
    <message>
        <source>Zapisujemy…</source>
        <translation>Зберігаємо…</translation>
    </message>
</context>
<context>
    <name>ForeignAddress</name>
    <message>
        <source>Adres {host} nie kończy się na daktela.com. Czy jest właściwy?</source>
        <translation>Адреса {host} не закінчується на daktela.com. Вона точно правильна?</translation>
    </message>
    <message>
        <source>Popraw adres</source>
        <translation>Виправити адресу</translation>
    </message>
    <message>
        <source>Tak, to nasz system</source>
        <translation>Так, це наша система</translation>
    </message>
</context>
<context>
    <name>FullPicture</name>
    <message>
        <source>Wróć do podglądu</source>
        <translation>Назад до перегляду</translation>
    </message>
</context>
<context>
    <name>HelpWindow</name>
    <message>
        <source>Biuro otwarte do {time}.</source>
        <translation>Офіс працює до {time}.</translation>
    </message>
    <message>
        <source>Biuro zamknięte – w nagłym przypadku dzwoń: {number} (całą dobę).</source>
        <translation>Офіс зачинено – у невідкладному випадку телефонуйте: {number} (цілодобово).</translation>
    </message>
    <message>
        <source>Dziś święto, biuro zamknięte – w nagłym przypadku dzwoń: {number} (całą dobę).</source>
        <translation>Сьогодні свято, офіс зачинено – у невідкладному випадку телефонуйте: {number} (цілодобово).</translation>
    </message>
    <message>
        <source>Kopiuj adres {address}</source>
        <translation>Копіювати адресу {address}</translation>
    </message>
    <message>
        <source>Kopiuj numer</source>
        <translation>Копіювати номер</translation>
    </message>
    <message>
        <source>Najbliższe święta, biuro nieczynne: {days}.</source>
        <translation>Найближчі свята, офіс зачинено: {days}.</translation>
    </message>
    <message>
        <source>Napisz</source>
        <translation>Написати</translation>
    </message>
    <message>
        <source>Otwórz w przeglądarce</source>
        <translation>Відкрити в браузері</translation>
    </message>
    <message>
        <source>Pomoc i kontakt</source>
        <translation>Довідка й контакти</translation>
    </message>
    <message>
        <source>Spis treści</source>
        <translation>Зміст</translation>
    </message>
    <message>
        <source>W nagłym przypadku dzwoń, całą dobę</source>
        <translation>У невідкладному випадку телефонуйте, цілодобово</translation>
    </message>
    <message>
        <source>Wszystko trafia na {email}.</source>
        <translation>Усе надходить на {email}.</translation>
    </message>
    <message>
        <source>Z czym można pisać</source>
        <translation>Із чим можна писати</translation>
    </message>
    <message>
        <source>Zadzwoń</source>
        <translation>Зателефонувати</translation>
    </message>
    <message>
        <source>Zadzwoń: {number}</source>
        <translation>Зателефонувати: {number}</translation>
    </message>
    <message>
        <source>Zeskanuj i zadzwoń</source>
        <translation>Відскануйте й зателефонуйте</translation>
    </message>
    <message>
        <source>Zgłoś problem</source>
        <translation>Повідомити про проблему</translation>
    </message>
    <message>
        <source>Znów otwarte: {day} o {time}.</source>
        <translation>Знову відчинено: {day} о {time}.</translation>
    </message>
    <message>
        <source>dziś</source>
        <translation>сьогодні</translation>
    </message>
    <message>
        <source>jutro</source>
        <translation>завтра</translation>
    </message>
</context>
<context>
    <name>HotkeysPage</name>
    <message>
        <source>Działają w każdym programie.</source>
        <translation>Працюють у кожній програмі.</translation>
    </message>
    <message>
        <source>Działają w każdym programie. Kliknij pole i naciśnij nowy skrót.</source>
        <translation>Працюють у кожній програмі. Клацніть поле й натисніть нове сполучення.</translation>
    </message>
    <message>
        <source>Gdy pierwszy jest zajęty. Backspace usuwa.</source>
        <translation>Коли перше зайняте. Backspace прибирає.</translation>
    </message>
    <message>
        <source>Oznacz teraz, opisz później</source>
        <translation>Позначити зараз, описати пізніше</translation>
    </message>
    <message>
        <source>Skrót</source>
        <translation>Сполучення</translation>
    </message>
    <message>
        <source>Skróty klawiszowe</source>
        <translation>Сполучення клавіш</translation>
    </message>
    <message>
        <source>Ten skrót jest już tutaj użyty. Wybierz inny.</source>
        <translation>Це сполучення тут уже використано. Виберіть інше.</translation>
    </message>
    <message>
        <source>Zapasowy</source>
        <translation>Запасне</translation>
    </message>
    <message>
        <source>Zgłoś problem</source>
        <translation>Повідомити про проблему</translation>
    </message>
</context>
<context>
    <name>KeyField</name>
    <message>
        <source>Naciśnij nowy skrót.</source>
        <translation>Натисніть нове сполучення.</translation>
    </message>
</context>
<context>
    <name>KnownNames</name>
    <message>
        <source>Zapomnij na tym komputerze: {name}</source>
        <translation>Забути на цьому комп’ютері: {name}</translation>
    </message>
</context>
<context>
    <name>LanguagePage</name>
    <message>
        <source>Jak w systemie</source>
        <translation>Як у системі</translation>
    </message>
    <message>
        <source>Język</source>
        <translation>Мова</translation>
    </message>
    <message>
        <source>Język okien</source>
        <translation>Мова вікон</translation>
    </message>
    <message>
        <source>Treść zgłoszenia jest zawsze w języku wsparcia.</source>
        <translation>Текст звернення завжди мовою служби підтримки.</translation>
    </message>
</context>
<context>
    <name>ListDesk</name>
    <message>
        <source>Jeszcze nie teraz. Następna próba: {time}.</source>
        <translation>Ще не зараз. Наступна спроба: {time}.</translation>
    </message>
    <message>
        <source>Nowe zgłoszenie {code}: dopisz, co się stało tym razem.</source>
        <translation>Нове звернення {code}: допишіть, що сталося цього разу.</translation>
    </message>
    <message>
        <source>Skopiowano treść zgłoszenia. Zdjęć tam nie ma.</source>
        <translation>Текст звернення скопійовано, без знімків.</translation>
    </message>
    <message>
        <source>Skopiowano: {words}.</source>
        <translation>Скопійовано: {words}.</translation>
    </message>
    <message>
        <source>Usunięto numer od wsparcia.</source>
        <translation>Номер від підтримки прибрано.</translation>
    </message>
    <message>
        <source>Zapisano jako nowe zgłoszenie {code}. Wkrótce zostanie wysłane.</source>
        <translation>Збережено як нове звернення {code}. Незабаром його буде надіслано.</translation>
    </message>
    <message>
        <source>Zapisano numer {ticket}.</source>
        <translation>Збережено номер {ticket}.</translation>
    </message>
    <message>
        <source>Zapisano {path}.</source>
        <translation>Збережено: {path}.</translation>
    </message>
    <message>
        <source>Zapisano: dotarło inną drogą. Stąd już nie zostanie wysłane.</source>
        <translation>Збережено: дійшло іншим шляхом. Звідси його вже не буде надіслано.</translation>
    </message>
</context>
<context>
    <name>ListSearch</name>
    <message>
        <source>Nic nie znaleziono</source>
        <translation>Нічого не знайдено</translation>
    </message>
    <message>
        <source>Szukaj w zgłoszeniach</source>
        <translation>Шукати у зверненнях</translation>
    </message>
    <message>
        <source>Szukaj: słowo, numer telefonu, osoba, kod</source>
        <translation>Пошук: слово, номер телефону, особа, код</translation>
    </message>
    <message numerus="yes">
        <source>Znaleziono: %n</source>
        <translation>
            <numerusform>Знайдено: %n</numerusform>
            <numerusform>Знайдено: %n</numerusform>
            <numerusform>Знайдено: %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LongText</name>
    <message>
        <source>Wklejono tylko początek: zmieści się najwyżej {limit} znaków.</source>
        <translation>Вставлено лише початок: вміститься щонайбільше {limit} символів.</translation>
    </message>
</context>
<context>
    <name>MailPage</name>
    <message>
        <source>Adres nadawcy</source>
        <translation>Адреса відправника</translation>
    </message>
    <message>
        <source>Bez (tylko ten komputer)</source>
        <translation>Без (лише цей комп’ютер)</translation>
    </message>
    <message>
        <source>Certyfikat urzędu certyfikacji (CA)</source>
        <translation>Сертифікат центру сертифікації (CA)</translation>
    </message>
    <message>
        <source>Działa: serwer przyjmie zgłoszenia. Niczego nie wysłano.</source>
        <translation>Працює: сервер прийматиме звернення. Нічого не надіслано.</translation>
    </message>
    <message>
        <source>Hasło</source>
        <translation>Пароль</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Порт</translation>
    </message>
    <message>
        <source>Przez niego wychodzą zgłoszenia. Dane poda administrator.</source>
        <translation>Через нього виходять звернення. Дані надасть адміністратор.</translation>
    </message>
    <message>
        <source>Puste: bez zmian. Trzyma je systemowy magazyn haseł.</source>
        <translation>Порожньо: без змін. Його зберігає системне сховище паролів.</translation>
    </message>
    <message>
        <source>Serwer</source>
        <translation>Сервер</translation>
    </message>
    <message>
        <source>Serwer poczty</source>
        <translation>Поштовий сервер</translation>
    </message>
    <message>
        <source>Trzyma je systemowy magazyn haseł.</source>
        <translation>Його зберігає системне сховище паролів.</translation>
    </message>
    <message>
        <source>Użytkownik</source>
        <translation>Користувач</translation>
    </message>
    <message>
        <source>Wybierz plik…</source>
        <translation>Вибрати файл…</translation>
    </message>
    <message>
        <source>Wypróbuj</source>
        <translation>Перевірити</translation>
    </message>
    <message>
        <source>Własny certyfikat urzędu certyfikacji (CA), plik PEM</source>
        <translation>Власний сертифікат центру сертифікації (CA), файл PEM</translation>
    </message>
    <message>
        <source>Zabezpieczenie</source>
        <translation>Захист</translation>
    </message>
    <message>
        <source>Zwykle pusty. Dokłada się do certyfikatów systemu.</source>
        <translation>Зазвичай порожньо. Додається до сертифікатів системи.</translation>
    </message>
    <message>
        <source>Łączymy się…</source>
        <translation>З’єднуємося…</translation>
    </message>
</context>
<context>
    <name>MatterForm</name>
    <message>
        <source>Adres e-mail</source>
        <translation>Електронна адреса</translation>
    </message>
    <message>
        <source>Adres systemu</source>
        <translation>Адреса системи</translation>
    </message>
    <message>
        <source>Liczba licencji (nieobowiązkowo)</source>
        <translation>Кількість ліцензій (необов’язково)</translation>
    </message>
    <message>
        <source>Na ten adres przyjdzie odpowiedź.</source>
        <translation>На цю адресу надійде відповідь.</translation>
    </message>
    <message>
        <source>Napisz do wsparcia</source>
        <translation>Написати підтримці</translation>
    </message>
    <message>
        <source>Nazwa agenta</source>
        <translation>Ім’я агента</translation>
    </message>
    <message>
        <source>Treść</source>
        <translation>Текст</translation>
    </message>
</context>
<context>
    <name>MomentEdit</name>
    <message>
        <source>Kiedy to się stało</source>
        <translation>Коли це сталося</translation>
    </message>
    <message>
        <source>Np. dziś o 13:55, wczoraj 9:10, 10 minut temu</source>
        <translation>Напр., сьогодні о 13:55, учора 9:10, 10 хвилин тому</translation>
    </message>
</context>
<context>
    <name>MyReports</name>
    <message>
        <source>Czekają</source>
        <translation>Очікують</translation>
    </message>
    <message>
        <source>Czy zgłoszenie {code} dotarło do wsparcia inną drogą?</source>
        <translation>Чи звернення {code} дійшло до підтримки іншим шляхом?</translation>
    </message>
    <message>
        <source>Dostanie nowy kod i pójdzie jako osobna wiadomość, a dotychczasowe już nie. Jeśli tamto jednak dotarło, wsparcie będzie miało oba.</source>
        <translation>Воно отримає новий код і піде окремим листом, а попереднє вже ні. Якщо попереднє все ж дійшло, підтримка матиме обидва.</translation>
    </message>
    <message>
        <source>Dostanie nowy kod i pójdzie jako osobna wiadomość. Wsparcie może mieć wtedy oba.</source>
        <translation>Воно отримає новий код і піде окремим листом. Тоді підтримка може мати обидва.</translation>
    </message>
    <message>
        <source>Dotarło inną drogą</source>
        <translation>Дійшло іншим шляхом</translation>
    </message>
    <message>
        <source>Jeszcze nie</source>
        <translation>Ще ні</translation>
    </message>
    <message>
        <source>Lista zgłoszeń</source>
        <translation>Список звернень</translation>
    </message>
    <message>
        <source>Moje zgłoszenia</source>
        <translation>Мої звернення</translation>
    </message>
    <message>
        <source>Nic nie pasuje w tej grupie. Zajrzyj do „Wszystkie”.</source>
        <translation>У цій групі нічого не підходить. Подивіться в «Усі».</translation>
    </message>
    <message>
        <source>Nic nie pasuje. Szukamy początku opisu, numerów, osób, kodu i numeru od wsparcia.</source>
        <translation>Нічого не підходить. Шукаємо початок опису, номери, людей, код і номер від підтримки.</translation>
    </message>
    <message>
        <source>Nic tu nie ma. Gdy coś zgłosisz, zobaczysz tu, co się z tym dzieje.</source>
        <translation>Тут нічого немає. Коли ви про щось повідомите, тут буде видно, що з цим відбувається.</translation>
    </message>
    <message>
        <source>Nie zostanie wysłane i nie da się go odzyskać.</source>
        <translation>Його не буде надіслано й не можна буде відновити.</translation>
    </message>
    <message>
        <source>Przekazane</source>
        <translation>Передані</translation>
    </message>
    <message>
        <source>Serwer poczty już je ma. Zniknie tylko z tego komputera.</source>
        <translation>Поштовий сервер уже має його. Воно зникне лише із цього комп’ютера.</translation>
    </message>
    <message>
        <source>Szkice</source>
        <translation>Чернетки</translation>
    </message>
    <message>
        <source>Tak, dotarło</source>
        <translation>Так, дійшло</translation>
    </message>
    <message>
        <source>Ten komputer już go wtedy nie wyśle. Zostanie na liście jako przekazane.</source>
        <translation>Тоді цей комп’ютер його вже не надішле. Воно залишиться в списку як передане.</translation>
    </message>
    <message>
        <source>Usunąć „{words}”, {when} ({code})?</source>
        <translation>Видалити «{words}», {when} ({code})?</translation>
    </message>
    <message>
        <source>Usuń</source>
        <translation>Видалити</translation>
    </message>
    <message>
        <source>W tej grupie nic nie ma.</source>
        <translation>У цій групі нічого немає.</translation>
    </message>
    <message>
        <source>Wiadomość e-mail (*.eml)</source>
        <translation>Електронний лист (*.eml)</translation>
    </message>
    <message>
        <source>Wszystkie</source>
        <translation>Усі</translation>
    </message>
    <message>
        <source>Wymagają uwagi</source>
        <translation>Потребують уваги</translation>
    </message>
    <message>
        <source>Wysłać zgłoszenie {code} ponownie jako nowe?</source>
        <translation>Надіслати звернення {code} ще раз як нове?</translation>
    </message>
    <message>
        <source>Wyślij jako nowe</source>
        <translation>Надіслати як нове</translation>
    </message>
    <message>
        <source>Wyślij ponownie jako nowe</source>
        <translation>Надіслати ще раз як нове</translation>
    </message>
    <message>
        <source>Zapisz jako .eml</source>
        <translation>Зберегти як .eml</translation>
    </message>
    <message>
        <source>Zniknie tylko z tego komputera.</source>
        <translation>Воно зникне лише із цього комп’ютера.</translation>
    </message>
    <message>
        <source>Zostaw</source>
        <translation>Залишити</translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>Czekają w oknie „Moje zgłoszenia”.</source>
        <translation>Чекають у вікні «Мої звернення».</translation>
    </message>
    <message>
        <source>Czy dotarło, pokaże odpowiedź wsparcia.</source>
        <translation>Чи воно дійшло, покаже відповідь підтримки.</translation>
    </message>
    <message>
        <source>Dlaczego, widać w oknie „Moje zgłoszenia”.</source>
        <translation>Чому – видно у вікні «Мої звернення».</translation>
    </message>
    <message>
        <source>Dokończ</source>
        <translation>Завершити</translation>
    </message>
    <message>
        <source>Dokończysz go w oknie „Moje zgłoszenia”. Kod: {code}.</source>
        <translation>Завершити її можна у вікні «Мої звернення». Код: {code}.</translation>
    </message>
    <message>
        <source>Kliknij, aby go zachować.</source>
        <translation>Клацніть, щоб її зберегти.</translation>
    </message>
    <message>
        <source>Kliknij, aby je dokończyć ({when}, {code}).</source>
        <translation>Клацніть, щоб завершити його ({when}, {code}).</translation>
    </message>
    <message>
        <source>Kliknij, aby ją opisać ({when}, {code}).</source>
        <translation>Клацніть, щоб описати його ({when}, {code}).</translation>
    </message>
    <message numerus="yes">
        <source>Masz niedokończone zgłoszenia: %n</source>
        <translation>
            <numerusform>У вас %n незавершене звернення</numerusform>
            <numerusform>У вас %n незавершені звернення</numerusform>
            <numerusform>У вас %n незавершених звернень</numerusform>
        </translation>
    </message>
    <message>
        <source>Masz niedokończone zgłoszenie</source>
        <translation>У вас є незавершене звернення</translation>
    </message>
    <message>
        <source>Moje zgłoszenia</source>
        <translation>Мої звернення</translation>
    </message>
    <message>
        <source>Nic nie wpisano, więc szkic i zrzuty za chwilę usuniemy.</source>
        <translation>Нічого не введено, тому чернетку й знімки ми за мить видалимо.</translation>
    </message>
    <message>
        <source>Nic nie wpisano, więc szkic za chwilę usuniemy.</source>
        <translation>Нічого не введено, тому чернетку ми за мить видалимо.</translation>
    </message>
    <message>
        <source>Od {day} usuniemy stare treści</source>
        <translation>Від {day} ми видалимо старий вміст</translation>
    </message>
    <message>
        <source>Opiszesz później w oknie „Moje zgłoszenia”. Kod: {code}.</source>
        <translation>Опишете пізніше у вікні «Мої звернення». Код: {code}.</translation>
    </message>
    <message>
        <source>Otwórz</source>
        <translation>Відкрити</translation>
    </message>
    <message>
        <source>Oznaczona chwila czeka na opis</source>
        <translation>Позначений момент чекає на опис</translation>
    </message>
    <message numerus="yes">
        <source>Oznaczone chwile czekają na opis: %n</source>
        <translation>
            <numerusform>%n позначений момент чекає на опис</numerusform>
            <numerusform>%n позначені моменти чекають на опис</numerusform>
            <numerusform>%n позначених моментів чекає на опис</numerusform>
        </translation>
    </message>
    <message>
        <source>Oznaczono</source>
        <translation>Позначено</translation>
    </message>
    <message>
        <source>Oznaczono jako wysłane z programu pocztowego o {time}</source>
        <translation>Позначено як надіслане з поштової програми о {time}</translation>
    </message>
    <message>
        <source>Oznaczono jako wysłane z telefonu o {time}</source>
        <translation>Позначено як надіслане з телефону о {time}</translation>
    </message>
    <message>
        <source>Przekazano na serwer poczty o {time}</source>
        <translation>Передано на поштовий сервер о {time}</translation>
    </message>
    <message>
        <source>Puste zgłoszenie zamknięte</source>
        <translation>Порожнє звернення закрито</translation>
    </message>
    <message>
        <source>Skopiowano numer {number}</source>
        <translation>Скопійовано номер {number}</translation>
    </message>
    <message>
        <source>Szkic zachowany</source>
        <translation>Чернетку збережено</translation>
    </message>
    <message>
        <source>Zachowaj szkic</source>
        <translation>Зберегти чернетку</translation>
    </message>
    <message>
        <source>Zamiast niego działa {key}.</source>
        <translation>Замість нього працює {key}.</translation>
    </message>
    <message>
        <source>Zapisano na tym komputerze</source>
        <translation>Збережено на цьому комп’ютері</translation>
    </message>
    <message>
        <source>Zapisz je jako .eml albo skopiuj treść i przekaż inaczej.</source>
        <translation>Збережіть його як .eml або скопіюйте текст і передайте інакше.</translation>
    </message>
    <message>
        <source>Zgłoszenie czeka już ponad 3 dni</source>
        <translation>Звернення чекає вже понад 3 дні</translation>
    </message>
    <message>
        <source>Zgłoszenie czeka już ponad dobę</source>
        <translation>Звернення чекає вже понад добу</translation>
    </message>
    <message>
        <source>Zgłoszenie wymaga uwagi</source>
        <translation>Звернення потребує уваги</translation>
    </message>
    <message numerus="yes">
        <source>niewysłane zgłoszenia: %n</source>
        <translation>
            <numerusform>%n ненадіслане звернення</numerusform>
            <numerusform>%n ненадіслані звернення</numerusform>
            <numerusform>%n ненадісланих звернень</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>szkice: %n</source>
        <translation>
            <numerusform>%n чернетка</numerusform>
            <numerusform>%n чернетки</numerusform>
            <numerusform>%n чернеток</numerusform>
        </translation>
    </message>
    <message>
        <source>{what}. Wyślij, dokończ albo zapisz jako .eml.</source>
        <translation>{what}. Надішліть, закінчіть або збережіть як .eml.</translation>
    </message>
</context>
<context>
    <name>NumbersCell</name>
    <message>
        <source>&amp;Nasz numer</source>
        <translation>&amp;Наш номер</translation>
    </message>
    <message>
        <source>Ad&amp;res klienta</source>
        <translation>Адреса &amp;клієнта</translation>
    </message>
    <message>
        <source>Adres e-mail klienta</source>
        <translation>Електронна адреса клієнта</translation>
    </message>
    <message>
        <source>Klien&amp;t</source>
        <translation>&amp;Клієнт</translation>
    </message>
    <message>
        <source>Klient: nazwa, numer lub adres</source>
        <translation>Клієнт: ім’я, номер або адреса</translation>
    </message>
    <message>
        <source>Nasz numer</source>
        <translation>Наш номер</translation>
    </message>
    <message>
        <source>Nume&amp;r klienta</source>
        <translation>Номер &amp;клієнта</translation>
    </message>
    <message>
        <source>Numer telefonu klienta</source>
        <translation>Номер телефону клієнта</translation>
    </message>
</context>
<context>
    <name>OwnReportPage</name>
    <message>
        <source>Przejdzie całą drogę, bez zrzutów, oznaczone TEST. Wsparcie go nie dostanie.</source>
        <translation>Пройде весь шлях, без знімків, із позначкою TEST. Підтримка його не отримає.</translation>
    </message>
    <message>
        <source>Pójdzie na {address}. O wyniku powie powiadomienie.</source>
        <translation>Надійде на {address}. Про результат скаже сповіщення.</translation>
    </message>
    <message>
        <source>Serwer poczty przyjął zgłoszenie próbne. Sprawdź skrzynkę {address}.</source>
        <translation>Поштовий сервер прийняв пробне звернення. Перевірте скриньку {address}.</translation>
    </message>
    <message>
        <source>Wyślij do siebie</source>
        <translation>Надіслати собі</translation>
    </message>
    <message>
        <source>Zapisano na tym komputerze. Teraz idzie na {address}.</source>
        <translation>Збережено на цьому комп’ютері. Тепер воно йде на {address}.</translation>
    </message>
    <message>
        <source>Zgłoszenie próbne do siebie</source>
        <translation>Пробне звернення собі</translation>
    </message>
</context>
<context>
    <name>PersonBar</name>
    <message>
        <source>Imię i nazwisko</source>
        <translation>Ім’я та прізвище</translation>
    </message>
    <message>
        <source>Imię i nazwisko zgłaszającego</source>
        <translation>Ім’я та прізвище того, хто повідомляє</translation>
    </message>
    <message>
        <source>Wpisz imię i nazwisko</source>
        <translation>Введіть ім’я та прізвище</translation>
    </message>
    <message>
        <source>Wpisz inne imię i nazwisko…</source>
        <translation>Ввести інше ім’я та прізвище…</translation>
    </message>
    <message>
        <source>Zapomnij na tym komputerze</source>
        <translation>Забути на цьому комп’ютері</translation>
    </message>
    <message>
        <source>Zgłasza ktoś inny? Zmień</source>
        <translation>Повідомляє хтось інший? Змінити</translation>
    </message>
    <message>
        <source>Zgłasza: {name}. Zmień</source>
        <translation>Повідомляє: {name}. Змінити</translation>
    </message>
    <message>
        <source>nikt</source>
        <translation>ніхто</translation>
    </message>
    <message>
        <source>wczytujemy…</source>
        <translation>завантажуємо…</translation>
    </message>
    <message>
        <source>wpisane</source>
        <translation>введено вручну</translation>
    </message>
    <message>
        <source>wybrane</source>
        <translation>вибрано</translation>
    </message>
    <message>
        <source>z tego szkicu</source>
        <translation>із цієї чернетки</translation>
    </message>
</context>
<context>
    <name>PersonPage</name>
    <message>
        <source>Imię i nazwisko</source>
        <translation>Ім’я та прізвище</translation>
    </message>
    <message>
        <source>Mój adres e-mail</source>
        <translation>Моя електронна адреса</translation>
    </message>
    <message>
        <source>O mnie</source>
        <translation>Про мене</translation>
    </message>
    <message>
        <source>Tu wsparcie przyśle odpowiedź.</source>
        <translation>Сюди підтримка надішле відповідь.</translation>
    </message>
    <message>
        <source>Używamy ich, gdy Daktela nie poda agenta.</source>
        <translation>Використовуються, коли Daktela не назве агента.</translation>
    </message>
</context>
<context>
    <name>PictureDesk</name>
    <message>
        <source>Zakryj dane klienta</source>
        <translation>Приховайте дані клієнта</translation>
    </message>
    <message>
        <source>Zgłoszenie pójdzie bez zrzutów ekranu.</source>
        <translation>Звернення піде без знімків екрана.</translation>
    </message>
</context>
<context>
    <name>PictureShelf</name>
    <message numerus="yes">
        <source>Dodano obrazy: %n.</source>
        <translation>
            <numerusform>Додано %n зображення.</numerusform>
            <numerusform>Додано %n зображення.</numerusform>
            <numerusform>Додано %n зображень.</numerusform>
        </translation>
    </message>
    <message>
        <source>Mogą pokazywać dane klientów: zakryj to, czego wsparcie nie potrzebuje.</source>
        <translation>На них можуть бути дані клієнтів: приховайте те, що підтримці не потрібне.</translation>
    </message>
    <message>
        <source>Zapisane jako JPEG (każdy ponad 3 MB): {names}.</source>
        <translation>Як JPEG, бо займають понад 3 МБ: {names}.</translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message>
        <source>nie udało się odczytać</source>
        <translation>не вдалося прочитати</translation>
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
        <translation>Кому</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Gdyby serwer poczty tyle nie przyjął, zmniejszymy zdjęcia.</source>
        <translation>Якщо поштовий сервер стільки не прийме, ми зменшимо зображення.</translation>
    </message>
    <message>
        <source>Od</source>
        <translation>Від</translation>
    </message>
    <message>
        <source>Odpowiedź na</source>
        <translation>Відповідь на</translation>
    </message>
    <message>
        <source>Plik zgloszenie.json</source>
        <translation>Файл zgloszenie.json</translation>
    </message>
    <message>
        <source>Podgląd zgłoszenia</source>
        <translation>Перегляд звернення</translation>
    </message>
    <message>
        <source>Pokaż plik zgloszenie.json</source>
        <translation>Показати файл zgloszenie.json</translation>
    </message>
    <message>
        <source>Pokaż w całości: {name}</source>
        <translation>Показати повністю: {name}</translation>
    </message>
    <message>
        <source>Przygotowujemy podgląd…</source>
        <translation>Готуємо перегляд…</translation>
    </message>
    <message>
        <source>Przygotowujemy podgląd… Zdjęcie {number} z {count}.</source>
        <translation>Готуємо перегляд… Зображення {number} із {count}.</translation>
    </message>
    <message>
        <source>Razem {size}. Zmieni się tylko godzina wysłania.</source>
        <translation>Разом {size}. Зміниться лише час надсилання.</translation>
    </message>
    <message>
        <source>Temat</source>
        <translation>Тема</translation>
    </message>
    <message>
        <source>Treść</source>
        <translation>Текст</translation>
    </message>
    <message>
        <source>Treść zgłoszenia</source>
        <translation>Текст звернення</translation>
    </message>
    <message>
        <source>Ukryj plik zgloszenie.json</source>
        <translation>Сховати файл zgloszenie.json</translation>
    </message>
    <message>
        <source>Wróć</source>
        <translation>Назад</translation>
    </message>
    <message>
        <source>Wyślij</source>
        <translation>Надіслати</translation>
    </message>
    <message>
        <source>Zanim wyślesz, uzupełnij:</source>
        <translation>Перед надсиланням заповніть:</translation>
    </message>
    <message numerus="yes">
        <source>Załączniki: %n</source>
        <translation>
            <numerusform>Вкладення: %n</numerusform>
            <numerusform>Вкладення: %n</numerusform>
            <numerusform>Вкладення: %n</numerusform>
        </translation>
    </message>
    <message>
        <source>adres nadawcy</source>
        <translation>адреса відправника</translation>
    </message>
    <message>
        <source>będzie znany, gdy ustawisz pocztę</source>
        <translation>буде відомо, коли ви налаштуєте пошту</translation>
    </message>
</context>
<context>
    <name>PrivacyPage</name>
    <message>
        <source>Gdy nie ma systemowego magazynu haseł. Plik chroni słabiej, ale bez klucza niczego tu nie zapiszemy.</source>
        <translation>Коли немає системного сховища паролів. Файл захищає слабше, але без ключа тут нічого не зберегти.</translation>
    </message>
    <message>
        <source>Klucz do zapisów może leżeć w pliku</source>
        <translation>Ключ до збережених звернень може бути у файлі</translation>
    </message>
    <message>
        <source>Klucz trzyma systemowy magazyn haseł; powstaje przy pierwszym zapisie.</source>
        <translation>Ключ зберігає системне сховище паролів; він з’явиться під час першого збереження.</translation>
    </message>
    <message>
        <source>Prywatność</source>
        <translation>Приватність</translation>
    </message>
    <message>
        <source>Rób zrzuty ekranu do zgłoszeń</source>
        <translation>Робити знімки екрана для звернень</translation>
    </message>
    <message>
        <source>Szkice i czekające zgłoszenia leżą na tym komputerze zaszyfrowane.</source>
        <translation>Чернетки й звернення в черзі зберігаються на цьому комп’ютері зашифрованими.</translation>
    </message>
    <message>
        <source>Zawsze widać je przed wysłaniem: można je zakryć albo usunąć.</source>
        <translation>Їх завжди видно перед надсиланням: дані можна приховати, а знімок прибрати.</translation>
    </message>
</context>
<context>
    <name>ProblemSummary</name>
    <message>
        <source>Do uzupełnienia przed wysłaniem:</source>
        <translation>Перед надсиланням потрібно заповнити:</translation>
    </message>
    <message>
        <source>Nie wiadomo, czy zgłoszenie dotarło.</source>
        <translation>Невідомо, чи звернення дійшло.</translation>
    </message>
    <message>
        <source>Nie wysłano ani nie zapisano.</source>
        <translation>Не надіслано й не збережено.</translation>
    </message>
    <message>
        <source>Nie wysłano.</source>
        <translation>Не надіслано.</translation>
    </message>
    <message>
        <source>Wszystko uzupełnione – można wysłać.</source>
        <translation>Усе заповнено – можна надсилати.</translation>
    </message>
    <message>
        <source>Wysyłanie bez zapisywania</source>
        <translation>Надсилання без збереження</translation>
    </message>
</context>
<context>
    <name>Prompts</name>
    <message>
        <source>Brak załącznika</source>
        <translation>Немає вкладення</translation>
    </message>
    <message>
        <source>Czat się urwał</source>
        <translation>Чат обірвався</translation>
    </message>
    <message>
        <source>Czat został zamknięty w trakcie.</source>
        <translation>Чат закрився під час розмови.</translation>
    </message>
    <message>
        <source>Daktela działa bardzo powoli.</source>
        <translation>Daktela працює дуже повільно.</translation>
    </message>
    <message>
        <source>Działa powoli</source>
        <translation>Працює повільно</translation>
    </message>
    <message>
        <source>E-mail od klienta do nas nie dotarł.</source>
        <translation>Електронний лист від клієнта до нас не дійшов.</translation>
    </message>
    <message>
        <source>E-maila nie da się wysłać.</source>
        <translation>Електронний лист не вдається надіслати.</translation>
    </message>
    <message>
        <source>Echo lub trzaski</source>
        <translation>Луна або тріск</translation>
    </message>
    <message>
        <source>Klienci nie mogą się do nas dodzwonić.</source>
        <translation>Клієнти не можуть до нас додзвонитися.</translation>
    </message>
    <message>
        <source>Klienci nie mogą się dodzwonić</source>
        <translation>Клієнти не можуть додзвонитися</translation>
    </message>
    <message>
        <source>Klienci nie widzą czatu na stronie.</source>
        <translation>Клієнти не бачать чату на сайті.</translation>
    </message>
    <message>
        <source>Klient mnie nie słyszy</source>
        <translation>Клієнт мене не чує</translation>
    </message>
    <message>
        <source>Klient mnie nie słyszy, ja klienta słyszę.</source>
        <translation>Клієнт мене не чує, я клієнта чую.</translation>
    </message>
    <message>
        <source>Komunikat o błędzie</source>
        <translation>Повідомлення про помилку</translation>
    </message>
    <message>
        <source>Na innej linii i innym urządzeniu jest tak samo.</source>
        <translation>На іншій лінії та іншому пристрої так само.</translation>
    </message>
    <message>
        <source>Na innym urządzeniu też</source>
        <translation>На іншому пристрої теж</translation>
    </message>
    <message>
        <source>Nie mogę się zalogować</source>
        <translation>Не можу ввійти</translation>
    </message>
    <message>
        <source>Nie mogę się zalogować do Dakteli.</source>
        <translation>Не можу ввійти до Daktela.</translation>
    </message>
    <message>
        <source>Nie przychodzi</source>
        <translation>Не надходить</translation>
    </message>
    <message>
        <source>Nie słyszę klienta</source>
        <translation>Не чую клієнта</translation>
    </message>
    <message>
        <source>Nie słyszę klienta, klient mnie słyszy.</source>
        <translation>Не чую клієнта, клієнт мене чує.</translation>
    </message>
    <message>
        <source>Nie widać czatu na stronie</source>
        <translation>На сайті не видно чату</translation>
    </message>
    <message>
        <source>Nie wychodzi</source>
        <translation>Не надсилається</translation>
    </message>
    <message>
        <source>Nikt nie może dzwonić</source>
        <translation>Ніхто не може дзвонити</translation>
    </message>
    <message>
        <source>Nikt z nas nie może dzwonić.</source>
        <translation>Ніхто з нас не може дзвонити.</translation>
    </message>
    <message>
        <source>Pojawia się komunikat o błędzie: </source>
        <translation>З’являється повідомлення про помилку: </translation>
    </message>
    <message>
        <source>Rozmowa została rozłączona w trakcie.</source>
        <translation>Дзвінок перервався під час розмови.</translation>
    </message>
    <message>
        <source>Rozłączyło rozmowę</source>
        <translation>Дзвінок перервався</translation>
    </message>
    <message>
        <source>Treść e-maila wyświetla się błędnie.</source>
        <translation>Вміст електронного листа відображається неправильно.</translation>
    </message>
    <message>
        <source>W e-mailu brakuje załącznika.</source>
        <translation>В електронному листі немає вкладення.</translation>
    </message>
    <message>
        <source>W rozmowie było echo lub trzaski.</source>
        <translation>Під час дзвінка була луна або тріск.</translation>
    </message>
    <message>
        <source>Wiadomości na czacie nie dochodzą.</source>
        <translation>Повідомлення в чаті не доходять.</translation>
    </message>
    <message>
        <source>Wiadomości nie dochodzą</source>
        <translation>Повідомлення не доходять</translation>
    </message>
    <message>
        <source>Zła treść</source>
        <translation>Неправильний вміст</translation>
    </message>
</context>
<context>
    <name>QrWindow</name>
    <message>
        <source>Danych technicznych na końcu zgłoszenia też nie przeniesie.</source>
        <translation>Технічних даних наприкінці звернення він теж не передасть.</translation>
    </message>
    <message>
        <source>Kod QR na telefon</source>
        <translation>QR-код для телефону</translation>
    </message>
    <message>
        <source>Kod QR z treścią zgłoszenia</source>
        <translation>QR-код із текстом звернення</translation>
    </message>
    <message>
        <source>Opis jest na kod za długi: przeniesie tylko jego początek.</source>
        <translation>Опис задовгий для коду: він передасть лише його початок.</translation>
    </message>
    <message>
        <source>Sam kod niczego nie wysyła. Odpowiedź wsparcia przyjdzie na adres, z którego wyśle telefon.</source>
        <translation>Сам код нічого не надсилає. Відповідь підтримки надійде на адресу, з якої надішле телефон.</translation>
    </message>
    <message>
        <source>Wysłane z telefonu</source>
        <translation>Надіслано з телефону</translation>
    </message>
    <message>
        <source>Zamknij</source>
        <translation>Закрити</translation>
    </message>
    <message>
        <source>Zeskanuj telefonem, otwórz w poczcie i wyślij</source>
        <translation>Відскануйте телефоном, відкрийте в пошті й надішліть</translation>
    </message>
    <message>
        <source>Zrzutów ekranu kod nie przeniesie. Jeśli są ważne, zapisz też plik .eml.</source>
        <translation>Знімків екрана код не передасть. Якщо вони важливі, збережіть також файл .eml.</translation>
    </message>
</context>
<context>
    <name>RecentPicker</name>
    <message>
        <source>Cofnięto wybór rozmowy</source>
        <translation>Вибір розмови скасовано</translation>
    </message>
    <message>
        <source>O&amp;statnie</source>
        <translation>О&amp;станні</translation>
    </message>
    <message>
        <source>Pokaż mniej</source>
        <translation>Показати менше</translation>
    </message>
    <message>
        <source>Pokaż wszystkie</source>
        <translation>Показати всі</translation>
    </message>
    <message>
        <source>Ustawienia…</source>
        <translation>Налаштування…</translation>
    </message>
    <message>
        <source>Wypełniono z wybranej rozmowy</source>
        <translation>Заповнено з вибраної розмови</translation>
    </message>
    <message>
        <source>brak ostatnich rozmów</source>
        <translation>немає останніх розмов</translation>
    </message>
    <message>
        <source>wczytujemy ostatnie rozmowy…</source>
        <translation>завантажуємо останні розмови…</translation>
    </message>
    <message>
        <source>z Dakteli</source>
        <translation>з Daktela</translation>
    </message>
</context>
<context>
    <name>RegionPicker</name>
    <message>
        <source>Anuluj</source>
        <translation>Скасувати</translation>
    </message>
    <message>
        <source>Dodaj obszar</source>
        <translation>Додати область</translation>
    </message>
    <message>
        <source>Ekran</source>
        <translation>Екран</translation>
    </message>
    <message>
        <source>Ekran {number}</source>
        <translation>Екран {number}</translation>
    </message>
    <message>
        <source>Przeciągnij myszą po obszarze, który chcesz dodać, albo: strzałki, spacja, strzałki, spacja.</source>
        <translation>Протягніть мишею по області, яку треба додати, або: стрілки, пробіл, стрілки, пробіл.</translation>
    </message>
    <message>
        <source>Strzałki zmieniają rozmiar, spacja kończy, Esc porzuca.</source>
        <translation>Стрілки змінюють розмір, пробіл завершує, Esc скасовує.</translation>
    </message>
    <message>
        <source>Wybierz obszar ekranu</source>
        <translation>Виберіть область екрана</translation>
    </message>
    <message>
        <source>Wybrany obszar: {width} × {height} pikseli. Reszta obrazu zniknie.</source>
        <translation>Вибрана область: {width} × {height} пікселів. Решта не збережеться.</translation>
    </message>
    <message>
        <source>Zrzut ekranu, na którym wybiera się obszar</source>
        <translation>Знімок екрана, на якому вибирають область</translation>
    </message>
</context>
<context>
    <name>ReportActs</name>
    <message>
        <source>Dokończ</source>
        <translation>Завершити</translation>
    </message>
    <message>
        <source>Dotarło inną drogą</source>
        <translation>Дійшло іншим шляхом</translation>
    </message>
    <message>
        <source>Kod QR</source>
        <translation>QR-код</translation>
    </message>
    <message>
        <source>Kopiuj kod zgłoszenia</source>
        <translation>Копіювати код звернення</translation>
    </message>
    <message>
        <source>Kopiuj treść</source>
        <translation>Копіювати текст</translation>
    </message>
    <message>
        <source>Otwórz w programie pocztowym</source>
        <translation>Відкрити в поштовій програмі</translation>
    </message>
    <message>
        <source>Usuń</source>
        <translation>Видалити</translation>
    </message>
    <message>
        <source>Więcej możliwości</source>
        <translation>Інші можливості</translation>
    </message>
    <message>
        <source>Więcej ▾</source>
        <translation>Більше ▾</translation>
    </message>
    <message>
        <source>Wpisz numer od wsparcia</source>
        <translation>Ввести номер від підтримки</translation>
    </message>
    <message>
        <source>Wyślij ponownie jako nowe</source>
        <translation>Надіслати ще раз як нове</translation>
    </message>
    <message>
        <source>Wyślij teraz</source>
        <translation>Надіслати зараз</translation>
    </message>
    <message>
        <source>Zapisz jako .eml</source>
        <translation>Зберегти як .eml</translation>
    </message>
    <message>
        <source>Zdarzyło się ponownie</source>
        <translation>Сталося знову</translation>
    </message>
    <message>
        <source>Zmień numer od wsparcia</source>
        <translation>Змінити номер від підтримки</translation>
    </message>
</context>
<context>
    <name>ReportForm</name>
    <message>
        <source>Dodaj obraz z pliku</source>
        <translation>Додати зображення з файлу</translation>
    </message>
    <message>
        <source>Obrazy</source>
        <translation>Зображення</translation>
    </message>
    <message>
        <source>Zgłoś problem</source>
        <translation>Повідомити про проблему</translation>
    </message>
    <message>
        <source>czat</source>
        <translation>чат</translation>
    </message>
    <message>
        <source>dziś</source>
        <translation>сьогодні</translation>
    </message>
    <message>
        <source>dziś o {time}</source>
        <translation>сьогодні о {time}</translation>
    </message>
    <message>
        <source>inny</source>
        <translation>інший</translation>
    </message>
    <message>
        <source>nieodebrane</source>
        <translation>без відповіді</translation>
    </message>
    <message>
        <source>numer nieznany</source>
        <translation>невідомий номер</translation>
    </message>
    <message>
        <source>połączenie przychodzące</source>
        <translation>вхідний дзвінок</translation>
    </message>
    <message>
        <source>połączenie wychodzące</source>
        <translation>вихідний дзвінок</translation>
    </message>
    <message>
        <source>przekazane</source>
        <translation>переведено</translation>
    </message>
    <message>
        <source>rozłączył agent</source>
        <translation>завершив агент</translation>
    </message>
    <message>
        <source>rozłączył klient</source>
        <translation>завершив клієнт</translation>
    </message>
    <message>
        <source>rozłączył system</source>
        <translation>завершила система</translation>
    </message>
    <message>
        <source>wczoraj</source>
        <translation>учора</translation>
    </message>
    <message>
        <source>wczoraj o {time}</source>
        <translation>учора о {time}</translation>
    </message>
    <message>
        <source>wiadomość e-mail</source>
        <translation>електронний лист</translation>
    </message>
    <message>
        <source>z Dakteli</source>
        <translation>з Daktela</translation>
    </message>
    <message>
        <source>z poprzedniego zgłoszenia</source>
        <translation>з попереднього звернення</translation>
    </message>
    <message>
        <source>z tego szkicu</source>
        <translation>із цієї чернетки</translation>
    </message>
    <message>
        <source>z ustawień</source>
        <translation>з налаштувань</translation>
    </message>
    <message>
        <source>zapamiętane, {age}</source>
        <translation>збережено, {age}</translation>
    </message>
    <message>
        <source>{date} o {time}</source>
        <translation>{date} о {time}</translation>
    </message>
    <message>
        <source>{day}, {date} o {time}</source>
        <translation>{day}, {date} о {time}</translation>
    </message>
</context>
<context>
    <name>ReportLines</name>
    <message>
        <source>(bez opisu)</source>
        <translation>(без опису)</translation>
    </message>
    <message>
        <source>(treść teraz nieczytelna)</source>
        <translation>(текст зараз не прочитати)</translation>
    </message>
    <message>
        <source>(treść usunięto)</source>
        <translation>(текст видалено)</translation>
    </message>
    <message>
        <source>Nikt go jeszcze nie dostał. Dokończ i wyślij.</source>
        <translation>Її ще ніхто не отримав. Завершіть і надішліть.</translation>
    </message>
    <message>
        <source>Oznaczone, czeka na opis</source>
        <translation>Позначено, чекає на опис</translation>
    </message>
    <message>
        <source>Szkic</source>
        <translation>Чернетка</translation>
    </message>
    <message>
        <source>{code}, numer {ticket}</source>
        <translation>{code}, номер {ticket}</translation>
    </message>
</context>
<context>
    <name>Rescue</name>
    <message>
        <source>Czekamy na potwierdzenie serwera poczty…</source>
        <translation>Очікуємо підтвердження поштового сервера…</translation>
    </message>
    <message>
        <source>Otwieramy zgłoszenie w programie pocztowym…</source>
        <translation>Відкриваємо звернення в поштовій програмі…</translation>
    </message>
    <message>
        <source>Piszemy plik…</source>
        <translation>Записуємо файл…</translation>
    </message>
    <message>
        <source>Plik ze zgłoszeniem: {path}. Sam plik nie jest jeszcze wysłany: prześlij go na adres {address}.</source>
        <translation>Файл зі зверненням: {path}. Сам файл ще не надіслано: надішліть його на адресу {address}.</translation>
    </message>
    <message>
        <source>Program pocztowy dostał samą treść, bez zdjęć. Dołącz w nim plik .eml i wyślij na adres {address}.</source>
        <translation>Поштова програма отримала лише текст, без знімків. Додайте в ній файл .eml і надішліть на адресу {address}.</translation>
    </message>
    <message>
        <source>Program pocztowy otwiera nową wiadomość z plikiem .eml. Jeśli pliku w niej nie ma, zapisz go i dołącz. Wyślij ją na adres {address}.</source>
        <translation>Поштова програма відкриває новий лист із файлом .eml. Якщо файлу в ньому немає, збережіть його й додайте. Надішліть лист на адресу {address}.</translation>
    </message>
    <message>
        <source>Przerwano wysyłanie.</source>
        <translation>Надсилання перервано.</translation>
    </message>
    <message>
        <source>Przygotowujemy kod…</source>
        <translation>Готуємо код…</translation>
    </message>
    <message>
        <source>Sam kod niczego nie wysłał. Zgłoszenie jest nadal w tym oknie.</source>
        <translation>Сам код нічого не надіслав. Звернення й далі в цьому вікні.</translation>
    </message>
    <message>
        <source>Serwer poczty nie potwierdził odbioru: zgłoszenie mogło dotrzeć albo nie. Wyślij je jeszcze raz bez zmian: pójdzie ta sama wiadomość.</source>
        <translation>Поштовий сервер не підтвердив отримання: звернення могло дійти або ні. Надішліть його ще раз без змін: піде той самий лист.</translation>
    </message>
    <message>
        <source>Wcześniejsza próba mogła jednak dotrzeć. Wyślij jeszcze raz albo zadzwoń.</source>
        <translation>Однак попередня спроба могла дійти. Надішліть ще раз або зателефонуйте.</translation>
    </message>
    <message>
        <source>Wysyłamy zgłoszenie…</source>
        <translation>Надсилаємо звернення…</translation>
    </message>
    <message>
        <source>Zgłoszenie jest tylko w tym oknie: wyślij je jeszcze raz albo zapisz plik.</source>
        <translation>Звернення є лише в цьому вікні: надішліть його ще раз або збережіть файл.</translation>
    </message>
    <message>
        <source>Zgłoszenie jest w programie pocztowym. Sprawdź w nim, czy zostało wysłane na adres {address}.</source>
        <translation>Звернення вже в поштовій програмі. Перевірте в ній, чи його надіслано на адресу {address}.</translation>
    </message>
    <message>
        <source>Łączymy się z serwerem poczty…</source>
        <translation>З’єднуємося з поштовим сервером…</translation>
    </message>
</context>
<context>
    <name>Rows</name>
    <message>
        <source>w porządku</source>
        <translation>усе гаразд</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>Dozwolone: {allowed}</source>
        <translation>Дозволено: {allowed}</translation>
    </message>
    <message>
        <source>Hasło pamiętamy tylko do zamknięcia programu.</source>
        <translation>Пароль пам’ятаємо лише до закриття програми.</translation>
    </message>
    <message>
        <source>Hasło pamiętamy tylko do zamknięcia programu: na tym komputerze nie ma systemowego magazynu haseł.</source>
        <translation>Пароль пам’ятаємо лише до закриття програми: на цьому комп’ютері немає системного сховища паролів.</translation>
    </message>
    <message>
        <source>Logowanie pamiętamy tylko do zamknięcia programu.</source>
        <translation>Вхід пам’ятаємо лише до закриття програми.</translation>
    </message>
    <message>
        <source>Logowanie pamiętamy tylko do zamknięcia programu: na tym komputerze nie ma systemowego magazynu haseł.</source>
        <translation>Вхід пам’ятаємо лише до закриття програми: на цьому комп’ютері немає системного сховища паролів.</translation>
    </message>
    <message>
        <source>Przerwano.</source>
        <translation>Перервано.</translation>
    </message>
    <message>
        <source>Przerwij</source>
        <translation>Перервати</translation>
    </message>
    <message>
        <source>Sprawdź sieć i wpisany adres.</source>
        <translation>Перевірте мережу та введену адресу.</translation>
    </message>
    <message>
        <source>Ustawione przez administratora (zasada {name}).</source>
        <translation>Задав адміністратор (політика {name}).</translation>
    </message>
    <message>
        <source>Ustawione przez administratora.</source>
        <translation>Задав адміністратор.</translation>
    </message>
</context>
<context>
    <name>SettingsBase</name>
    <message>
        <source>Bez serwera poczty zgłoszenia będą tylko czekać na tym komputerze. Uzupełnij go albo naciśnij jeszcze raz, aby zapisać bez niego.</source>
        <translation>Без поштового сервера звернення лише чекатимуть на цьому комп’ютері. Заповніть його або натисніть ще раз, щоб зберегти без нього.</translation>
    </message>
    <message>
        <source>Popraw zaznaczone pola, wtedy zapiszemy.</source>
        <translation>Виправте позначені поля, тоді збережемо.</translation>
    </message>
    <message>
        <source>Zapisano.</source>
        <translation>Збережено.</translation>
    </message>
    <message>
        <source>Zmian jeszcze nie zapisano.</source>
        <translation>Зміни ще не збережено.</translation>
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
        <translation>Про мене</translation>
    </message>
    <message>
        <source>Poczta</source>
        <translation>Пошта</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Програма</translation>
    </message>
    <message>
        <source>Prywatność</source>
        <translation>Приватність</translation>
    </message>
    <message>
        <source>Skróty</source>
        <translation>Клавіші</translation>
    </message>
    <message>
        <source>Strony ustawień</source>
        <translation>Сторінки налаштувань</translation>
    </message>
    <message>
        <source>Ustawienia</source>
        <translation>Налаштування</translation>
    </message>
    <message>
        <source>Zamknij</source>
        <translation>Закрити</translation>
    </message>
    <message>
        <source>Zamknij bez zapisywania</source>
        <translation>Закрити без збереження</translation>
    </message>
    <message>
        <source>Zapisujemy…</source>
        <translation>Зберігаємо…</translation>
    </message>
    <message>
        <source>Zapisz</source>
        <translation>Зберегти</translation>
    </message>
</context>
<context>
    <name>SignInPage</name>
    <message>
        <source>Bez logowania</source>
        <translation>Без входу</translation>
    </message>
    <message>
        <source>Bez tego nie można się zalogować.</source>
        <translation>Без цього не можна увійти.</translation>
    </message>
    <message>
        <source>Dla kont logowanych przez Google lub Microsoft. Wklej go z Dakteli.</source>
        <translation>Для облікових записів із входом через Google або Microsoft. Вставте його з Daktela.</translation>
    </message>
    <message>
        <source>Dzięki niemu Dzwonek zna agenta i jego ostatnie rozmowy.</source>
        <translation>Завдяки йому Dzwonek знає агента та його останні розмови.</translation>
    </message>
    <message>
        <source>Hasło</source>
        <translation>Пароль</translation>
    </message>
    <message>
        <source>Imię i numery wpiszesz w formularzu. Wszystko inne działa tak samo.</source>
        <translation>Ім’я та номери ви введете у формі. Усе інше працює так само.</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>Логін</translation>
    </message>
    <message>
        <source>Login i hasło</source>
        <translation>Логін і пароль</translation>
    </message>
    <message>
        <source>Logowanie do Dakteli</source>
        <translation>Вхід до Daktela</translation>
    </message>
    <message>
        <source>Logujemy…</source>
        <translation>Входимо…</translation>
    </message>
    <message>
        <source>Posłuży raz, do zalogowania. Nigdzie go nie zapisujemy.</source>
        <translation>Потрібен один раз, для входу. Ми ніде його не зберігаємо.</translation>
    </message>
    <message>
        <source>Sposób</source>
        <translation>Спосіб</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Токен</translation>
    </message>
    <message>
        <source>Token dostępu</source>
        <translation>Токен доступу</translation>
    </message>
    <message>
        <source>Wylogowano. Token został usunięty.</source>
        <translation>Вихід виконано. Токен видалено.</translation>
    </message>
    <message>
        <source>Wylogowujemy…</source>
        <translation>Виходимо…</translation>
    </message>
    <message>
        <source>Wyloguj</source>
        <translation>Вийти</translation>
    </message>
    <message>
        <source>Zalogowano jako {name}.</source>
        <translation>Вхід виконано: {name}.</translation>
    </message>
    <message>
        <source>Zaloguj</source>
        <translation>Увійти</translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>Dzwonek czeka wtedy w zasobniku od początku pracy.</source>
        <translation>Тоді Dzwonek чекає в області сповіщень від початку роботи.</translation>
    </message>
    <message>
        <source>Gotowe: Dzwonek nie uruchomi się sam.</source>
        <translation>Готово: Dzwonek не запускатиметься сам.</translation>
    </message>
    <message>
        <source>Gotowe: Dzwonek uruchomi się razem z komputerem.</source>
        <translation>Готово: Dzwonek запускатиметься разом із комп’ютером.</translation>
    </message>
    <message>
        <source>Uruchamiaj z komputerem</source>
        <translation>Запускати з комп’ютером</translation>
    </message>
    <message>
        <source>Uruchamianie</source>
        <translation>Запуск</translation>
    </message>
</context>
<context>
    <name>States</name>
    <message>
        <source>Czeka już ponad 3 dni.</source>
        <translation>Чекає вже понад 3 дні.</translation>
    </message>
    <message>
        <source>Czeka już ponad 3 dni: zapisz jako .eml albo skopiuj treść i przekaż inaczej.</source>
        <translation>Чекає вже понад 3 дні: збережіть як .eml або скопіюйте текст і передайте інакше.</translation>
    </message>
    <message>
        <source>Czeka już ponad dobę.</source>
        <translation>Чекає вже понад добу.</translation>
    </message>
    <message>
        <source>Czeka na swoją kolej.</source>
        <translation>Чекає своєї черги.</translation>
    </message>
    <message>
        <source>Część adresatów już je ma.</source>
        <translation>Частина адресатів уже його має.</translation>
    </message>
    <message numerus="yes">
        <source>Już %n próba(-y) bez potwierdzenia.</source>
        <translation>
            <numerusform>Уже %n спроба без підтвердження.</numerusform>
            <numerusform>Уже %n спроби без підтвердження.</numerusform>
            <numerusform>Уже %n спроб без підтвердження.</numerusform>
        </translation>
    </message>
    <message>
        <source>Minął czas przechowywania</source>
        <translation>Термін зберігання минув</translation>
    </message>
    <message>
        <source>Możesz też zgłosić ponownie z mniejszą liczbą zrzutów.</source>
        <translation>Можна також повідомити ще раз із меншою кількістю знімків.</translation>
    </message>
    <message>
        <source>Następna próba: {time}.</source>
        <translation>Наступна спроба: {time}.</translation>
    </message>
    <message>
        <source>Nie zostało wysłane.</source>
        <translation>Не надіслано.</translation>
    </message>
    <message>
        <source>Odrzucono {moment}.</source>
        <translation>Відхилено {moment}.</translation>
    </message>
    <message>
        <source>Potwierdzono: numer {ticket}</source>
        <translation>Підтверджено: номер {ticket}</translation>
    </message>
    <message>
        <source>Przekazano inną drogą ({time})</source>
        <translation>Передано іншим шляхом ({time})</translation>
    </message>
    <message>
        <source>Przekazano na serwer poczty ({time})</source>
        <translation>Передано на поштовий сервер ({time})</translation>
    </message>
    <message>
        <source>Serwer poczty nie potwierdził odbioru</source>
        <translation>Поштовий сервер не підтвердив отримання</translation>
    </message>
    <message>
        <source>Serwer poczty nie potwierdził odbioru: mogło dojść.</source>
        <translation>Поштовий сервер не підтвердив отримання: могло дійти.</translation>
    </message>
    <message>
        <source>Stwierdzono {moment}.</source>
        <translation>Виявлено {moment}.</translation>
    </message>
    <message>
        <source>Ta sama wiadomość pójdzie jeszcze raz.</source>
        <translation>Те саме повідомлення піде ще раз.</translation>
    </message>
    <message>
        <source>To potrwa chwilę.</source>
        <translation>Це триватиме хвилинку.</translation>
    </message>
    <message>
        <source>Treść usunięto z tego komputera {moment}.</source>
        <translation>Вміст видалено з цього комп’ютера {moment}.</translation>
    </message>
    <message>
        <source>Treść usunięto z tego komputera.</source>
        <translation>Вміст видалено з цього комп’ютера.</translation>
    </message>
    <message>
        <source>Treść zostanie usunięta {day}.</source>
        <translation>Вміст буде видалено {day}.</translation>
    </message>
    <message>
        <source>Trwa przekazywanie na serwer poczty</source>
        <translation>Передаємо на поштовий сервер</translation>
    </message>
    <message>
        <source>Wiadomo to od Ciebie, nie od serwera.</source>
        <translation>Це відомо від вас, а не від сервера.</translation>
    </message>
    <message>
        <source>Wstrzymano {moment}.</source>
        <translation>Призупинено {moment}.</translation>
    </message>
    <message>
        <source>Zapisano na tym komputerze {moment}</source>
        <translation>Збережено на цьому комп’ютері {moment}</translation>
    </message>
    <message>
        <source>Zaraz wyślemy.</source>
        <translation>Зараз надішлемо.</translation>
    </message>
    <message>
        <source>Zdarzyło się po raz {n}.</source>
        <translation>Це сталося вже {n}-й раз.</translation>
    </message>
    <message>
        <source>Zdjęcia już zmniejszono lub pominięto, to nie wystarczyło.</source>
        <translation>Зображення вже зменшено або пропущено, цього не вистачило.</translation>
    </message>
    <message>
        <source>Zdjęcia zmniejszono lub pominięto, bo zgłoszenie było za duże dla serwera.</source>
        <translation>Зображення зменшено або пропущено, бо звернення було завелике для сервера.</translation>
    </message>
    <message>
        <source>Zgłoszenie wymaga uwagi</source>
        <translation>Звернення потребує уваги</translation>
    </message>
    <message>
        <source>o {time}</source>
        <translation>о {time}</translation>
    </message>
    <message>
        <source>{day} o {time}</source>
        <translation>{day} о {time}</translation>
    </message>
</context>
<context>
    <name>SystemField</name>
    <message>
        <source>Adres systemu</source>
        <translation>Адреса системи</translation>
    </message>
    <message>
        <source>Adres systemu: {host}. Zmień</source>
        <translation>Адреса системи: {host}. Змінити</translation>
    </message>
    <message>
        <source>Inny adres systemu? Zmień</source>
        <translation>Інша адреса системи? Змінити</translation>
    </message>
    <message>
        <source>adres systemu</source>
        <translation>адреса системи</translation>
    </message>
</context>
<context>
    <name>SystemPage</name>
    <message>
        <source>Adres systemu Daktela</source>
        <translation>Адреса системи Daktela</translation>
    </message>
    <message>
        <source>Sprawdzamy…</source>
        <translation>Перевіряємо…</translation>
    </message>
    <message>
        <source>Sprawdź adres</source>
        <translation>Перевірити адресу</translation>
    </message>
    <message>
        <source>System</source>
        <translation>Система</translation>
    </message>
    <message>
        <source>Tak, pod adresem {host} odpowiada Daktela.</source>
        <translation>Так, за адресою {host} відповідає Daktela.</translation>
    </message>
    <message>
        <source>Ten, który widać w przeglądarce podczas pracy.</source>
        <translation>Та, яку видно в браузері під час роботи.</translation>
    </message>
    <message>
        <source>Wpisz adres, na przykład twojanazwa.daktela.com.</source>
        <translation>Введіть адресу, наприклад twojanazwa.daktela.com.</translation>
    </message>
</context>
<context>
    <name>Thumb</name>
    <message>
        <source>Ekran {number}</source>
        <translation>Екран {number}</translation>
    </message>
    <message>
        <source>Kliknij, aby obejrzeć, zakryć dane klienta lub przyciąć</source>
        <translation>Клацніть, щоб переглянути, приховати дані клієнта або обрізати</translation>
    </message>
    <message>
        <source>Obszar {number}</source>
        <translation>Область {number}</translation>
    </message>
    <message>
        <source>Usuń</source>
        <translation>Прибрати</translation>
    </message>
    <message>
        <source>Usuń: {screen}</source>
        <translation>Прибрати: {screen}</translation>
    </message>
    <message>
        <source>Z pliku {number}</source>
        <translation>Файл {number}</translation>
    </message>
    <message>
        <source>Z zakryciem</source>
        <translation>Із приховуванням</translation>
    </message>
    <message>
        <source>Ze schowka {number}</source>
        <translation>Буфер {number}</translation>
    </message>
    <message>
        <source>Zrzut ekranu</source>
        <translation>Знімок</translation>
    </message>
    <message>
        <source>Zrzut {number}</source>
        <translation>Знімок {number}</translation>
    </message>
    <message>
        <source>{screen}, z zakryciem</source>
        <translation>{screen}, із приховуванням</translation>
    </message>
    <message>
        <source>{screen}, zakrycia</source>
        <translation>{screen}, приховане</translation>
    </message>
    <message>
        <source>{screen}: otwórz, aby obejrzeć lub zakryć</source>
        <translation>{screen}: відкрийте, щоб переглянути або приховати дані</translation>
    </message>
</context>
<context>
    <name>TicketRow</name>
    <message>
        <source>Anuluj</source>
        <translation>Скасувати</translation>
    </message>
    <message>
        <source>Numer od wsparcia ({code}):</source>
        <translation>Номер від підтримки ({code}):</translation>
    </message>
    <message>
        <source>Skoro wsparcie je ma, ten komputer już go nie wyśle.</source>
        <translation>Оскільки підтримка його має, цей комп’ютер уже його не надішле.</translation>
    </message>
    <message>
        <source>Stoi w odpowiedzi wsparcia, zwykle w temacie.</source>
        <translation>Він у відповіді підтримки, зазвичай у темі.</translation>
    </message>
    <message>
        <source>Stoi w odpowiedzi wsparcia, zwykle w temacie. Puste pole go usuwa.</source>
        <translation>Він у відповіді підтримки, зазвичай у темі. Порожнє поле його прибирає.</translation>
    </message>
    <message>
        <source>Wpisz numer, na przykład 12345.</source>
        <translation>Введіть номер, наприклад 12345.</translation>
    </message>
    <message>
        <source>Zapisz numer</source>
        <translation>Зберегти номер</translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message numerus="yes">
        <source>%n szkic(-e) do dokończenia</source>
        <translation>
            <numerusform>%n чернетка чекає на завершення</numerusform>
            <numerusform>%n чернетки чекають на завершення</numerusform>
            <numerusform>%n чернеток чекає на завершення</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n zgłoszenie(-a) czeka na wysłanie</source>
        <translation>
            <numerusform>%n звернення чекає на надсилання</numerusform>
            <numerusform>%n звернення чекають на надсилання</numerusform>
            <numerusform>%n звернень чекає на надсилання</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n zgłoszenie(-a) wymaga uwagi</source>
        <translation>
            <numerusform>%n звернення потребує уваги</numerusform>
            <numerusform>%n звернення потребують уваги</numerusform>
            <numerusform>%n звернень потребує уваги</numerusform>
        </translation>
    </message>
    <message>
        <source>Najstarsze czeka już ponad 3 dni</source>
        <translation>Найстаріше чекає вже понад 3 дні</translation>
    </message>
    <message>
        <source>Najstarsze czeka już ponad dobę</source>
        <translation>Найстаріше чекає вже понад добу</translation>
    </message>
    <message>
        <source>Zgłoś problem: {key}</source>
        <translation>Повідомити про проблему: {key}</translation>
    </message>
</context>
<context>
    <name>TrayMenu</name>
    <message>
        <source>Moje zgłoszenia</source>
        <translation>Мої звернення</translation>
    </message>
    <message>
        <source>Oznacz teraz, opisz później</source>
        <translation>Позначити зараз, описати пізніше</translation>
    </message>
    <message>
        <source>Pomoc i kontakt</source>
        <translation>Довідка й контакти</translation>
    </message>
    <message>
        <source>Telefon awaryjny {number} – kopiuj</source>
        <translation>У невідкладному випадку: {number} – копіювати</translation>
    </message>
    <message>
        <source>Ustawienia</source>
        <translation>Налаштування</translation>
    </message>
    <message>
        <source>Zakończ</source>
        <translation>Вийти</translation>
    </message>
    <message>
        <source>Zgłoś problem</source>
        <translation>Повідомити про проблему</translation>
    </message>
</context>
<context>
    <name>TryLine</name>
    <message>
        <source>Naciśnij {key}, aby sprawdzić.</source>
        <translation>Натисніть {key}, щоб перевірити.</translation>
    </message>
    <message>
        <source>Żaden skrót teraz nie działa.</source>
        <translation>Жодне сполучення зараз не працює.</translation>
    </message>
    <message>
        <source>✓ Działa! Naciśnięto {key}.</source>
        <translation>✓ Працює! Натиснуто {key}.</translation>
    </message>
</context>
<context>
    <name>WaysOut</name>
    <message>
        <source>Kod QR na telefon</source>
        <translation>QR-код для телефону</translation>
    </message>
    <message>
        <source>Otwórz w programie pocztowym</source>
        <translation>Відкрити в поштовій програмі</translation>
    </message>
    <message>
        <source>Przerwij</source>
        <translation>Перервати</translation>
    </message>
    <message>
        <source>Wiadomość e-mail (*.eml)</source>
        <translation>Електронний лист (*.eml)</translation>
    </message>
    <message>
        <source>Wysłane z programu pocztowego</source>
        <translation>Надіслано з поштової програми</translation>
    </message>
    <message>
        <source>Wyślij teraz bez zapisywania</source>
        <translation>Надіслати зараз без збереження</translation>
    </message>
    <message>
        <source>Zapisz jako .eml</source>
        <translation>Зберегти як .eml</translation>
    </message>
</context>
<context>
    <name>WhenCell</name>
    <message>
        <source>np. dziś o 13:55, wczoraj 9:10, 10 minut temu</source>
        <translation>напр., сьогодні о 13:55, учора 9:10, 10 хвилин тому</translation>
    </message>
    <message>
        <source>takiej godziny nie było: przestawiono wtedy zegary</source>
        <translation>такого часу не було: тоді переводили годинники</translation>
    </message>
    <message>
        <source>to jeszcze przed nami – sprawdź datę i godzinę</source>
        <translation>це ще попереду – перевірте дату й час</translation>
    </message>
    <message>
        <source>wpisane</source>
        <translation>введено вручну</translation>
    </message>
</context>
<context>
    <name>WithOwnReport</name>
    <message>
        <source>Tu przyjdzie zgłoszenie próbne: wpisz adres.</source>
        <translation>Сюди надійде пробне звернення: введіть адресу.</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>Bez sieci nic się tu nie zapisze. Powiadom administratora.</source>
        <translation>Без мережі тут нічого не збережеться. Повідомте адміністратора.</translation>
    </message>
    <message>
        <source>Bezpieczne połączenie z serwerem poczty {host} zostało przerwane.</source>
        <translation>Безпечне з’єднання з поштовим сервером {host} перервано.</translation>
    </message>
    <message>
        <source>Brak adresu systemu.</source>
        <translation>Немає адреси системи.</translation>
    </message>
    <message>
        <source>Brak hasła do serwera poczty.</source>
        <translation>Немає пароля до поштового сервера.</translation>
    </message>
    <message>
        <source>Brak ważnego logowania do Dakteli.</source>
        <translation>Немає чинного входу до Daktela.</translation>
    </message>
    <message>
        <source>Brak zrzutu ekranu: komputer był zablokowany.</source>
        <translation>Немає знімка екрана: комп’ютер було заблоковано.</translation>
    </message>
    <message>
        <source>Brak zrzutu ekranu: nie pozwala na niego program na wierzchu.</source>
        <translation>Немає знімка екрана: його не дозволяє програма на передньому плані.</translation>
    </message>
    <message>
        <source>Brak zrzutu ekranu: nie znaleziono ekranu.</source>
        <translation>Немає знімка екрана: екрана не знайдено.</translation>
    </message>
    <message>
        <source>Brak zrzutu ekranu: sesja zdalna była rozłączona.</source>
        <translation>Немає знімка екрана: віддалений сеанс було від’єднано.</translation>
    </message>
    <message>
        <source>Brak zrzutu ekranu: sesja zdalna nie była wyświetlana.</source>
        <translation>Немає знімка екрана: віддалений сеанс не відображався.</translation>
    </message>
    <message>
        <source>Brak zrzutu ekranu: system na niego nie pozwolił.</source>
        <translation>Немає знімка екрана: система не дозволила його зробити.</translation>
    </message>
    <message>
        <source>Brak zrzutu ekranu: system pytał właśnie o zgodę lub hasło.</source>
        <translation>Немає знімка екрана: система саме запитувала згоду або пароль.</translation>
    </message>
    <message>
        <source>Brak zrzutu ekranu: to środowisko (Wayland) na niego nie pozwala.</source>
        <translation>Немає знімка екрана: це середовище (Wayland) його не дозволяє.</translation>
    </message>
    <message>
        <source>Brak zrzutu ekranu: w systemie macOS nie jest jeszcze dostępny.</source>
        <translation>Немає знімка екрана: у macOS він поки недоступний.</translation>
    </message>
    <message>
        <source>Certyfikat serwera poczty {host} nie jest zaufany.</source>
        <translation>Сертифікат поштового сервера {host} не є довіреним.</translation>
    </message>
    <message>
        <source>Certyfikat {host} nie jest zaufany.</source>
        <translation>Сертифікат {host} не є довіреним.</translation>
    </message>
    <message>
        <source>Co ta wersja umie otworzyć, wysyła dalej. Zainstaluj nowszą wersję.</source>
        <translation>Те, що ця версія може відкрити, вона надсилає далі. Установіть новішу версію.</translation>
    </message>
    <message>
        <source>Coś poszło nie tak w Dzwonku.</source>
        <translation>У Dzwonek щось пішло не так.</translation>
    </message>
    <message>
        <source>Czy chodziło o „{nearest}”?</source>
        <translation>Можливо, ви мали на увазі «{nearest}»?</translation>
    </message>
    <message>
        <source>Daktela chwilowo odmawia odpowiedzi.</source>
        <translation>Daktela тимчасово відмовляє у відповіді.</translation>
    </message>
    <message>
        <source>Daktela działa tylko przez https. {example}</source>
        <translation>Daktela працює лише через https. {example}</translation>
    </message>
    <message>
        <source>Daktela odrzuciła login lub hasło.</source>
        <translation>Daktela відхилила логін або пароль.</translation>
    </message>
    <message>
        <source>Dane programu leżą na dysku sieciowym ({kind}).</source>
        <translation>Дані програми лежать на мережевому диску ({kind}).</translation>
    </message>
    <message>
        <source>Dane wpisz ręcznie.</source>
        <translation>Введіть дані вручну.</translation>
    </message>
    <message>
        <source>Do czasu poprawy nic nie zostanie wysłane, a zrzuty ekranu są wyłączone. Powiadom administratora.</source>
        <translation>До виправлення нічого не буде надіслано, а знімки екрана вимкнено. Повідомте адміністратора.</translation>
    </message>
    <message>
        <source>Do czasu poprawy nic nie zostanie wysłane. Powiadom administratora.</source>
        <translation>До виправлення нічого не буде надіслано. Повідомте адміністратора.</translation>
    </message>
    <message>
        <source>Do poprawy: {reason}.</source>
        <translation>Потрібно виправити: {reason}.</translation>
    </message>
    <message>
        <source>Dodaj do niej %USERNAME%: każda osoba potrzebuje własnego.</source>
        <translation>Додайте до неї %USERNAME%: кожній людині потрібна власна папка.</translation>
    </message>
    <message>
        <source>Dozwolone: {allowed}. Do czasu poprawy niczego nie ustala.</source>
        <translation>Дозволено: {allowed}. До виправлення нічого не визначає.</translation>
    </message>
    <message>
        <source>Dozwolone: {allowed}. Do czasu poprawy niczego tu nie zapiszemy.</source>
        <translation>Дозволено: {allowed}. До виправлення ми тут нічого не збережемо.</translation>
    </message>
    <message>
        <source>Dozwolone: {allowed}. Do czasu poprawy zrzuty ekranu są wyłączone.</source>
        <translation>Дозволено: {allowed}. До виправлення знімки екрана вимкнено.</translation>
    </message>
    <message>
        <source>Działa profil domyślny.</source>
        <translation>Діє стандартний профіль.</translation>
    </message>
    <message>
        <source>Działa wartość domyślna.</source>
        <translation>Діє стандартне значення.</translation>
    </message>
    <message>
        <source>Działają ustawienia domyślne. Plik zostawiono bez zmian.</source>
        <translation>Діють стандартні налаштування. Файл залишено без змін.</translation>
    </message>
    <message>
        <source>Dzwonek już działa, ale nie odpowiada.</source>
        <translation>Dzwonek уже працює, але не відповідає.</translation>
    </message>
    <message>
        <source>Dzwonek nie mógł się uruchomić: folder {folder} jest niedostępny.</source>
        <translation>Dzwonek не зміг запуститися: папка {folder} недоступна.</translation>
    </message>
    <message>
        <source>Dzwonek z ikoną potrzebuje pulpitu. Polecenia działają i bez niego.</source>
        <translation>Dzwonek зі значком потребує робочого столу. Команди працюють і без нього.</translation>
    </message>
    <message>
        <source>Ekran bez zrzutu: system oddał czarny obraz.</source>
        <translation>Екран без знімка: система повернула чорне зображення.</translation>
    </message>
    <message>
        <source>Haseł i tokenów nie zachowamy tu na stałe.</source>
        <translation>Паролі й токени тут не зберігатимуться постійно.</translation>
    </message>
    <message>
        <source>Już nie czekamy na program pocztowy.</source>
        <translation>Ми вже не чекаємо на поштову програму.</translation>
    </message>
    <message>
        <source>Kanał „{channel}” nie jest jeszcze dostępny.</source>
        <translation>Канал «{channel}» поки недоступний.</translation>
    </message>
    <message>
        <source>Klawisza {key} nie ma w tym układzie klawiatury.</source>
        <translation>Клавіші {key} немає в цій розкладці клавіатури.</translation>
    </message>
    <message>
        <source>Klucz do tych zgłoszeń jest teraz niedostępny.</source>
        <translation>Ключ до цих звернень зараз недоступний.</translation>
    </message>
    <message>
        <source>Klucz do tych zgłoszeń przepadł.</source>
        <translation>Ключ до цих звернень утрачено.</translation>
    </message>
    <message>
        <source>Klucz do zapisanych zgłoszeń leży w pliku.</source>
        <translation>Ключ до збережених звернень лежить у файлі.</translation>
    </message>
    <message>
        <source>Miejsce: {path}, wiersz {line}.</source>
        <translation>Місце: {path}, рядок {line}.</translation>
    </message>
    <message>
        <source>Miejsce: {path}.</source>
        <translation>Місце: {path}.</translation>
    </message>
    <message>
        <source>Można dodać plik PNG, JPEG, BMP albo WebP.</source>
        <translation>Можна додати файл PNG, JPEG, BMP або WebP.</translation>
    </message>
    <message>
        <source>Można pisać dalej, dane wpisz ręcznie.</source>
        <translation>Можна писати далі, введіть дані вручну.</translation>
    </message>
    <message>
        <source>Mógł wrócić z kopii zapasowej, więc zgłoszenie pójdzie bez niego.</source>
        <translation>Можливо, його відновлено з резервної копії, тому звернення піде без нього.</translation>
    </message>
    <message>
        <source>Na dysku nie można teraz niczego zapisać.</source>
        <translation>На диск зараз нічого не можна зберегти.</translation>
    </message>
    <message>
        <source>Na ten adres przyjdzie odpowiedź.</source>
        <translation>На цю адресу надійде відповідь.</translation>
    </message>
    <message>
        <source>Na tym komputerze nie ma programu pocztowego.</source>
        <translation>На цьому комп’ютері немає поштової програми.</translation>
    </message>
    <message>
        <source>Na tym komputerze nie ma systemowego magazynu haseł.</source>
        <translation>На цьому комп’ютері немає системного сховища паролів.</translation>
    </message>
    <message>
        <source>Na tym pulpicie nie ma zasobnika z ikonami.</source>
        <translation>На цьому робочому столі немає області сповіщень.</translation>
    </message>
    <message>
        <source>Napisz w jednym zdaniu, co się stało.</source>
        <translation>Напишіть одним реченням, що сталося.</translation>
    </message>
    <message>
        <source>Napisz, o co chodzi.</source>
        <translation>Напишіть, про що йдеться.</translation>
    </message>
    <message>
        <source>Nie da się ich odczytać ani wysłać. Zgłoś problem ponownie.</source>
        <translation>Їх не можна ні прочитати, ні надіслати. Повідомте про проблему ще раз.</translation>
    </message>
    <message>
        <source>Nie ma takiego zgłoszenia.</source>
        <translation>Такого звернення немає.</translation>
    </message>
    <message>
        <source>Nie można go tu zmienić.</source>
        <translation>Тут його не можна змінити.</translation>
    </message>
    <message>
        <source>Nie można go wysłać. Plik zostaje na tym komputerze. Zgłoś problem ponownie.</source>
        <translation>Його не можна надіслати. Файл залишається на цьому комп’ютері. Повідомте про проблему ще раз.</translation>
    </message>
    <message>
        <source>Nie można go wysłać. Zgłoś problem ponownie.</source>
        <translation>Його не можна надіслати. Повідомте про проблему ще раз.</translation>
    </message>
    <message>
        <source>Nie podano adresu systemu Daktela.</source>
        <translation>Не вказано адресу системи Daktela.</translation>
    </message>
    <message>
        <source>Nie podano serwera poczty.</source>
        <translation>Не вказано поштовий сервер.</translation>
    </message>
    <message>
        <source>Nie udało się bezpiecznie połączyć z {host}:{port} ({error}).</source>
        <translation>Не вдалося безпечно з’єднатися з {host}:{port} ({error}).</translation>
    </message>
    <message>
        <source>Nie udało się odczytać ostatnich rozmów: brak uprawnień.</source>
        <translation>Не вдалося прочитати останні розмови: бракує прав.</translation>
    </message>
    <message>
        <source>Nie udało się otworzyć {address}.</source>
        <translation>Не вдалося відкрити {address}.</translation>
    </message>
    <message>
        <source>Nie udało się połączyć z serwerem poczty przez proxy {host}.</source>
        <translation>Не вдалося з’єднатися з поштовим сервером через проксі {host}.</translation>
    </message>
    <message>
        <source>Nie udało się połączyć z serwerem poczty {host}.</source>
        <translation>Не вдалося з’єднатися з поштовим сервером {host}.</translation>
    </message>
    <message>
        <source>Nie udało się połączyć z {host}.</source>
        <translation>Не вдалося з’єднатися з {host}.</translation>
    </message>
    <message>
        <source>Nie udało się połączyć z {host}:{port}.</source>
        <translation>Не вдалося з’єднатися з {host}:{port}.</translation>
    </message>
    <message>
        <source>Nie udało się ustawić uruchamiania z komputerem.</source>
        <translation>Не вдалося налаштувати запуск із комп’ютером.</translation>
    </message>
    <message>
        <source>Nie udało się zapisać pliku {path}.</source>
        <translation>Не вдалося зберегти файл {path}.</translation>
    </message>
    <message>
        <source>Nie wiadomo, kiedy to się stało.</source>
        <translation>Незрозуміло, коли це сталося.</translation>
    </message>
    <message>
        <source>Nie widać tu jednego numeru zgłoszenia.</source>
        <translation>Тут не видно одного номера звернення.</translation>
    </message>
    <message>
        <source>Nie zapisano: bez systemowego magazynu haseł niczego tu nie zapisujemy.</source>
        <translation>Не збережено: без системного сховища паролів ми тут нічого не зберігаємо.</translation>
    </message>
    <message>
        <source>Nie zapisano: dysk zgłosił błąd.</source>
        <translation>Не збережено: диск повідомив про помилку.</translation>
    </message>
    <message>
        <source>Nie zapisano: na dysku nie ma miejsca.</source>
        <translation>Не збережено: на диску немає місця.</translation>
    </message>
    <message>
        <source>Nie zapisano: ten folder jest otwarty dla innych osób.</source>
        <translation>Не збережено: ця папка відкрита для інших людей.</translation>
    </message>
    <message>
        <source>Nie zapisano: ten folder należy do kogoś innego.</source>
        <translation>Не збережено: ця папка належить комусь іншому.</translation>
    </message>
    <message>
        <source>Nie zapisano: w miejscu folderu jest dowiązanie.</source>
        <translation>Не збережено: на місці папки стоїть посилання.</translation>
    </message>
    <message>
        <source>Nie zapisano: w tym folderze nie wolno zapisywać.</source>
        <translation>Не збережено: у цю папку не можна записувати.</translation>
    </message>
    <message>
        <source>Nie zapisano: zasada „OutboxFolder” nie wskazuje folderu.</source>
        <translation>Не збережено: політика «OutboxFolder» не вказує папки.</translation>
    </message>
    <message>
        <source>Nie znaleziono ekranu.</source>
        <translation>Екрана не знайдено.</translation>
    </message>
    <message>
        <source>Nie znaleziono nazwy {host}.</source>
        <translation>Назву {host} не знайдено.</translation>
    </message>
    <message>
        <source>Nie znaleziono serwera poczty {host}.</source>
        <translation>Поштового сервера {host} не знайдено.</translation>
    </message>
    <message>
        <source>Nieznane ustawienie „{key}”.</source>
        <translation>Невідоме налаштування «{key}».</translation>
    </message>
    <message>
        <source>Nieznany profil wsparcia „{name}”.</source>
        <translation>Невідомий профіль підтримки «{name}».</translation>
    </message>
    <message>
        <source>Numery wpisz ręcznie.</source>
        <translation>Введіть номери вручну.</translation>
    </message>
    <message>
        <source>Obraz jest za duży.</source>
        <translation>Зображення завелике.</translation>
    </message>
    <message>
        <source>Odblokuj go, a zgłoszenia ruszą same.</source>
        <translation>Розблокуйте його, і звернення підуть самі.</translation>
    </message>
    <message>
        <source>Odblokuj systemowy magazyn haseł, a zgłoszenia ruszą same.</source>
        <translation>Розблокуйте системне сховище паролів, і звернення підуть самі.</translation>
    </message>
    <message>
        <source>Odpowiedzi Dakteli nie udało się zrozumieć.</source>
        <translation>Відповідь Daktela не вдалося зрозуміти.</translation>
    </message>
    <message>
        <source>Okno zdalnej sesji go przechwytuje. Wybierz inny.</source>
        <translation>Його перехоплює вікно віддаленого сеансу. Виберіть інше.</translation>
    </message>
    <message>
        <source>Otwórz „Moje zgłoszenia”: przy każdym stoi, co zrobić.</source>
        <translation>Відкрийте «Мої звернення»: біля кожного вказано, що робити.</translation>
    </message>
    <message>
        <source>Plik zgłoszenia jest uszkodzony.</source>
        <translation>Файл звернення пошкоджено.</translation>
    </message>
    <message>
        <source>Plik {name} jest za duży (najwyżej {limit} MB).</source>
        <translation>Файл {name} завеликий (щонайбільше {limit} МБ).</translation>
    </message>
    <message>
        <source>Pliku ustawień nie można odczytać.</source>
        <translation>Файл налаштувань не вдається прочитати.</translation>
    </message>
    <message>
        <source>Pliku zgłoszenia nie ma już na tym komputerze.</source>
        <translation>Файлу звернення вже немає на цьому комп’ютері.</translation>
    </message>
    <message>
        <source>Pliku {name} nie można odczytać.</source>
        <translation>Файл {name} не вдається прочитати.</translation>
    </message>
    <message>
        <source>Poczekaj chwilę.</source>
        <translation>Зачекайте хвилинку.</translation>
    </message>
    <message>
        <source>Poczekaj chwilę. Jeśli to nie pomoże, zakończ go w systemie i uruchom ponownie.</source>
        <translation>Зачекайте хвилинку. Якщо це не допоможе, завершіть його в системі й запустіть знову.</translation>
    </message>
    <message>
        <source>Poczta bez szyfrowania działa tylko na tym komputerze.</source>
        <translation>Пошта без шифрування працює лише на цьому комп’ютері.</translation>
    </message>
    <message>
        <source>Pod adresem {host} nie odpowiada Daktela.</source>
        <translation>За адресою {host} відповідає не Daktela.</translation>
    </message>
    <message>
        <source>Podaj inną godzinę.</source>
        <translation>Вкажіть інший час.</translation>
    </message>
    <message>
        <source>Podaj nazwę agenta.</source>
        <translation>Вкажіть ім’я агента.</translation>
    </message>
    <message>
        <source>Podaj swój adres e-mail.</source>
        <translation>Вкажіть свою електронну адресу.</translation>
    </message>
    <message>
        <source>Podany czas jeszcze nie nadszedł.</source>
        <translation>Указаний час іще не настав.</translation>
    </message>
    <message>
        <source>Popraw adres nadawcy w Ustawieniach. Zgłoszenia czekają.</source>
        <translation>Виправте адресу відправника в Налаштуваннях. Звернення чекають.</translation>
    </message>
    <message>
        <source>Popraw adres w Ustawieniach.</source>
        <translation>Виправте адресу в Налаштуваннях.</translation>
    </message>
    <message>
        <source>Popraw go: na ten adres przyjdzie odpowiedź.</source>
        <translation>Виправте її: на цю адресу надійде відповідь.</translation>
    </message>
    <message>
        <source>Popraw je w Ustawieniach. Zgłoszenia czekają.</source>
        <translation>Виправте їх у Налаштуваннях. Звернення чекають.</translation>
    </message>
    <message>
        <source>Powiadom administratora.</source>
        <translation>Зверніться до адміністратора.</translation>
    </message>
    <message>
        <source>Powiadom administratora. Miejsce: {path}.</source>
        <translation>Зверніться до адміністратора. Місце: {path}.</translation>
    </message>
    <message>
        <source>Powiadom administratora. Niczego tam nie wysłano.</source>
        <translation>Зверніться до адміністратора. Туди нічого не надіслано.</translation>
    </message>
    <message>
        <source>Powiadom administratora. Zgłoszenia czekają.</source>
        <translation>Зверніться до адміністратора. Звернення чекають.</translation>
    </message>
    <message>
        <source>Połączenie z serwerem poczty {host} zostało przerwane.</source>
        <translation>З’єднання з поштовим сервером {host} перервано.</translation>
    </message>
    <message>
        <source>Program pocztowy nie odpowiedział w porę.</source>
        <translation>Поштова програма не відповіла вчасно.</translation>
    </message>
    <message>
        <source>Program pocztowy nie otworzył zgłoszenia.</source>
        <translation>Поштова програма не відкрила звернення.</translation>
    </message>
    <message>
        <source>Przykład: Ctrl+Shift+F9.</source>
        <translation>Приклад: Ctrl+Shift+F9.</translation>
    </message>
    <message>
        <source>Przykład: twojanazwa.daktela.com.</source>
        <translation>Приклад: twojanazwa.daktela.com.</translation>
    </message>
    <message>
        <source>Serwer poczty nie potwierdził odbioru.</source>
        <translation>Поштовий сервер не підтвердив отримання.</translation>
    </message>
    <message>
        <source>Serwer poczty nie przyjmuje adresata {address}.</source>
        <translation>Поштовий сервер не приймає одержувача {address}.</translation>
    </message>
    <message>
        <source>Serwer poczty nie przyjmuje nadawcy {address}.</source>
        <translation>Поштовий сервер не приймає відправника {address}.</translation>
    </message>
    <message>
        <source>Serwer poczty odrzucił nazwę użytkownika lub hasło.</source>
        <translation>Поштовий сервер відхилив ім’я користувача або пароль.</translation>
    </message>
    <message>
        <source>Serwer poczty odrzucił treść zgłoszenia ({reply}).</source>
        <translation>Поштовий сервер відхилив вміст звернення ({reply}).</translation>
    </message>
    <message>
        <source>Serwer poczty prosi, by spróbować później ({reply}).</source>
        <translation>Поштовий сервер просить спробувати пізніше ({reply}).</translation>
    </message>
    <message>
        <source>Serwer poczty {host} nie odpowiada na czas.</source>
        <translation>Поштовий сервер {host} не відповідає вчасно.</translation>
    </message>
    <message>
        <source>Serwer poczty {host} nie oferuje logowania hasłem.</source>
        <translation>Поштовий сервер {host} не пропонує входу за паролем.</translation>
    </message>
    <message>
        <source>Serwer poczty {host} nie oferuje szyfrowania.</source>
        <translation>Поштовий сервер {host} не пропонує шифрування.</translation>
    </message>
    <message>
        <source>Serwer poczty {host} odmawia przyjęcia połączenia ({reply}).</source>
        <translation>Поштовий сервер {host} відмовляється прийняти з’єднання ({reply}).</translation>
    </message>
    <message>
        <source>Serwer poczty {host} odpowiada niezrozumiale.</source>
        <translation>Поштовий сервер {host} відповідає незрозуміло.</translation>
    </message>
    <message>
        <source>Serwer poczty {host} wymaga logowania, a nie podano nazwy użytkownika.</source>
        <translation>Поштовий сервер {host} вимагає входу, а ім’я користувача не вказано.</translation>
    </message>
    <message>
        <source>Serwer proxy {host} nie chce łączyć z serwerem poczty ({reply}).</source>
        <translation>Проксі-сервер {host} відмовляється з’єднувати з поштовим сервером ({reply}).</translation>
    </message>
    <message>
        <source>Serwer proxy {host} wymaga właściwej nazwy użytkownika i hasła.</source>
        <translation>Проксі-сервер {host} вимагає правильного імені користувача й пароля.</translation>
    </message>
    <message>
        <source>Skopiuj obraz i wklej go jeszcze raz.</source>
        <translation>Скопіюйте зображення та вставте його ще раз.</translation>
    </message>
    <message>
        <source>Skrót globalny jest tu niedostępny.</source>
        <translation>Глобальне сполучення клавіш тут недоступне.</translation>
    </message>
    <message>
        <source>Skrót globalny nie działa w tym środowisku (Wayland).</source>
        <translation>Глобальне сполучення клавіш не працює в цьому середовищі (Wayland).</translation>
    </message>
    <message>
        <source>Skrót {key} jest zajęty przez inny program.</source>
        <translation>Сполучення {key} зайняте іншою програмою.</translation>
    </message>
    <message>
        <source>Skrót {key} jest zastrzeżony.</source>
        <translation>Сполучення {key} зарезервоване.</translation>
    </message>
    <message>
        <source>Skrót {key} należy do Pulpitu zdalnego.</source>
        <translation>Сполучення {key} належить Віддаленому робочому столу.</translation>
    </message>
    <message>
        <source>Skróć go trochę.</source>
        <translation>Трохи скоротіть його.</translation>
    </message>
    <message>
        <source>Spis zgłoszeń był uszkodzony i został odtworzony z plików.</source>
        <translation>Список звернень було пошкоджено; його відновлено з файлів.</translation>
    </message>
    <message>
        <source>Sprawdź adres: to ten, który widać w przeglądarce podczas pracy.</source>
        <translation>Перевірте адресу: це та, яку видно в браузері під час роботи.</translation>
    </message>
    <message>
        <source>Sprawdź datę i godzinę.</source>
        <translation>Перевірте дату й час.</translation>
    </message>
    <message>
        <source>Sprawdź miejsce na dysku albo powiadom administratora.</source>
        <translation>Перевірте місце на диску або зверніться до адміністратора.</translation>
    </message>
    <message>
        <source>Sprawdź numer portu. {example}</source>
        <translation>Перевірте номер порту. {example}</translation>
    </message>
    <message>
        <source>Sprawdź pisownię.</source>
        <translation>Перевірте написання.</translation>
    </message>
    <message>
        <source>Sprawdź pisownię. Przy logowaniu przez Google lub Microsoft użyj tokenu.</source>
        <translation>Перевірте правопис. Якщо входите через Google або Microsoft, скористайтеся токеном.</translation>
    </message>
    <message>
        <source>Sprawdź sieć albo powiadom administratora.</source>
        <translation>Перевірте мережу або зверніться до адміністратора.</translation>
    </message>
    <message>
        <source>Sprawdź sieć i nazwę serwera. Spróbujemy ponownie.</source>
        <translation>Перевірте мережу та назву сервера. Ми спробуємо ще раз.</translation>
    </message>
    <message>
        <source>Sprawdź sieć. Zgłoszenie można napisać i wysłać bez tego połączenia.</source>
        <translation>Перевірте мережу. Звернення можна написати й надіслати і без цього з’єднання.</translation>
    </message>
    <message>
        <source>Sprawdź w nim, czy zgłoszenie jest otwarte albo wysłane.</source>
        <translation>Перевірте в ній, чи звернення відкрито або надіслано.</translation>
    </message>
    <message>
        <source>Spróbuj jeszcze raz. To, co zapisane, jest bezpieczne.</source>
        <translation>Спробуйте ще раз. Збережене в безпеці.</translation>
    </message>
    <message>
        <source>Spróbuj ponownie, a gdy się powtórzy, powiadom administratora.</source>
        <translation>Спробуйте ще раз, а якщо це повториться, зверніться до адміністратора.</translation>
    </message>
    <message>
        <source>Spróbujemy ponownie.</source>
        <translation>Ми спробуємо ще раз.</translation>
    </message>
    <message>
        <source>Spróbujemy ponownie. Gdy się powtórzy, powiadom administratora.</source>
        <translation>Ми спробуємо ще раз. Якщо повториться, повідомте адміністратора.</translation>
    </message>
    <message>
        <source>Spróbujemy ponownie. Zgłoszenia czekają.</source>
        <translation>Ми спробуємо ще раз. Звернення чекають.</translation>
    </message>
    <message>
        <source>Systemowy magazyn haseł jest zablokowany.</source>
        <translation>Системне сховище паролів заблоковане.</translation>
    </message>
    <message>
        <source>Systemowy magazyn haseł nie odpowiada.</source>
        <translation>Системне сховище паролів не відповідає.</translation>
    </message>
    <message>
        <source>Systemowy magazyn haseł nie przyjął tej wartości.</source>
        <translation>Системне сховище паролів не прийняло цього значення.</translation>
    </message>
    <message>
        <source>Tak bywa przy zablokowanej sesji. Zgłoszenie można wysłać bez tego zrzutu.</source>
        <translation>Так буває, коли сеанс заблоковано. Звернення можна надіслати без цього знімка.</translation>
    </message>
    <message>
        <source>Tak bywa, gdy okno zdalnego pulpitu jest zminimalizowane. Zgłoszenie można wysłać bez zrzutu.</source>
        <translation>Так буває, коли вікно віддаленого робочого столу згорнуто. Звернення можна надіслати без знімка.</translation>
    </message>
    <message>
        <source>Tak ustawił administrator.</source>
        <translation>Так налаштував адміністратор.</translation>
    </message>
    <message>
        <source>Takiej godziny nie było: przestawiono wtedy zegary.</source>
        <translation>Такого часу не було: тоді переводили годинники.</translation>
    </message>
    <message>
        <source>Tego nie można dodać: to nie obraz albo obraz jest uszkodzony.</source>
        <translation>Це не можна додати: це не зображення або зображення пошкоджене.</translation>
    </message>
    <message>
        <source>Tego zgłoszenia nie da się ułożyć na nowo.</source>
        <translation>Це звернення не можна скласти заново.</translation>
    </message>
    <message>
        <source>Tekst jest za długi (najwyżej {limit} znaków).</source>
        <translation>Текст задовгий (щонайбільше {limit} символів).</translation>
    </message>
    <message>
        <source>Ten pulpit nie pokazuje powiadomień.</source>
        <translation>Цей робочий стіл не показує сповіщень.</translation>
    </message>
    <message>
        <source>Ten serwer poczty nie przyjmuje już logowania hasłem.</source>
        <translation>Цей поштовий сервер більше не приймає вхід за паролем.</translation>
    </message>
    <message>
        <source>To kod z tego programu, a nie numer nadany przez wsparcie.</source>
        <translation>Це код із цієї програми, а не номер, який надала підтримка.</translation>
    </message>
    <message>
        <source>To okno zastępuje ikonę dzwonka.</source>
        <translation>Це вікно замінює піктограму дзвоника.</translation>
    </message>
    <message>
        <source>To słabsza ochrona niż systemowy magazyn haseł.</source>
        <translation>Це слабший захист, ніж системне сховище паролів.</translation>
    </message>
    <message>
        <source>To zgłoszenie jest właśnie wysyłane.</source>
        <translation>Це звернення саме надсилається.</translation>
    </message>
    <message>
        <source>Uruchamianie Dzwonka jest wyłączone w Menedżerze zadań.</source>
        <translation>Запуск Dzwonek вимкнено в Диспетчері завдань.</translation>
    </message>
    <message>
        <source>Ustaw datę i godzinę w systemie albo powiadom administratora.</source>
        <translation>Установіть дату й час у системі або повідомте адміністратора.</translation>
    </message>
    <message>
        <source>Ustaw kanał „mail”.</source>
        <translation>Установіть канал «mail».</translation>
    </message>
    <message>
        <source>Ustawienie „{key}” ma złą wartość.</source>
        <translation>Налаштування «{key}» має неправильне значення.</translation>
    </message>
    <message>
        <source>Ustawienie „{key}” ustalił administrator.</source>
        <translation>Налаштування «{key}» задав адміністратор.</translation>
    </message>
    <message>
        <source>Ustawień nie udało się zapisać.</source>
        <translation>Налаштування не вдалося зберегти.</translation>
    </message>
    <message>
        <source>Usuń któryś z nich.</source>
        <translation>Приберіть одне з них.</translation>
    </message>
    <message>
        <source>Używa go system albo pisze się nim polskie litery. Wybierz inny.</source>
        <translation>Його використовує система або ним пишуть польські літери. Виберіть інше.</translation>
    </message>
    <message>
        <source>W Ustawieniach wybierz TLS albo STARTTLS.</source>
        <translation>Виберіть у Налаштуваннях TLS або STARTTLS.</translation>
    </message>
    <message>
        <source>W pliku „{value}” nie ma certyfikatów albo nie można go odczytać.</source>
        <translation>У файлі «{value}» немає сертифікатів або його не вдається прочитати.</translation>
    </message>
    <message>
        <source>W profilu wsparcia „{name}” jest błąd.</source>
        <translation>У профілі підтримки «{name}» є помилка.</translation>
    </message>
    <message>
        <source>W schowku nie ma obrazu.</source>
        <translation>У буфері обміну немає зображення.</translation>
    </message>
    <message>
        <source>W ustawieniach systemu przypisz klawisz do polecenia „{command}”.</source>
        <translation>У налаштуваннях системи призначте клавішу команді «{command}».</translation>
    </message>
    <message>
        <source>Wiadomość zamknięto w programie pocztowym bez wysłania.</source>
        <translation>Лист закрито в поштовій програмі без надсилання.</translation>
    </message>
    <message>
        <source>Wpisz adres bez nazwy użytkownika i hasła. {example}</source>
        <translation>Введіть адресу без імені користувача й пароля. {example}</translation>
    </message>
    <message>
        <source>Wpisz go w Ustawieniach.</source>
        <translation>Введіть її в Налаштуваннях.</translation>
    </message>
    <message>
        <source>Wpisz go w Ustawieniach. Zgłoszenia czekają na tym komputerze.</source>
        <translation>Введіть його в Налаштуваннях. Звернення чекають на цьому комп’ютері.</translation>
    </message>
    <message>
        <source>Wpisz go, na przykład twojanazwa.daktela.com.</source>
        <translation>Введіть її, наприклад twojanazwa.daktela.com.</translation>
    </message>
    <message>
        <source>Wpisz je w Ustawieniach. Zgłoszenia czekają.</source>
        <translation>Введіть його в Налаштуваннях. Звернення чекають.</translation>
    </message>
    <message>
        <source>Wpisz ją i hasło w Ustawieniach. Zgłoszenia czekają.</source>
        <translation>Введіть його та пароль у Налаштуваннях. Звернення чекають.</translation>
    </message>
    <message>
        <source>Wpisz np. „dziś o 13:55”, „wczoraj 9:10” albo „10 minut temu”.</source>
        <translation>Введіть, напр., «сьогодні о 13:55», «учора 9:10» або «10 хвилин тому».</translation>
    </message>
    <message>
        <source>Wpisz numer z odpowiedzi wsparcia, na przykład 12345.</source>
        <translation>Введіть номер із відповіді підтримки, наприклад 12345.</translation>
    </message>
    <message>
        <source>Wpisz sam numer z odpowiedzi wsparcia, na przykład 12345.</source>
        <translation>Введіть лише номер із відповіді підтримки, наприклад 12345.</translation>
    </message>
    <message>
        <source>Wpisz, których agentów to dotyczy.</source>
        <translation>Введіть, яких агентів це стосується.</translation>
    </message>
    <message>
        <source>Wybierz inny skrót albo zamknij tamten program.</source>
        <translation>Виберіть інше сполучення або закрийте ту програму.</translation>
    </message>
    <message>
        <source>Wybierz inny skrót.</source>
        <translation>Виберіть інше сполучення.</translation>
    </message>
    <message>
        <source>Wybierz inną nazwę albo inny folder.</source>
        <translation>Виберіть іншу назву або іншу папку.</translation>
    </message>
    <message>
        <source>Wybierz mniejszy obraz.</source>
        <translation>Виберіть менше зображення.</translation>
    </message>
    <message>
        <source>Wybierz rodzaj problemu.</source>
        <translation>Виберіть вид проблеми.</translation>
    </message>
    <message>
        <source>Wyślemy tę samą wiadomość jeszcze raz.</source>
        <translation>Ми надішлемо той самий лист ще раз.</translation>
    </message>
    <message>
        <source>Włącz je tam, na karcie aplikacji autostartu (Ctrl+Shift+Esc).</source>
        <translation>Увімкніть його там, на вкладці програм автозавантаження (Ctrl+Shift+Esc).</translation>
    </message>
    <message>
        <source>Włączone dla wszystkich przez administratora.</source>
        <translation>Адміністратор увімкнув для всіх.</translation>
    </message>
    <message>
        <source>Zaloguj się w Ustawieniach (wklejony token mógł stracić ważność) albo wpisz dane ręcznie.</source>
        <translation>Увійдіть у Налаштуваннях (вставлений токен міг утратити чинність) або введіть дані вручну.</translation>
    </message>
    <message>
        <source>Zapisanego zrzutu ekranu nie można odczytać.</source>
        <translation>Збережений знімок екрана не вдається прочитати.</translation>
    </message>
    <message>
        <source>Zapisany zrzut ekranu jest starszy niż ten szkic.</source>
        <translation>Збережений знімок екрана старіший за цю чернетку.</translation>
    </message>
    <message>
        <source>Zapisało je inne wydanie programu. Zapisz je jako .eml.</source>
        <translation>Його зберегла інша версія програми. Збережіть його як .eml.</translation>
    </message>
    <message>
        <source>Zapisz je jako .eml i dołącz do wiadomości.</source>
        <translation>Збережіть його як .eml і додайте до листа.</translation>
    </message>
    <message>
        <source>Zapisz je jako .eml i przekaż inną drogą albo zadzwoń.</source>
        <translation>Збережіть його як .eml і передайте іншим шляхом або зателефонуйте.</translation>
    </message>
    <message>
        <source>Zapisz je jako .eml i wyślij inną drogą albo zadzwoń.</source>
        <translation>Збережіть його як .eml і надішліть інакше або зателефонуйте.</translation>
    </message>
    <message>
        <source>Zapisz zgłoszenie jako .eml i prześlij je inaczej albo zadzwoń.</source>
        <translation>Збережіть звернення як .eml і надішліть його інакше або зателефонуйте.</translation>
    </message>
    <message>
        <source>Zasad ustalonych przez administratora nie można odczytać.</source>
        <translation>Правила, задані адміністратором, не вдається прочитати.</translation>
    </message>
    <message>
        <source>Zasada administratora „ContactEmail” nie podaje poprawnego adresu.</source>
        <translation>Політика адміністратора «ContactEmail» не містить правильної адреси.</translation>
    </message>
    <message>
        <source>Zasada administratora „Recipients” nie podaje poprawnych adresów.</source>
        <translation>Політика адміністратора «Recipients» не містить правильних адрес.</translation>
    </message>
    <message>
        <source>Zasada administratora „{key}” ma złą wartość („{value}”).</source>
        <translation>Політика адміністратора «{key}» має хибне значення («{value}»).</translation>
    </message>
    <message>
        <source>Zasada „OutboxFolder” daje wszystkim jeden folder („{value}”).</source>
        <translation>Політика «OutboxFolder» дає всім одну папку («{value}»).</translation>
    </message>
    <message>
        <source>Zaznacz, jak często to się zdarza.</source>
        <translation>Позначте, як часто це трапляється.</translation>
    </message>
    <message>
        <source>Zegar tego komputera jest błędny: wskazuje {shown} UTC.</source>
        <translation>Годинник цього комп’ютера неправильний: показує {shown} UTC.</translation>
    </message>
    <message>
        <source>Zgłoszenia czekają na wysłanie jak przedtem.</source>
        <translation>Звернення чекають на надсилання, як і раніше.</translation>
    </message>
    <message>
        <source>Zgłoszenia można przejrzeć i zapisać jako .eml w innym miejscu. Wysyłka stoi.</source>
        <translation>Звернення можна переглянути й зберегти як .eml в іншому місці. Надсилання зупинено.</translation>
    </message>
    <message>
        <source>Zgłoszenia zapisała tu nowsza wersja programu.</source>
        <translation>Звернення тут зберегла новіша версія програми.</translation>
    </message>
    <message>
        <source>Zgłoszenia, których nie udało się wysłać: {troubled}.</source>
        <translation>Звернення, які не вдалося надіслати: {troubled}.</translation>
    </message>
    <message>
        <source>Zgłoszenie jest za duże dla serwera poczty.</source>
        <translation>Звернення завелике для поштового сервера.</translation>
    </message>
    <message>
        <source>Zgłoszenie ma już {limit} obrazów, więcej się nie zmieści.</source>
        <translation>У зверненні вже {limit} зображень, більше не вміститься.</translation>
    </message>
    <message>
        <source>Zgłoszenie można wysłać bez zrzutu.</source>
        <translation>Звернення можна надіслати без знімка.</translation>
    </message>
    <message>
        <source>Zgłoszenie otworzysz ikoną dzwonka.</source>
        <translation>Звернення відкриває піктограма дзвоника.</translation>
    </message>
    <message>
        <source>Zgłoszenie pójdzie bez tego zrzutu.</source>
        <translation>Звернення піде без цього знімка.</translation>
    </message>
    <message>
        <source>Zgłoszenie pójdzie bez zrzutu.</source>
        <translation>Звернення піде без знімка.</translation>
    </message>
    <message>
        <source>Zrzuty ekranu są wyłączone przez administratora.</source>
        <translation>Знімки екрана вимкнув адміністратор.</translation>
    </message>
    <message>
        <source>Zrzuty ekranu są wyłączone w ustawieniach.</source>
        <translation>Знімки екрана вимкнено в налаштуваннях.</translation>
    </message>
    <message>
        <source>Zwolnij trochę miejsca i spróbuj ponownie.</source>
        <translation>Звільніть трохи місця й спробуйте ще раз.</translation>
    </message>
    <message>
        <source>{host} nie odpowiada na czas.</source>
        <translation>{host} не відповідає вчасно.</translation>
    </message>
    <message>
        <source>{host}:{port} nie odpowiada na czas.</source>
        <translation>{host}:{port} не відповідає вчасно.</translation>
    </message>
    <message>
        <source>„{address}” nie jest adresem e-mail.</source>
        <translation>«{address}» не є адресою електронної пошти.</translation>
    </message>
    <message>
        <source>„{address}” nie jest adresem systemu.</source>
        <translation>«{address}» не є адресою системи.</translation>
    </message>
    <message>
        <source>„{key}” nie jest skrótem klawiszowym.</source>
        <translation>«{key}» не є сполученням клавіш.</translation>
    </message>
</context>
<context>
    <name>ZoomBar</name>
    <message>
        <source>Całość</source>
        <translation>Увесь</translation>
    </message>
    <message>
        <source>Dwukrotna wielkość</source>
        <translation>Подвійний розмір</translation>
    </message>
    <message>
        <source>Pokaż całość</source>
        <translation>Показати весь знімок</translation>
    </message>
    <message>
        <source>Pomniejsz</source>
        <translation>Зменшити</translation>
    </message>
    <message>
        <source>Powiększ</source>
        <translation>Збільшити</translation>
    </message>
    <message>
        <source>Rzeczywista wielkość</source>
        <translation>Справжній розмір</translation>
    </message>
</context>
</TS>
