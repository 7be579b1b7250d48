"""The report form: one window, filled as far as possible before the operator types."""
