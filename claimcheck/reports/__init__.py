"""Reports as text or bytes: pure functions of a Report."""
