"""Sets up everything Dzwonek needs, then runs it, its demonstration, its tests or its benchmarks.

Needs nothing but Python 3.11 or newer; `python3 packaging/bootstrap.py --help` tells the rest.
"""

# This file alone stays readable for every Python, so that an old one gets a sentence and not a
# SyntaxError: no annotations, no f-strings.
import sys

if sys.version_info < (3, 11):  # noqa: UP036 - see above
    sys.exit(
        "Dzwonek needs Python 3.11 or newer, and this is Python %d.%d (%s). "  # noqa: UP031
        "Start it with a newer one, for example: python3.11 packaging/bootstrap.py"
        % (sys.version_info[0], sys.version_info[1], sys.executable)
    )

if __name__ == "__main__":
    from bootstrap_commands import main

    sys.exit(main(sys.argv[1:]))
