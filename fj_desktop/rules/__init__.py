"""The notice's computable rules: pure functions, each citing its clause."""
