"""The only layer that prints, prompts, writes files and reads the clock."""
