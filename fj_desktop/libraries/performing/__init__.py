"""履约监管: contracts, promises, checks, exits and the ledger (notice 2025-18, mechanisms four and nine)."""
