"""python -m factledger.gold: writes the readable gold files anew from the marked sources."""

from factledger.gold.files import write_files

if __name__ == "__main__":
    for path in write_files():
        print(path.name)
