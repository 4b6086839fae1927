"""Settings of the web: who we are, where the way out leads, and the key that signs cookies and links."""

import secrets
from functools import cached_property

from filelock import FileLock

from directory.settings import DirectorySettings


class WebSettings(DirectorySettings):
    """Read from `WAYMARK_…` in the environment or a `.env` file, as those of the directory."""

    service_name: str = "Waymark"
    area: str = "Merseyside"
    secret_key: str = ""
    """Empty: made once and kept in the data folder."""
    demonstration: bool = False
    """Every page says that its data are invented."""
    public_url: str = ""
    """What stands in links on paper and in QR codes, such as https://waymark.example.org; empty: as visited."""
    https: bool = False
    """Behind HTTPS: cookies are then sent over it alone."""
    behind_proxy: int = 0
    """How many proxies stand before us whose X-Forwarded headers can be trusted."""
    quick_exit_url: str = "https://www.bbc.co.uk/weather"
    tiles_url: str = ""
    """Map tiles, {z}/{x}/{y}; empty: the drawn map alone, and nothing is fetched from elsewhere."""
    tiles_attribution: str = "© OpenStreetMap contributors"
    contact: str = ""
    """Whom to write to about the site, shown on the accessibility and privacy pages."""

    @cached_property
    def signing_key(self) -> str:
        """The key that signs cookies and members' links; all workers of one data folder share it."""
        if self.secret_key:
            return self.secret_key
        file = self.data_dir / "secret_key"
        self.data_dir.mkdir(parents=True, exist_ok=True)
        with FileLock(f"{file}.lock"):
            if not file.exists():
                file.touch(mode=0o600)
                file.write_text(secrets.token_urlsafe(48))
            return file.read_text().strip()
