"""One question a page. Everything is a GET, so that "back" always works and nothing is kept."""

from flask import Blueprint, abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from recommender.urgent import read_urgent
from web.access import anyone
from web.near import Near, read_near
from web.pages.guided.questions import Question, address, answers, questions, said
from web.pages.guided.unmet import list_unmet

blueprint = Blueprint("guided", __name__)

END = "answers"


@blueprint.get("/guide")
@anyone
def start() -> ResponseReturnValue:
    """The first question."""
    return redirect(address(questions()[0].key, answers()))


@blueprint.get("/guide/<key>")
@anyone
def question(key: str) -> ResponseReturnValue:
    """One question with what was answered before; or the list of answers at the end."""
    every, given, near = questions(), answers(), read_near()
    if read_urgent(near.text):
        return redirect(url_for("help_now.show"))
    if near.problem and key != "where" and "anyway" not in request.args:
        return redirect(address("where", given | {"wrong": ["yes"]}))
    if key == END:
        return _list_answers(every, given, near)
    at = next((at for at, one in enumerate(every) if one.key == key), None)
    return abort(404) if at is None else _ask(every, at, given, near)


def _ask(every: tuple[Question, ...], at: int, given: dict[str, list[str]], near: Near) -> ResponseReturnValue:
    asked = every[at]
    here = {part.name for part in asked.parts}
    others = {name: values for name, values in given.items() if name not in here}
    following = END if at + 1 == len(every) or "change" in request.args else every[at + 1].key
    return render_template(
        "pages/guided/question.html",
        question=asked,
        number=at + 1,
        count=len(every),
        near=near.text,
        given=given,
        others=others,
        following=url_for("guided.question", key=following),
        skip=address(following, others),
        back=address(every[at - 1].key, given) if at else url_for("home.show", near=near.text or None),
        wrong=near if near.problem and asked.key == "where" and "wrong" in request.args else None,
        likely=address("far", others | {"near": [near.suggestion]}) if near.suggestion else None,
    )


def _list_answers(every: tuple[Question, ...], given: dict[str, list[str]], near: Near) -> ResponseReturnValue:
    rows = [
        (part.label, ", ".join(said(part, given)) or "You skipped this", ("Change", _change(asked, given)))
        for asked in every
        for part in asked.parts
    ]
    results = url_for("results.show", **given)  # type: ignore[arg-type]
    return render_template(
        "pages/guided/answers.html",
        rows=rows,
        results=results,
        near="",
        unmet=list_unmet(near),
        back=address(every[-1].key, given),
    )


def _change(asked: Question, given: dict[str, list[str]]) -> str:
    return address(asked.key, given | {"change": ["yes"]})
