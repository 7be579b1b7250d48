"""A Daktela and a mailbox on loopback, for trying things out; it knows no part of Dzwonek."""
