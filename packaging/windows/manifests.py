"""The manifests by which winget installs a release, filled in from their templates."""

from __future__ import annotations

import hashlib
import string
from datetime import date
from pathlib import Path

from windows.msi.source import UPGRADE_CODE, product_code

TEMPLATES = Path(__file__).with_name("winget")
HTTPS = "https://"


def filled_in(
    installer: Path, version: str, released: date, installer_address: str, project_address: str
) -> dict[str, str]:
    """Give each manifest's text by its file's name.

    `installer_address` is the folder on the net that the installer will lie in. Raises ValueError
    for an address that is none.
    """
    for address in (installer_address, project_address):
        if not address.startswith(HTTPS) or len(address) == len(HTTPS) or " " in address:
            raise ValueError(f"{address!r} is no address that begins with {HTTPS}")
    values = {
        "version": version,
        "released": released.isoformat(),
        "product_code": product_code(version),
        "upgrade_code": str(UPGRADE_CODE).upper(),
        "installer_address": f"{installer_address.rstrip('/')}/{installer.name}",
        "installer_sha256": hashlib.sha256(installer.read_bytes()).hexdigest().upper(),
        "project_address": project_address,
    }
    return {
        template.name: string.Template(template.read_text(encoding="utf-8")).substitute(values)
        for template in sorted(TEMPLATES.glob("*.yaml"))
    }
