"""The real editors that the tests drive: what each needs, and how it is brought.

`make editors` brings all of them, into `FOLDER` where that can be done and with apt-get else. An editor that
cannot be had here is told loudly, and its tests are skipped; in CI they fail instead.
"""
