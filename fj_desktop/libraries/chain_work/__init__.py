"""产业链招商: targets, map and task forces of the chains (notice 2025-18, mechanisms one and three)."""
