"""调度: what the week, the month, the quarter and the year look like, computed from the records (clauses 3.1–3.3)."""
