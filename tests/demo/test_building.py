"""Building the demonstration registers the stored files, once."""

import asyncpg
from sqlalchemy.engine import make_url

from app import embedded
from app.api.context import AppContext
from app.demo import seed
from app.demo.catalogue import EXHIBITS
from tests.demo.test_stored_files import HASHES

FILES = "select name, sha256, declared_sha256 from files"
COUNTS = "select (select count(*) from files), (select count(*) from releases), (select count(*) from tasks)"


async def test_building_registers_every_stored_file_once(context: AppContext, database_urls: embedded.Urls) -> None:
    address = make_url(database_urls.owner)
    connection = await asyncpg.connect(host=str(address.query["host"]), user="postgres", database=address.database)
    try:
        await seed.build(context, database_urls.owner)
        registered = [tuple(row) for row in await connection.fetch(FILES)]
        counts = await connection.fetchrow(COUNTS)
        (context.settings.state / "demonstration.built").unlink()  # as if it had been interrupted at its end
        await seed.build(context, database_urls.owner)
        assert await connection.fetchrow(COUNTS) == counts
    finally:
        await connection.close()
    expected = [
        (upload.name, HASHES[upload.path.removesuffix(".gz")], upload.declared_sha256)
        for exhibits in EXHIBITS.values()
        for exhibit in exhibits
        for upload in exhibit.files
    ]
    assert sorted(registered, key=str) == sorted(expected, key=str)
