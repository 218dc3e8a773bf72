"""The command `claimcheck`, also as `python -m claimcheck`."""


def main() -> None:
    """Run an ordinary scan at once, and for all else load the command line."""
    import gc
    import sys

    gc.disable()  # while modules load nothing is garbage, and looking for it is a tenth of the start
    from claimcheck import ordinary

    asked = ordinary.read(sys.argv[1:])
    if asked:
        from claimcheck.console import end, whole_process

        with whole_process():
            code = ordinary.scan(asked)
        end(code)
    from claimcheck.cli import main as run

    run()


if __name__ == "__main__":
    main()
