"""The join: one standing a country, put on boundaries by ``iso_a3``."""
