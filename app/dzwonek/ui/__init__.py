"""What people see and press: windows that show state and emit wishes."""
