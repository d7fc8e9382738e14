"""The front door: run it to build the dossier; MkDocs also loads it as a hook.

python build_dossier.py            drafts claims, checks everything, builds the site in site/
python build_dossier.py --help     all commands, with examples
"""

import sys

if __name__ == "__main__":
    try:
        from dossier.cli import main

        main()
    except KeyboardInterrupt:  # while the program is loading; afterwards click handles it
        sys.exit("Aborted!")
    except ModuleNotFoundError as missing:
        if str(missing.name).startswith("dossier."):
            raise
        sys.exit(f"{missing.name} is not installed for {sys.executable}: run make site, then .venv/bin/python")
elif __name__ != "__mp_main__":  # a worker process needs neither
    # Only as a hook: a command that builds no site does not wait for MkDocs to load.
    from dossier.publishing import hook

    globals().update({name: event for name, event in vars(hook).items() if name.startswith("on_")})
