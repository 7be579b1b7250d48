"""`dzwonek demo --auto` on the desktop of Windows: its own hand rings, and the mailbox has it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

PICTURES = ("01-przed-zgloszeniem", "02-formularz", "03-zapisano", "04-moje-zgloszenia")


@pytest.mark.timeout(300)
def test_the_demo_plays_the_whole_way(tmp_path: Path) -> None:
    command = (sys.executable, "-X", "utf8", "-m", "dzwonek", "demo", "--auto", "--out", tmp_path)
    played = subprocess.run(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        timeout=240,
        check=False,
    )
    assert played.returncode == 0, played.stdout.decode("utf-8", "replace")
    (letter,) = tmp_path.glob("DZW-*.eml")
    summary = json.loads((tmp_path / "summary.json").read_text("utf-8"))
    assert summary["code"] == letter.stem
    assert summary["is_delivered"]
    assert summary["is_encrypted"]
    assert {picture.stem for picture in tmp_path.glob("*.png")} == set(PICTURES)
