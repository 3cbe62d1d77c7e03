"""Writing several files of one folder: all of them, or none, and none of a person's."""

from __future__ import annotations

import os
import shutil
from collections.abc import Collection, Mapping, Sequence
from contextlib import nullcontext, suppress
from pathlib import Path

from geo.digest import digest
from geo.findings import OutputError
from geo.output import holds, put, waiting_room, write_waiting, write_whole
from geo.replacing import LIST, Rule, list_text, read_list
from geo.switching import out_of_sight, sweep_all, writing_alone

Steps = Sequence[tuple[str, bytes]]
"""What is put in place, in this order: a path in the folder, and what it holds."""


def write_atomically(
    folder: Path,
    files: Mapping[str, bytes],
    *,
    inputs: Collection[Path] = (),
    force: bool = False,
    listed: bool = True,
    yielding: Collection[str] = (),
) -> tuple[Path, ...]:
    """Put several files into a folder, by their paths in it: all of them, or none.

    All are written beside the old ones first, so that a full disk changes nothing; then
    each is renamed into its place, and if one cannot be, the others are put back. In a
    folder of its own that is seen as one step, see :mod:`geo.switching`.  Files of the
    folder that are not among them are kept, and so is whatever
    :class:`geo.replacing.Rule` does not give up: the ``inputs``, and, without
    ``force``, what Pledgemap did not make.

    A folder that is ``listed`` is for what Pledgemap makes: it is made if need be, and
    gets a list of it; in one of a person's, pages say so themselves.  Of the files
    those that are ``yielding`` are not written where a person has one of the name.
    Return those that were changed, in the order of their names.

    Raises
    ------
    OutputError
        If one could not be written, or stands in the way; the folder is as it was.
    """
    made: list[Path] = []
    try:
        if listed:
            _make(folder, made)
        sweep_all(folder)
        # What a person keeps there is edited meanwhile, file by file.
        at_once = listed or not any(folder.iterdir())
        with writing_alone(folder) if at_once else nullcontext(False) as is_alone:
            rule = Rule(folder, inputs, force, read_list(folder) if listed else {})
            kept = {name for name in yielding if rule.refusal(name)}
            wanted = {name: files[name] for name in sorted(files) if name not in kept}
            changed = {n: d for n, d in wanted.items() if not holds(folder / n, d)}
            steps = _steps(rule, wanted, changed) if listed else list(changed.items())
            rule.check(dict.fromkeys(name for name, _ in steps))
            if steps:
                _write(rule, steps, at_once=is_alone)
    except (OSError, OutputError) as error:
        for new in reversed(made):
            with suppress(OSError):
                new.rmdir()
        if isinstance(error, OutputError):
            raise
        reason = error.strerror or str(error)
        message = f"{folder.as_posix()} could not be written: {reason}; nothing changed"
        raise OutputError(message) from error
    return tuple(folder / name for name in changed)


def _steps(
    rule: Rule, files: Mapping[str, bytes], changed: Mapping[str, bytes]
) -> Steps:
    """Return the files that changed, between the list while they do and the last one.

    Whoever is killed in between leaves a list that knows each file, old or new.
    """
    old, none = rule.listed, frozenset[str]()
    new = {name: frozenset([digest(data)]) for name, data in files.items()}
    others = {name: old[name] for name in old if (rule.folder / name).is_file()}
    both = {n: new.get(n, none) | old.get(n, none) for n in {**new, **old}}
    last = (LIST, list_text({**others, **new}))
    if not changed:
        return [] if holds(rule.folder / LIST, last[1]) else [last]
    return [(LIST, list_text(both)), *changed.items(), last]


def _write(rule: Rule, steps: Steps, *, at_once: bool) -> None:
    folder = rule.folder
    with waiting_room(folder) as room:
        waiting = [(name, room / f"{number}") for number, (name, _) in enumerate(steps)]
        for (name, file), (_, data) in zip(waiting, steps, strict=True):
            write_waiting(file, data, folder / name)
        if not at_once:
            _take_places(rule, steps, folder, room)
            return
        new = {name: file for name, file in waiting if not rule.linked(name)}
        with out_of_sight(folder, new, rule.listed) as hidden:
            _take_places(rule, steps, hidden, hidden / room.name)


def _make(folder: Path, made: list[Path]) -> None:
    """Make a folder and those above it, and note the new ones."""
    if folder.is_dir():
        return
    _make(folder.parent, made)
    folder.mkdir(exist_ok=True)
    made.append(folder)


def _take_places(rule: Rule, steps: Steps, folder: Path, room: Path) -> None:
    """Rename the new files into their places, or leave every place as it was."""
    done: list[tuple[Path, Path]] = []
    made: list[Path] = []
    try:
        for number, (name, data) in enumerate(steps):
            place, before = folder / name, room / f"{number}.before"
            _make(place.parent, made)
            if holds(place, data):  # another process did the same
                continue
            # Somebody may have saved something here since all was looked at.
            rule.check([name], folder)
            linked = rule.linked(name, folder)
            _keep(linked or place, before)
            done.append((linked or place, before))
            if linked is None:
                put(room / f"{number}", place)
            else:  # on another disk, it may be
                write_whole(linked, data)
    except BaseException:
        for place, before in reversed(done):
            with suppress(OSError):
                _put_back(place, before)
        for new in reversed(made):
            with suppress(OSError):
                new.rmdir()
        raise


def _put_back(place: Path, before: Path) -> None:
    if not os.path.lexists(before):
        place.unlink()
    elif before.parent.stat().st_dev == place.parent.stat().st_dev:
        before.replace(place)
    else:
        write_whole(place, before.read_bytes())


def _keep(place: Path, before: Path) -> None:
    """Keep the old file under a second name; the first one is never without a file."""
    if not os.path.lexists(place):
        return
    try:
        os.link(place, before, follow_symlinks=False)
    except (OSError, NotImplementedError):
        shutil.copy2(place, before, follow_symlinks=False)
