"""The dossier as a site: MkDocs' hook, finished pages stamped into the theme's shell, and other builders."""
