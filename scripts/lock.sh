#!/usr/bin/env bash
# lock.sh UV [OPTION…]: pins what pyproject.toml asks for, with hashes, for Python 3.11 and newer on every platform.
# --upgrade takes the newest; without it pins that still fit stay. The files name no index: any will do.
set -euo pipefail
cd "$(dirname "$0")/.."
uv=$1
shift

export UV_CUSTOM_COMPILE_COMMAND="make lock"
pin() { "$uv" pip compile --quiet --universal --python-version 3.11 --generate-hashes "$@"; }

pin requirements/build.in -o requirements/build.txt "$@"
pin pyproject.toml --extra postgres -o requirements/run.txt "$@"
pin --group test -c requirements/run.txt -o requirements/test.txt "$@"
pin --group quality -c requirements/run.txt -c requirements/test.txt -o requirements/quality.txt "$@"
pin --group fuzz -c requirements/run.txt -c requirements/test.txt -o requirements/fuzz.txt "$@"
