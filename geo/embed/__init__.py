"""The code that puts a map's page into another one."""
