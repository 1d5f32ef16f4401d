"""招商调度: meetings, problems and published lists (notice 2025-18, mechanisms three and five)."""
