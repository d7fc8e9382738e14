"""From a dossier to finished pages, pictures and exports: values in, text out; nothing is read or written.

`render.render` is the way in. What comes from sources and claims is hostile until a template escapes it.
"""
