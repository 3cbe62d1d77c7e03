"""The figure in words, for who does not see it."""
from geo.page.picture.draw import description
def alt_text(scene, texts):
    return f"{texts.title}. {texts.finding} {texts.aside}. {description(scene)}"
