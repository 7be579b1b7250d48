"""What works on this computer and what does not."""
