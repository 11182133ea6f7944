"""From answers to graded findings; pure."""
