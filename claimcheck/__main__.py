"""The command `claimcheck`, also as `python -m claimcheck`."""


def main() -> None:
    """Load the command line and run it."""
    import gc

    gc.disable()  # while modules load nothing is garbage, and looking for it is a tenth of the start
    from claimcheck.cli import main as run

    run()


if __name__ == "__main__":
    main()
