"""What a desk has settled: configuration files, profiles, and the command line over both."""
