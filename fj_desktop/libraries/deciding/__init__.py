"""投资决策: assessments and decisions on projects (notice 2025-18, mechanism seven)."""
