"""Findings as people and programs read them: text, JSON, annotations, explanations."""
