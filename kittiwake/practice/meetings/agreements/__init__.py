"""What a meeting agreed about a place, a group or an adult, and for no one child."""
