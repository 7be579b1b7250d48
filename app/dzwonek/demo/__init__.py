"""Shows the whole way of a report on embedded parts: a Daktela, a mailbox, an agent at work."""
