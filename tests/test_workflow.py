"""The workflow for other repositories: its shell steps run here, in a scratch one."""

from __future__ import annotations

import os
import re
import shutil
import stat
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from edits import git, replace_in
from terminal import pledgemap

from geo.cli import main

ROOT = Path(__file__).parents[1]
WORKFLOW = yaml.safe_load((ROOT / ".github/workflows/maps.yml").read_text())
# Steps that need the network, and what stands for them here.
ONLINE = {"Install", "Comment on the pull request", "Pull what is published"}
BASH = ["bash", "--noprofile", "--norc", "-eo", "pipefail"]


def steps(job: str) -> dict[str, Any]:
    """The named shell steps of a job that need no network."""
    every = WORKFLOW["jobs"][job]["steps"]
    return {s["name"]: s for s in every if "run" in s and s["name"] not in ONLINE}


@pytest.fixture
def runner(project: Path, tmp_path: Path) -> Path:
    """A clone as on a runner; its second commit changes one status."""
    origin, clone = tmp_path / "origin.git", tmp_path / "clone"
    git(tmp_path, "init", "--quiet", "--bare", "--initial-branch", "main", str(origin))
    source = tmp_path / "source"
    source.mkdir()
    for name in ("data", "maps"):
        shutil.move(project / name, source / name)
    git(source, "init", "--quiet", "--initial-branch", "main")
    git(source, "remote", "add", "origin", str(origin))
    pledgemap(source, "build")
    git(source, "add", "--all")
    git(source, "commit", "--quiet", "--message", "one")
    git(source, "push", "--quiet", "origin", "main")
    git(source, "checkout", "--quiet", "--orphan", "pages")
    git(source, "rm", "-r", "--quiet", "--cached", ".")
    git(source, "commit", "--quiet", "--allow-empty", "--message", "empty")
    git(source, "push", "--quiet", "origin", "pages")
    git(tmp_path, "clone", "--quiet", str(origin), str(clone))
    replace_in(clone / "data/pledges.csv", "declined", "opposed")
    pledgemap(clone, "build")
    git(clone, "commit", "--quiet", "--all", "--message", "two")
    git(clone, "clone", "--quiet", "--branch", "pages", str(origin), "site")
    return clone


def environment(**more: str) -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(ROOT), **more}


def run(
    step: dict[str, Any], folder: Path, tmp_path: Path
) -> subprocess.CompletedProcess[str]:
    """Run a step as a runner does: its variables set, its script with ``bash -e``."""
    command = tmp_path / "bin" / "pledgemap"
    command.parent.mkdir(exist_ok=True)
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m geo "$@"\n')
    command.chmod(command.stat().st_mode | stat.S_IXUSR)
    base = git(folder, "rev-parse", "HEAD~1").strip()
    values = {
        "github.event.pull_request.base.sha": base,
        "inputs.publish": "https://example.org/maps/",
        "inputs.data": "data",
        "inputs.maps": "maps",
        "github.token": "none",
    }
    given = {**WORKFLOW["env"], **step.get("env", {})}
    variables = {
        name: re.sub(r"\$\{\{ (.*?) \}\}", lambda slot: values[slot[1]], text)
        for name, text in given.items()
    }
    path = f"{command.parent}{os.pathsep}{os.environ['PATH']}"
    summary = str(tmp_path / "summary.md")
    variables["GITHUB_OUTPUT"] = str(tmp_path / "output.txt")
    return subprocess.run(
        [*BASH, "-c", step["run"]],
        cwd=folder / step.get("working-directory", "."),
        env=environment(PATH=path, GITHUB_STEP_SUMMARY=summary, **variables),
        capture_output=True, text=True,
    )  # fmt: skip


@pytest.mark.slow
def test_every_step_passes_and_says_what_changed(runner: Path, tmp_path: Path) -> None:
    for step in steps("check").values():
        done = run(step, runner, tmp_path)
        assert done.returncode == 0, (step["name"], done.stderr)
    summary = (tmp_path / "summary.md").read_text(encoding="utf-8")
    assert "Spain" in summary


@pytest.mark.slow
def test_what_is_wrong_fails_and_a_cell_is_an_annotation(
    runner: Path, tmp_path: Path
) -> None:
    replace_in(runner / "data/pledges.csv", "opposed", "considering")
    step = steps("check")["Compare the pages with what the tables give"]
    assert run(step, runner, tmp_path).returncode == 1
    replace_in(runner / "data/pledges.csv", "considering", "considring")
    done = run(steps("check")["Check the tables and definitions"], runner, tmp_path)
    assert done.returncode == 1
    assert done.stdout.startswith("::error file=data/pledges.csv,")
    changed = run(steps("check")["Say what changed"], runner, tmp_path)
    assert changed.returncode != 0


@pytest.mark.slow
def test_what_was_pulled_is_built_and_committed(runner: Path, tmp_path: Path) -> None:
    git(runner, "push", "--quiet", "origin", "main")
    with (runner / ".git/info/exclude").open("a") as file:
        file.write("site/\n")
    replace_in(runner / "data/pledges.csv", "opposed", "considering")
    (runner / "data/.pledgemap-made").touch()
    for number in range(2):
        for step in steps("pull").values():
            done = run(step, runner, tmp_path)
            assert done.returncode == 0, (step["name"], done.stderr)
        log = git(runner, "log", "--format=%s", "origin/main").splitlines()
        assert log == ["Pull published tables", "two", "one"], number
    commit = git(runner, "rev-parse", "origin/main").strip()
    assert (tmp_path / "output.txt").read_text() == f"commit={commit}\n" * 2
    files = git(runner, "diff", "--name-only", "HEAD~1").split()
    assert files == ["data/.pledgemap-made", "data/pledges.csv", "maps/small.html"]


def test_what_it_runs_is_pinned(tmp_path: Path) -> None:
    for job in WORKFLOW["jobs"].values():
        assert re.fullmatch(r"ubuntu-\d\d\.04", job["runs-on"])
        used = [step["uses"] for step in job["steps"] if "uses" in step]
        assert all(re.fullmatch(r"actions/[\w-]+@[0-9a-f]{40}", one) for one in used)
        (install,) = (s for s in job["steps"] if s.get("name") == "Install")
        first, second = re.findall("pip install .*", install["run"])
        assert "--require-hashes -r" in first
        assert "--no-deps" in second
        values = {"INSTALL": ".", "REQUIREMENTS": "none.txt"}
        done = subprocess.run(
            [*BASH, "-c", install["run"]], cwd=tmp_path, env=environment(**values),
            capture_output=True, text=True,
        )  # fmt: skip
        assert done.returncode == 1
        assert "::error::copy requirements/map.txt" in done.stdout


@pytest.mark.slow
def test_it_publishes_to_its_branch(runner: Path, tmp_path: Path) -> None:
    for _ in range(2):
        for step in steps("publish").values():
            done = run(step, runner, tmp_path)
            assert done.returncode == 0, (step["name"], done.stderr)
    pushed = git(runner / "site", "ls-tree", "-r", "--name-only", "origin/pages")
    assert "latest/small.html" in pushed.splitlines()
    log = git(runner / "site", "log", "--format=%s", "origin/pages")
    assert log.splitlines() == ["Publish", "empty"]


MAIN = {"github.ref_name": "main", "github.event.repository.default_branch": "main"}
# The event of a schedule names no repository.
NIGHTLY = {"github.event_name": "schedule", "github.ref_name": "main"}


@pytest.mark.parametrize(
    ("run", "jobs"),
    [
        ({"github.event_name": "push", **MAIN}, {"check", "publish"}),
        ({"github.event_name": "push", **MAIN, "github.ref_name": "x"}, {"check"}),
        ({"github.event_name": "pull_request", **MAIN}, {"check"}),
        (NIGHTLY, {"pull", "check", "publish"}),
        ({"github.event_name": "workflow_dispatch", **MAIN},
         {"pull", "check", "publish"}),
    ],
)  # fmt: skip
def test_which_jobs_run(run: dict[str, str], jobs: set[str]) -> None:
    known: dict[str, Any] = {**run, "inputs.pull": True, "inputs.publish": "https://…"}
    done = set()
    for name, job in WORKFLOW["jobs"].items():
        asked = job["if"].removeprefix("${{").removesuffix("}}")
        asked = re.sub(r"!(failure|cancelled)\(\)", "True", asked)
        asked = re.sub(
            r"(?<!')\b(?:github|inputs|needs)\.[\w.]+",
            lambda found: repr(known.get(found[0], "")), asked,
        )  # fmt: skip
        words = asked.replace("&&", "and").replace("||", "or").strip()
        if eval(words, {}):  # noqa: S307  # of our own workflow
            done.add(name)
            known[f"needs.{name}.outputs.commit"] = "1a"
    assert done == jobs


def test_no_token_is_on_the_disk_while_tables_are_read() -> None:
    for job in WORKFLOW["jobs"].values():
        for step in job["steps"]:
            if step.get("uses", "").startswith("actions/checkout@"):
                assert step["with"]["persist-credentials"] is False
            if "pledgemap" in step.get("run", ""):
                assert "GH_TOKEN" not in step.get("env", {})


def test_no_text_from_outside_stands_in_a_script() -> None:
    for job in WORKFLOW["jobs"].values():
        assert not any("${{" in step.get("run", "") for step in job["steps"])


def test_the_hooks_name_commands_that_are_there() -> None:
    hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text())
    for hook in hooks:
        name, command, *options = hook["entry"].split()
        assert name == "pledgemap"
        known = {o for p in main.get_command(None, command).params for o in p.opts}
        assert set(options) <= known
    check = re.compile(hooks[0]["files"])
    assert check.search("data/article/pledges.csv")
    assert check.search("maps/coalition.toml")
    assert not check.search("README.md")
