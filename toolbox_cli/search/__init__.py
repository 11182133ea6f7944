"""From words and names to entries."""
