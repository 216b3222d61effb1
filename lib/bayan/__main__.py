"""`python -m bayan` is the command `bayan`."""

from bayan.cli import main

if __name__ == "__main__":
    main()
