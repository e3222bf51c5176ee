"""The house stands as DESIGN says: imports point down, no circle, small files, honest versions, no stray addresses."""

import ast
import re
import sys
import tomllib
from collections.abc import Iterator
from functools import cache
from graphlib import CycleError, TopologicalSorter
from importlib.metadata import packages_distributions
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

HOUSE = Path(__file__).parent.parent
FLOORS = (("models",), ("corpus", "extract", "db"), ("review", "export"), ("factledger",))
ROOMS = tuple(room for floor in FLOORS for room in floor)
TOOLS = ("benchmarks", "docs", "tools")  # never shipped
FILE_LINES, FUNCTION_LINES = 250, 50
LONG_FILES: dict[str, str] = {}  # path: why it may be longer
LONG_FUNCTIONS: dict[str, str] = {}  # path:name: why it may be longer
# a folder of one machine, a neighbour folder of the checkout, a host that serves packages
STRAY = re.compile(r"(?<![\w.:/-])/(?:home|root|work|Users)/\w|\.\./shared|pythonhosted\.org|pypi\.org/simple")
TEXT_FILES = {".py", ".toml", ".md", ".txt", ".lock", ".html", ".svg", ".json", ".jsonl", ".yml", ".cfg", ".sh", ""}

Function = ast.FunctionDef | ast.AsyncFunctionDef


@cache
def modules() -> dict[str, ast.Module]:
    """Every module of the rooms by its dotted name."""
    files = [path for room in ROOMS for path in sorted((HOUSE / room).rglob("*.py"))]
    return {module_name(path): ast.parse(path.read_text(encoding="utf8")) for path in files}


def module_name(path: Path) -> str:
    parts = path.relative_to(HOUSE).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def python_files() -> list[Path]:
    return [path for folder in (*ROOMS, *TOOLS) for path in sorted((HOUSE / folder).rglob("*.py"))]


def functions(tree: ast.AST) -> Iterator[Function]:
    return (node for node in ast.walk(tree) if isinstance(node, Function))


def imported(name: str) -> set[str]:
    """The modules of ours that a module imports, wherever in the file it does so."""
    found: set[str] = set()
    for node in ast.walk(modules()[name]):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{name}:{node.lineno}: a relative import hides the room it goes to"
            found |= {target(node.module or "", alias.name) for alias in node.names}
    return {module for module in found if module.split(".")[0] in ROOMS}


def target(module: str, name: str) -> str:
    """`from module import name` reaches the submodule where there is one, else the module itself."""
    return f"{module}.{name}" if f"{module}.{name}" in modules() else module


def floor_of(module: str) -> int:
    return next(level for level, rooms in enumerate(FLOORS) if module.split(".")[0] in rooms)


def test_every_room_is_there_and_says_what_it_is_for() -> None:
    silent = [room for room in ROOMS if ast.get_docstring(modules()[room]) is None]
    assert silent == []


def test_imports_point_down() -> None:
    crossing = [
        f"{name} imports {other}"
        for name in modules() for other in imported(name)
        if name.split(".")[0] != other.split(".")[0] and floor_of(other) >= floor_of(name)
    ]
    assert crossing == []


def test_no_import_circle() -> None:
    graph = {name: imported(name) - {name} for name in modules()}
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        pytest.fail("a circle: " + " <- ".join(error.args[1]))


def test_no_module_hides_a_function_of_its_room() -> None:
    """Importing `room.name` rebinds `name` in the room: from then on the module stands where the function was."""
    defined = {f"{name}.{function.name}" for name, tree in modules().items() for function in functions(tree)}
    assert defined & modules().keys() == set()


def test_what_ships_needs_no_test_tool() -> None:
    tools = {"pytest", "hypothesis", "tests", *TOOLS}
    assert {name: roots(tree) & tools for name, tree in modules().items() if roots(tree) & tools} == {}


def roots(tree: ast.AST) -> set[str]:
    """The outermost packages that a module imports from."""
    nodes = list(ast.walk(tree))
    names = [alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names]
    names += [node.module or "" for node in nodes if isinstance(node, ast.ImportFrom)]
    return {name.split(".")[0] for name in names}


def test_every_function_is_annotated() -> None:
    bare = [
        f"{path.relative_to(HOUSE)}:{function.lineno} {function.name}"
        for path in python_files()
        for function in functions(ast.parse(path.read_text(encoding="utf8")))
        if not annotated(function)
    ]
    assert bare == []


def annotated(function: Function) -> bool:
    given = function.args
    named = [*given.posonlyargs, *given.args, *given.kwonlyargs, *filter(None, (given.vararg, given.kwarg))]
    typed = [argument.annotation is not None for argument in named if argument.arg not in ("self", "cls")]
    return all(typed) and function.returns is not None


def test_files_are_short() -> None:
    lengths = {str(path.relative_to(HOUSE)): path.read_text(encoding="utf8").count("\n") for path in python_files()}
    long = {name: lines for name, lines in lengths.items() if lines > FILE_LINES}
    assert long.keys() == LONG_FILES.keys(), long


def test_functions_are_short() -> None:
    lengths = {
        f"{path.relative_to(HOUSE)}:{function.name}": (function.end_lineno or 0) - function.lineno + 1
        for path in python_files()
        for function in functions(ast.parse(path.read_text(encoding="utf8")))
    }
    long = {name: lines for name, lines in lengths.items() if lines > FUNCTION_LINES}
    assert long.keys() == LONG_FUNCTIONS.keys(), long


def test_no_file_names_a_machine() -> None:
    files = [path for folder in (*ROOMS, *TOOLS, "tests") for path in (HOUSE / folder).rglob("*")]
    files += [path for path in HOUSE.iterdir() if path.name != ".git"]
    stray = [
        f"{path.relative_to(HOUSE)}: {found[0]}"
        for path in files
        if path.is_file() and path.suffix in TEXT_FILES
        and (found := STRAY.search(path.read_text(encoding="utf8", errors="replace")))
    ]
    assert stray == []


@pytest.mark.parametrize(("start", "rest"), [("see /", "home/anna"), ("(/", "root/a)"), ("../", "shared/x")])
def test_a_machine_path_is_seen(start: str, rest: str) -> None:
    assert STRAY.search(start + rest)


@pytest.mark.parametrize("text", ["https://example.org/home/page", "at work/home", "/homework", "the root/branch"])
def test_other_paths_are_left_alone(text: str) -> None:
    assert not STRAY.search(text)


def project() -> dict[str, Any]:
    settings: dict[str, Any] = tomllib.loads((HOUSE / "pyproject.toml").read_text(encoding="utf8"))["project"]
    return settings


def test_versions_agree() -> None:
    newest = re.search(r"^## (\S+)", (HOUSE / "CHANGES.md").read_text(encoding="utf8"), re.MULTILINE)
    assert newest and newest[1] == project()["version"]


def test_what_ships_is_declared() -> None:
    """Every package that a room imports is a dependency of ours, not only one of a dependency."""
    extras = [need for extra, needs in project()["optional-dependencies"].items() if extra != "dev" for need in needs]
    declared = {canonicalize_name(Requirement(text).name) for text in project()["dependencies"] + extras}
    foreign = set().union(*map(roots, modules().values())) - set(ROOMS) - sys.stdlib_module_names
    sellers = packages_distributions()
    assert {name for name in foreign if declared.isdisjoint(map(canonicalize_name, sellers.get(name, [name])))} == set()


@pytest.mark.parametrize("name", ["requirements.lock", "requirements-dev.lock"])
def test_locks_have_names_and_versions_only(name: str) -> None:
    lines = (HOUSE / name).read_text(encoding="utf8").splitlines()
    assert [line for line in lines if not re.fullmatch(r"[A-Za-z0-9._-]+==[0-9][0-9A-Za-z.]*", line)] == []


def locked(name: str) -> dict[str, str]:
    lines = (HOUSE / name).read_text(encoding="utf8").split()
    return {canonicalize_name(package): version for package, version in (line.split("==") for line in lines)}


def unmet(needs: list[str], versions: dict[str, str]) -> list[str]:
    asked = map(Requirement, needs)
    return [str(need) for need in asked if not need.specifier.contains(versions.get(canonicalize_name(need.name), "0"))]


def test_locks_satisfy_the_package() -> None:
    """What pyproject.toml asks for is locked at a version that it allows: for users, and with the tools."""
    shipped, tools = project()["dependencies"], project()["optional-dependencies"]["dev"]
    assert unmet(shipped, locked("requirements.lock")) == []
    assert unmet(shipped + tools, locked("requirements-dev.lock")) == []


def test_what_users_get_is_what_was_tested() -> None:
    assert locked("requirements.lock").items() - locked("requirements-dev.lock").items() == set()
