"""A run that is killed at any moment loses nothing and doubles nothing once it is run again."""

import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from sqlmodel import func, select

from bench.generated import write_csv
from directory.catalogue import Catalogue
from directory.errors import Unavailable
from directory.models import ImportRun, RunStatus, Service, SourceRecord
from directory.search.indexing import check
from importers.read import import_from
from importers.report import Report
from importers.run import BATCH
from tests.importers.keepers import COUNCIL, choirs, sum_of, taken

MANY = 3_000
RUN = """
import sys
from pathlib import Path
from importers import elsewhere
from directory.catalogue import Catalogue
from importers.read import import_from
from web.catalogue import BRANCHES
from web.settings import WebSettings

if __name__ == "__main__":
    folder, url, file = sys.argv[1:]
    elsewhere.MANY = 1_000
    catalogue = Catalogue(WebSettings(data_dir=Path(folder), database_url=url), BRANCHES)
    import_from(catalogue, file, source="hub", actor="hub", progress=lambda read: print(read, flush=True))
"""


def test_killed_at_a_random_moment_and_run_again(both: Catalogue, tmp_path: Path) -> None:
    count = MANY
    file, program = tmp_path / "generated.csv", tmp_path / "run.py"
    write_csv(file, count)
    program.write_text(RUN)
    run = begun(program, both, file)
    assert run.stdout
    # It is at work when it has told of a batch.
    assert int(run.stdout.readline()) == BATCH
    wait = random.uniform(0.0, 1.5)
    time.sleep(wait)
    with pytest.raises(Unavailable, match="Another import of hub"):
        again(both, file)
    children = children_of(run.pid)
    run.send_signal(signal.SIGKILL)
    run.wait()
    run.stdout.close()
    whole = again(both, file)
    assert whole.unchanged >= BATCH, f"killed after {wait} s"
    assert whole.read == count == sum_of(whole)
    assert not any(is_alive(child) for child in children)
    with both.reading() as session:
        records = session.exec(select(func.count()).select_from(SourceRecord)).one()
        behind = session.exec(select(func.count(func.distinct(SourceRecord.service_id)))).one()
        services = session.exec(select(func.count()).select_from(Service)).one()
        statuses = sorted(session.exec(select(ImportRun.status)))
    assert (records, behind) == (count - whole.rejected, services)
    assert statuses == [RunStatus.DONE, RunStatus.FAILED]
    assert check(both.database, both.index) == []
    assert again(both, file).unchanged == count - whole.rejected


def begun(program: Path, catalogue: Catalogue, file: Path) -> subprocess.Popen[bytes]:
    url = catalogue.database.engine.url.render_as_string(hide_password=False)
    arguments = [str(catalogue.settings.data_dir), url, str(file)]
    root = str(Path(__file__).parents[2])
    return subprocess.Popen(
        [sys.executable, str(program), *arguments], stdout=subprocess.PIPE, env={"PYTHONPATH": root}, bufsize=0
    )


def again(catalogue: Catalogue, file: Path) -> Report:
    return import_from(catalogue, file, source="hub", actor="hub")


def children_of(pid: int) -> list[int]:
    return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


def is_alive(pid: int) -> bool:
    status = Path(f"/proc/{pid}/stat")
    return status.exists() and status.read_text().rsplit(")", 1)[1].split()[0] != "Z"


def test_another_source_is_imported_meanwhile(both: Catalogue) -> None:
    from importers.locks import only_run_of

    with only_run_of(both.settings.data_dir, "hub"):
        assert taken(both, COUNCIL, *choirs(3)).added == 3
