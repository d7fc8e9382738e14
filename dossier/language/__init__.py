"""English at hand for all wings: words, lemmas, word lists, cues, negation, direction. Knows no articles or claims."""
