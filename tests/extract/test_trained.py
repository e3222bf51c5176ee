"""The door for trained models, with a small pipeline trained here."""

from pathlib import Path

import pytest
import spacy
from spacy.training import Example
from thinc.api import fix_random_seed

from corpus import from_text
from extract import PipelineError, extract
from factledger.cli import main

SENTENCES = [
    ("The clinic of zorvex was shut.", [(14, 20, "ORG")]),
    ("Staff of zorvex left at noon.", [(9, 15, "ORG")]),
    ("Nobody saw brillow again.", [(11, 18, "PERSON")]),
    ("They held brillow for a week.", [(10, 17, "PERSON")]),
    ("It rained for a week in spring.", []),
]
TEXT = "In Lima, Anna Tolvek met brillow of zorvex on 5 May 2021."


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A pipeline that knows two words that no rule can know."""
    nlp = spacy.blank("en")
    nlp.add_pipe("ner")
    examples = [Example.from_dict(nlp.make_doc(text), {"entities": spans}) for text, spans in SENTENCES]
    fix_random_seed(1)
    optimizer = nlp.initialize(lambda: examples)
    for _ in range(40):
        nlp.update(examples, sgd=optimizer)
    folder = tmp_path_factory.mktemp("pipeline") / "en_tiny"
    nlp.meta["name"], nlp.meta["version"] = "tiny", "1.2.3"
    nlp.to_disk(folder)
    return folder


def names(ner: str | None) -> dict[str, tuple[str, str]]:
    found = extract(from_text(TEXT), ner)
    return {mention.text: (mention.label, mention.rule) for mention in found.mentions}


def test_a_trained_pipeline_adds_names_and_their_origin(package: Path) -> None:
    rules, both = names(None), names(str(package))
    assert rules.items() <= both.items()  # what the rules define stands
    assert {text: both[text] for text in both.keys() - rules.keys()} == {
        "brillow": ("PERSON", "ner:en_tiny-1.2.3"), "zorvex": ("ORG", "ner:en_tiny-1.2.3")}


def test_long_texts_are_given_in_pieces(package: Path) -> None:
    text = "Staff of zorvex left at noon.\n" * 4_000
    found = extract(from_text(text), str(package))
    mentions = [mention for mention in found.mentions if mention.rule.startswith("ner:")]
    assert len(mentions) == 4_000
    assert all(text[mention.start:mention.end] == "zorvex" for mention in mentions)


def test_a_folder_that_is_no_pipeline_is_named(tmp_path: Path) -> None:
    with pytest.raises(PipelineError, match="cannot be loaded"):
        extract(from_text(TEXT), str(tmp_path))


def test_the_ledger_says_so_too(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "report.txt"
    file.write_text(TEXT, encoding="utf8")
    assert main(["ingest", str(file), "--db", str(tmp_path / "ledger.db"), "--ner", str(tmp_path)]) == 1
    shown = capsys.readouterr()
    assert "cannot be loaded" in shown.out + shown.err and "Traceback" not in shown.err


def test_the_verbs_take_it(package: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "report.txt"
    file.write_text(TEXT, encoding="utf8")
    assert main(["extract", str(file), "--ner", str(package)]) == 0
    assert "ner:en_tiny-1.2.3" in capsys.readouterr().out
    database = str(tmp_path / "ledger.db")
    assert main(["ingest", str(file), "--db", database, "--ner", str(package)]) == 0
    assert main(["runs", "--db", database]) == 0
    assert str(package) in capsys.readouterr().out


def test_a_package_that_is_not_installed_is_wrong_usage(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        main(["extract", "report.txt", "--ner", "xx_no_such_pipeline"])
    assert "no spaCy pipeline 'xx_no_such_pipeline' is installed" in capsys.readouterr().err
