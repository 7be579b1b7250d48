"""The words of the trade: frozen data, pure decisions, and the ports that adapters fill."""
