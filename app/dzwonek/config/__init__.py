"""What this computer was told: settings, policy, the support profile, secrets, places and logs."""
