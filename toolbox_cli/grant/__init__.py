"""What a closed or own grant scheme would say of a budget. Pure; Decimal only."""
