"""What this computer has and lacks: libraries, fonts, screen, versions; and the line that mends it."""
