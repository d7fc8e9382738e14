"""The front door: run it to build the dossier, or let MkDocs load it as its hook.

python build_dossier.py            drafts claims, checks everything, builds the site into site/
python build_dossier.py --help     all commands, with examples
"""

import sys

if __name__ == "__main__":
    try:
        from dossier.cli import main

        main()
    except KeyboardInterrupt:  # while the program was loading; later on it sees to that itself
        sys.exit("Aborted!")
elif __name__ != "__mp_main__":  # a process that only drafts or compares needs neither
    # Only as a hook: a command that builds no site need not wait for MkDocs to load.
    from dossier.publishing.hook import (
        on_build_error,
        on_config,
        on_env,
        on_files,
        on_nav,
        on_page_context,
        on_post_build,
        on_post_page,
        on_post_template,
        on_serve,
        on_startup,
        on_template_context,
    )

    __all__ = [
        "on_build_error",
        "on_config",
        "on_env",
        "on_files",
        "on_nav",
        "on_page_context",
        "on_post_build",
        "on_post_page",
        "on_post_template",
        "on_serve",
        "on_startup",
        "on_template_context",
    ]
