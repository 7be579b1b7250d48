"""Asks the company's own Daktela who is logged in and what that agent did last."""
