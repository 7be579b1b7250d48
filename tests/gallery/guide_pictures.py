"""Makes the pictures of the guides anew: `python -m tests.gallery.guide_pictures`.

Each window in Polish, light, at 150 %: sharp on most screens, and no large files.
"""

from __future__ import annotations

import os
from pathlib import Path

PICTURES = Path(__file__).resolve().parents[2] / "docs" / "pictures"
SHARPNESS = 1.5
SMALLEST = 0  # of files, for which Qt takes the longest
WINDOWS = {
    "form": "form-filled",
    "covering": "covering-drawn",
    "reports": "reports",
    "help": "help",
}


def main() -> None:
    """Write a picture of each window that the guides show."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtWidgets import QApplication

    application = QApplication([])
    from tests.gallery.ink import painted
    from tests.gallery.rounds import spoken
    from tests.gallery.scenes import opened

    for name, scene in WINDOWS.items():
        with spoken("pl"), opened(scene) as window:
            picture = painted(window, SHARPNESS)
        picture.setDevicePixelRatio(1)
        assert picture.save(str(PICTURES / f"{name}.png"), quality=SMALLEST)
    application.quit()


if __name__ == "__main__":
    main()
