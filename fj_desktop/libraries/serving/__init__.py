"""要素服务: services for companies, people needed, funds (notice 2025-18, mechanisms one and eight)."""
