"""What is said of a setting that the administrator has fixed."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from dzwonek.config.policy_table import BY_PATH


def locked_words(path: str) -> str:
    """Say who fixed a setting (by its dotted name), and by which policy, so that IT finds it."""
    if path not in BY_PATH:
        return QCoreApplication.translate("Settings", "Ustawione przez administratora.")
    return fixed_words(BY_PATH[path].name)


def fixed_words(policy: str) -> str:
    """Say that a policy fixed what stands there, by the policy's own name."""
    told = QCoreApplication.translate("Settings", "Ustawione przez administratora (zasada {name}).")
    return told.format(name=policy)
