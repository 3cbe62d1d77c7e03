"""Map definitions: what a person writes in ``maps/<slug>.toml``."""
