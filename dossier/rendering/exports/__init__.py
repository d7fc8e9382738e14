"""The dossier for other tools: each module makes the files of one family."""
