"""From a text as received to the text we read, by a list of edits."""
