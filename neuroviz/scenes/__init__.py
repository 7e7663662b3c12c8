"""What can be kept and opened again: sessions, and the lectures made of them."""
