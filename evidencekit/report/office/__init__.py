"""Word and Excel files of an outline, written without any other program."""
