"""What a new map begins with: a folder that builds, a workbook to fill in."""
