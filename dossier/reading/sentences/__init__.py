"""Where sentences end, and the parts of a sentence that state something of their own."""
