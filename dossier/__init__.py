"""A dossier: articles read into checked quotations, related to each other, shown as a website."""
