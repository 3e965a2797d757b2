"""`python -m matchmaker`: the command line."""

from api.commands import main

if __name__ == "__main__":
    main()
