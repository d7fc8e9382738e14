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
    except ModuleNotFoundError as missing:
        if str(missing.name).startswith("dossier."):
            raise
        sys.exit(f"{missing.name} is not installed for {sys.executable}: run make site, then .venv/bin/python")
elif __name__ != "__mp_main__":  # a process that only drafts or compares needs neither
    # Only as a hook: a command that builds no site need not wait for MkDocs to load.
    from dossier.publishing import hook

    globals().update({name: event for name, event in vars(hook).items() if name.startswith("on_")})
