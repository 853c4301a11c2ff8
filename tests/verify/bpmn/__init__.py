"""Process files in the programs that read, draw and run them."""
