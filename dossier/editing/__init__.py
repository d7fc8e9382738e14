"""What editors do by command: decide, begin a claim, see what a change means, follow its history."""
