"""Questions that a dossier calls for, with the cues by which its claims answer them. Pure."""
