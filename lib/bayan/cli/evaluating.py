"""bayan evaluate: the engine against hand-annotated articles."""

from __future__ import annotations

from pathlib import Path

import click

from bayan.evaluation import act_lines, evaluate, fault_lines, figure_lines, read_gold
from bayan.extract import Extractor


@click.command("evaluate", epilog="Example: bayan evaluate data/demo/gold.jsonl --faults")
@click.argument("gold", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--faults", is_flag=True, help="List the errors by cause, with their words.")
def evaluate_command(gold: tuple[Path, ...], faults: bool) -> None:
    """Compare what the engine finds with GOLD files and print figures and a confusion table of acts.

    A gold file holds one article a line: id, outlet, published, title, body and its annotated statements.
    """
    extractor = Extractor.load()
    for path in gold:
        scores = evaluate(extractor, read_gold(path))
        lines = [*figure_lines(path.name, scores), "", *act_lines(scores), ""]
        click.echo("\n".join([*lines, *(fault_lines(scores) if faults else ())]))
