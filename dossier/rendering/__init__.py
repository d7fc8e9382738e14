"""A dossier into pages, pictures and exports. Pure."""
