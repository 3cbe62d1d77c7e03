"""``pledgemap watch``: the maps on this machine's own address, anew at every save.

Pages are built in memory and nothing is written: what is served differs from what
``pledgemap build`` publishes, since a script of the server's own stands in it.

- ``changes`` notices that files have changed, and that they hold still again;
- ``workshop`` builds, and keeps of each map the last good page;
- ``board`` is what the workshop tells the server, and the server its visitors;
- ``served`` puts the server's script into a page;
- ``server`` answers on the loopback address;
- ``run`` puts them together.
"""
