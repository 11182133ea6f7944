"""`python -m toolbox_cli` is the same as `toolbox`."""

from toolbox_cli.cli.app import main

if __name__ == "__main__":
    main()
