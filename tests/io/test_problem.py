"""Problems: an id that is known, with all the facts that its sentence will need."""

from __future__ import annotations

from pathlib import Path

import pytest

from neuroviz.io.problem import PROBLEMS, Problem, naming


def test_an_unknown_id_or_a_missing_fact_is_a_mistake_of_ours() -> None:
    with pytest.raises(KeyError):
        Problem("no-such-thing")
    with pytest.raises(KeyError, match="limit"):
        Problem("file-too-big", size=3)


@pytest.mark.parametrize("id", PROBLEMS)
def test_the_path_is_added_and_the_rest_stays(id: str) -> None:
    facts = dict.fromkeys(PROBLEMS[id], 1)
    with pytest.raises(Problem) as caught, naming(Path("a/b")):
        raise Problem(id, **facts)
    assert caught.value.id == id
    assert caught.value.facts == {**facts, "path": str(Path("a/b"))}
    assert str(caught.value).startswith(f"{id} ")


def test_facts_cannot_be_changed() -> None:
    with pytest.raises(TypeError):
        Problem("net-newer", version=2, known=1).facts["known"] = 3  # type: ignore[index]
