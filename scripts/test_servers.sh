#!/usr/bin/env bash
# Chromium and PostgreSQL for the tests, from the system's package manager, where they are missing and may be installed.
# Never fails: the tests themselves list what could not be run, and fail for it when CI=true.
set -euo pipefail
cd "$(dirname "$0")/.."

get() {
    local what=$1 finder=$2
    shift 2
    .venv/bin/python -c "import sys; from tests.servers import $finder as find; sys.exit(find() is None)" && return
    scripts/system_packages.sh "$@" || echo "$what is not installed, and cannot be installed from here: its tests will not run." >&2
}

get Chromium find_chromium chromium
get PostgreSQL find_postgres_programs postgresql

# Phones write about as wide as Liberation Sans; on what some machines have alone, nothing fits a small screen.
if ! fc-list 2>/dev/null | grep -q LiberationSans; then
    scripts/system_packages.sh fontconfig fonts-liberation || echo "Liberation Sans is not installed: tests of what fits a phone may fail." >&2
fi
