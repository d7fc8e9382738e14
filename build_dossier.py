"""The front door: run it to build the dossier, or let MkDocs load it as its hook.

python build_dossier.py            drafts claims, checks everything, builds the site into site/
python build_dossier.py --help     all commands, with examples
"""

from dossier.hook import on_config, on_files, on_post_page, on_serve

from dossier.cli import main

__all__ = ["main", "on_config", "on_files", "on_post_page", "on_serve"]

if __name__ == "__main__":
    main()
