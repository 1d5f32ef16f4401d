"""今日工作: what waits for the person who opens the desk, gathered from all records that have a day."""
