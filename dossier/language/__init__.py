"""English at hand for all wings: words, lemmas, lists, cues, negation, direction. Knows no articles or claims."""
