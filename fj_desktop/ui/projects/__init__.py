"""What the window does with projects beyond their form: the gate to the next stage, 立项, 退库."""
