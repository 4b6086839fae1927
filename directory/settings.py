"""Settings of the directory, read from `WAYMARK_…` in the environment or a `.env` file."""

from pathlib import Path

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict


class DirectorySettings(BaseSettings):
    """Where things are kept. The defaults need nothing but a writable working folder."""

    model_config = SettingsConfigDict(env_prefix="WAYMARK_", env_file=".env", extra="ignore")

    data_dir: Path = Path("var")
    database_url: str = Field(default="", description="empty: a SQLite file in data_dir")
    database_replica_urls: str = Field(default="", description="copies of a PostgreSQL database, with commas between")
    search_url: str = Field(default="", description="empty: a Whoosh index in data_dir")

    @property
    def database(self) -> str:
        """The URL of the database: `sqlite:///FILE` or `postgresql+psycopg://…`."""
        return self.database_url or f"sqlite:///{self.data_dir / 'waymark.sqlite'}"

    @property
    def replicas(self) -> tuple[str, ...]:
        """The URLs of copies of the database that are searched in its place."""
        return tuple(url.strip() for url in self.database_replica_urls.split(",") if url.strip())

    @property
    def search(self) -> str:
        """The URL of the search index: `whoosh:///FOLDER`, or that of a PostgreSQL database in which it is."""
        if self.search_url == "postgresql" and self.database_url.startswith("postgresql"):
            return self.database_url
        return self.search_url or f"whoosh:///{(self.data_dir / 'index').absolute()}"
