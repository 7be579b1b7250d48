"""Lets `python -m dzwonek` do what the command `dzwonek` does."""

from __future__ import annotations

import sys

from dzwonek.cli import main

if __name__ == "__main__":
    sys.exit(main())
