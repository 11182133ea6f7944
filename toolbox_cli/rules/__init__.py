"""Three-valued evaluation of conditions, with reasons."""
