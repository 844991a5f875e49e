"""One file for each command: HELP, `arguments(parser)` and `run(args) -> exit code`."""
