"""The figure: a view of the map as one still sheet for reports, slides and print.

It draws what the page draws, from the same payload, with the same marks and the page's
own style sheet; round it stand title, headline, legend and credits.
"""
