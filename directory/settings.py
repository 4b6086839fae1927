"""Settings of the directory, read from `WAYMARK_…` in the environment or a `.env` file."""

from pathlib import Path

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict


class DirectorySettings(BaseSettings):
    """Where things are kept. The defaults need nothing but a writable working folder."""

    model_config = SettingsConfigDict(env_prefix="WAYMARK_", env_file=".env", extra="ignore")

    data_dir: Path = Path("var")
    database_url: str = Field(default="", description="empty: a SQLite file in data_dir")
    search_url: str = Field(default="", description="empty: a Whoosh index in data_dir")

    @property
    def database(self) -> str:
        """The URL of the database: `sqlite:///FILE` or `postgresql+psycopg://…`."""
        return self.database_url or f"sqlite:///{self.data_dir / 'waymark.sqlite'}"

    @property
    def search(self) -> str:
        """The URL of the search index: `whoosh:///FOLDER`."""
        return self.search_url or f"whoosh:///{(self.data_dir / 'index').absolute()}"
