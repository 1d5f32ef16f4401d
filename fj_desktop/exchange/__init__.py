"""What goes out and comes in; every reader distrusts its input."""
