"""Text as people write it: folding, tokens, numbers with units, dates."""
