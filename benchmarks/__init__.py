"""Measures what the program promises: speed, memory and quiet, beside a floor and its peers."""
