"""项目跟踪: projects and what happens on the way from the first report to production (notice 2025-18, clause 3.2)."""
