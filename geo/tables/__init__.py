"""From files to checked statements: the tables' schema, readers and checks."""
