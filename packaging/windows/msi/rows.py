"""The rows of the installer's tables that wixl cannot write, told in the SQL of Windows Installer.

learn.microsoft.com/windows/win32/msi/database-tables says what each column means.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise
from xml.etree.ElementTree import Element

from windows.msi.source import tag

SEQUENCES = ("InstallUISequence", "InstallExecuteSequence")
SHORTCUT_PROPERTY = (
    "CREATE TABLE `MsiShortcutProperty` (`MsiShortcutProperty` CHAR(72) NOT NULL,"
    " `Shortcut_` CHAR(72) NOT NULL, `PropertyKey` CHAR(0) NOT NULL,"
    " `PropVariantValue` CHAR(0) NOT NULL PRIMARY KEY `MsiShortcutProperty`)"
)
ACTION_TEXT = (
    "CREATE TABLE `ActionText` (`Action` CHAR(72) NOT NULL, `Description` CHAR(64) LOCALIZABLE,"
    " `Template` CHAR(128) LOCALIZABLE PRIMARY KEY `Action`)"
)


def queries(source: Element, actions: Mapping[str, Mapping[str, int]]) -> Iterator[str]:
    """Give the queries that complete an installer; `actions` holds the numbers of its sequences."""
    yield from _conditions(source)
    yield from _shortcuts(source)
    yield from _texts(source)
    yield from _secure(source)
    for name in SEQUENCES:
        yield from _custom_actions(source, name, actions[name])
    yield _removal(source, actions["InstallExecuteSequence"])


def is_plain(text: str) -> bool:
    """Tell whether wixl can take a text."""
    return text.isascii()


def _conditions(source: Element) -> Iterator[str]:
    for component in source.iter(tag("Component")):
        condition = component.findtext(tag("Condition"))
        if condition is not None:
            yield _update("Component", "Condition", condition, "Component", component.get("Id"))


def _shortcuts(source: Element) -> Iterator[str]:
    yield SHORTCUT_PROPERTY
    for file in source.iter(tag("File")):
        for shortcut in file.findall(tag("Shortcut")):
            name = shortcut.get("Id", "")
            target = f"[#{file.get('Id')}]"
            yield _update("Shortcut", "Target", target, "Shortcut", name)
            yield _update("Shortcut", "Description", shortcut.get("Description"), "Shortcut", name)
            for number, each in enumerate(shortcut.findall(tag("ShortcutProperty"))):
                values = (f"{name}{number}", name, each.get("Key"), each.get("Value"))
                columns = ("MsiShortcutProperty", "Shortcut_", "PropertyKey", "PropVariantValue")
                yield _insert("MsiShortcutProperty", columns, values)


def _texts(source: Element) -> Iterator[str]:
    """Say what stands beyond ASCII, and what the progress window says."""
    table, column = "LaunchCondition", "Description"
    upgrade = next(source.iter(tag("MajorUpgrade")))
    refusal = upgrade.get("DowngradeErrorMessage")
    yield _update(table, column, refusal, "Condition", "NOT WIX_DOWNGRADE_DETECTED")
    for product in source.iter(tag("Product")):
        for condition in product.findall(tag("Condition")):
            yield _update(table, column, condition.get("Message"), "Condition", condition.text)
    for element in source.iter(tag("Property")):
        value = element.get("Value", "")
        if not is_plain(value):
            yield _update("Property", "Value", value, "Property", element.get("Id"))
    yield ACTION_TEXT
    for text in source.iter(tag("ProgressText")):
        yield _insert("ActionText", ("Action", "Description"), (text.get("Action"), text.text))


def _secure(source: Element) -> Iterator[str]:
    """Let these properties through from who starts the installation to the service that does it."""
    named = [each.get("Id", "") for each in source.iter(tag("Property")) if each.get("Secure")]
    every = ";".join(["WIX_DOWNGRADE_DETECTED", "WIX_UPGRADE_DETECTED", *named])
    yield _update("Property", "Value", every, "Property", "SecureCustomProperties")


def _custom_actions(source: Element, table: str, numbers: Mapping[str, int]) -> Iterator[str]:
    """Put each action of ours next to the one it names, in the order of the source."""
    order = sorted(numbers, key=lambda action: numbers[action])
    customs = [custom for each in source.iter(tag(table)) for custom in each]
    for custom in customs:
        before, after = custom.get("Before"), custom.get("After")
        place = order.index(before) if before else order.index(after or "") + 1
        while not before and place < len(order) and order[place] not in numbers:
            place += 1  # behind those that were put there already
        order.insert(place, custom.get("Action", ""))
    given = dict(numbers)
    for earlier, action in pairwise(order):
        given.setdefault(action, given[earlier] + 1)
    if [given[action] for action in order] != sorted(set(given.values())):
        raise ValueError(f"{table} has no room for {[each.get('Action') for each in customs]}")
    for custom in customs:
        action = custom.get("Action", "")
        columns, values = ("Action", "Condition"), (action, custom.text)
        yield _insert(table, columns, values)
        yield f"UPDATE `{table}` SET `Sequence` = {given[action]} WHERE `Action` = {_said(action)}"


def _removal(source: Element, numbers: Mapping[str, int]) -> str:
    """Let the old version go where the source says, right after the transaction has begun."""
    upgrade = next(source.iter(tag("MajorUpgrade")))
    if upgrade.get("Schedule") != "afterInstallInitialize":
        raise ValueError("only a removal after InstallInitialize can be made here")
    number = numbers["InstallInitialize"] + 1
    if number in numbers.values():
        raise ValueError(f"no place after InstallInitialize: {numbers}")
    return (
        f"UPDATE `InstallExecuteSequence` SET `Sequence` = {number}"
        " WHERE `Action` = 'RemoveExistingProducts'"
    )


def _update(table: str, column: str, value: str | None, key: str, name: str | None) -> str:
    return f"UPDATE `{table}` SET `{column}` = {_said(value)} WHERE `{key}` = {_said(name)}"


def _insert(table: str, columns: tuple[str, ...], values: tuple[str | None, ...]) -> str:
    names = ", ".join(f"`{column}`" for column in columns)
    return f"INSERT INTO `{table}` ({names}) VALUES ({', '.join(map(_said, values))})"


def _said(text: str | None) -> str:
    """Give a text as the SQL wants it, which has no way to say an apostrophe."""
    if text is None or "'" in text:
        raise ValueError(f"{text!r} cannot be said here")
    return f"'{text}'"
