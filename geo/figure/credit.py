"""Credits"""
def credit_lines(loaded, wording):
    return [wording.say("about.boundaries")]
