#!/usr/bin/env bash
# make_venv.sh FOLDER: makes a virtual environment with the first Python of 3.11 or newer that it finds.
# PYTHON=… names one. Says what is missing in one sentence, and gets Debian's python3-venv where it may.
set -euo pipefail
folder=$1
here=$(cd "$(dirname "$0")" && pwd)

is_new_enough() { "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; }

find_python() {
    local name
    for name in ${PYTHON:-python3 python3.14 python3.13 python3.12 python3.11}; do
        if is_new_enough "$name"; then echo "$name"; return; fi
    done
    echo "Waymark needs Python 3.11 or newer, and finds none: install it, or say where it is with PYTHON=…" >&2
    return 1
}

# Debian and Ubuntu leave ensurepip out of Python: it comes with the package pythonX.Y-venv.
has_venv() { "$1" -c 'import ensurepip, venv' 2>/dev/null; }

python=$(find_python)
if ! has_venv "$python"; then
    package=$("$python" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])')
    if ! "$here/system_packages.sh" "$package" || ! has_venv "$python"; then
        echo "Python's venv module is missing. Install it with: sudo apt-get install $package" >&2
        exit 1
    fi
fi
"$python" -m venv --clear "$folder"
