"""`python -m bench`: every benchmark of this folder, one after another, each as a table and as JSON under bench/out/."""

from importlib import import_module
from pathlib import Path


def main() -> None:
    for file in sorted(Path(__file__).parent.glob("[a-z]*.py")):
        print(f"\n{file.stem}\n{'=' * len(file.stem)}", flush=True)
        import_module(f"bench.{file.stem}").main()


if __name__ == "__main__":
    main()
