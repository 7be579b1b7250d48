"""The pages of *Ustawienia* and of the short window at the first start."""
