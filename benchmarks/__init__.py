"""What is measured, and how to run it: `python3 packaging/bootstrap.py bench`."""
