"""Files of figures as municipalities have them: CSV and spreadsheets, read without losing a row and without showing one."""
