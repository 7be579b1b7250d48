"""Keeps PySide6 from reading the source of every module that is loaded behind it.

PySide6 hooks `import` and looks for its own name in each module's source, to know where a module
switched one of its spelling features on. `linecache` then keeps all those sources: five megabytes,
and a part of the start's time. This program switches no feature on.
https://doc.qt.io/qtforpython-6/developer/feature-motivation.html
"""

from __future__ import annotations

import linecache
import sys

FEATURES = "shibokensupport.feature"
LOOK = "_mod_uses_pyside"  # PySide6 6.10 and 6.11: takes a module, says whether it uses PySide6


def leave_sources_unread() -> bool:
    """Have every module taken for one that uses Qt plainly; call it once, behind the first of Qt.

    Says whether it is so: another version of PySide6 may look in another way, and may go on.
    """
    features = sys.modules.get(FEATURES)
    if not hasattr(features, LOOK):
        return False
    setattr(features, LOOK, lambda _module: True)
    linecache.clearcache()  # of the modules that came before
    return True
