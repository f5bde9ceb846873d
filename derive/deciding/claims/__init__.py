"""What a claim is: expressions, relations, declared names, built-in functions."""
