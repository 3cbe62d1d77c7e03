"""``pledgemap watch``: the maps on this machine's own address, anew at every save.

Pages are built in memory and nothing is written: what is served differs from what
``pledgemap build`` publishes, since a script of the server's own stands in it, which
asks for the version of the page and loads it anew.

- ``changes`` notices that files have changed, and that they hold still again;
- ``run`` builds, and keeps of each map the last good page on a ``board``;
- ``served`` puts the server's script into a page;
- ``server`` gives what is on the board, on the loopback address.
"""
