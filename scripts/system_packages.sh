#!/usr/bin/env bash
# system_packages.sh PACKAGE…: installs packages of Debian or Ubuntu when we are root or sudo asks for no password.
# Exit 1, in silence, where that is not possible; apt's own words go to standard error when it fails.
set -euo pipefail

command -v apt-get >/dev/null || exit 1
as_root=()
if [ "$(id -u)" != 0 ]; then
    sudo -n true 2>/dev/null || exit 1
    as_root=(sudo -n)
fi

apt() { "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -qq -o DPkg::Lock::Timeout=120 "$@" >/dev/null; }

echo "Installing $* with apt-get" >&2
apt update || true   # an old list may still serve; the install says so if it does not
apt install --yes --no-install-recommends "$@"
