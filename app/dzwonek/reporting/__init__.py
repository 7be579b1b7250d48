"""The use cases: begin a report, flag a moment, fill in, check, submit."""
