"""What services are called, those too that were merged away or never came to be services of their own."""

from collections.abc import Iterable

from sqlmodel import Session, col, select

from directory.models import Revision, Service, SourceRecord

PAGE = 400


def names_of(session: Session, service_ids: Iterable[str]) -> dict[str, str]:
    """The name of each, by its id; of one that is gone the last that it had."""
    ids = list(dict.fromkeys(service_ids))
    found: dict[str, str] = {}
    for start in range(0, len(ids), PAGE):
        some = ids[start : start + PAGE]
        found |= _once(session, some) | _of_records(session, some) | _of_services(session, some)
    return found


def _of_services(session: Session, ids: list[str]) -> dict[str, str]:
    return dict(session.exec(select(Service.id, Service.name).where(col(Service.id).in_(ids))).all())


def _of_records(session: Session, ids: list[str]) -> dict[str, str]:
    records = select(SourceRecord).where(col(SourceRecord.own_id).in_(ids))
    return {record.own_id: record.listing["name"] for record in session.exec(records) if "name" in record.listing}


def _once(session: Session, ids: list[str]) -> dict[str, str]:
    gone = select(Revision).where(col(Revision.service_id).in_(ids), col(Revision.after).is_(None))
    in_order = session.exec(gone.order_by(col(Revision.sequence)))
    return {revision.service_id: revision.before["name"] for revision in in_order if revision.before}
