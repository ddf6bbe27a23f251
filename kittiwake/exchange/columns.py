"""How the columns of a file's tables are understood: each table's its own, for a workbook's sheets may be laid out differently."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from kittiwake.exchange.as_json import as_json, from_json
from kittiwake.exchange.models import ImportFile
from kittiwake.exchange.reading.columns import Mapping


@dataclass(frozen=True)
class TableColumns:
    """`is_taken`: the table's rows are in the import. `is_corrected`: a person said which column is which."""

    mapping: Mapping
    is_taken: bool = True
    is_corrected: bool = False


@dataclass
class FileColumns:
    """`corrected`: by a person, by table. `remembered`: those of earlier files, by the fingerprint of the headings.
    `tables`: how each was understood in the end."""

    corrected: dict[str, Mapping] = field(default_factory=dict)
    remembered: dict[str, Mapping] = field(default_factory=dict)
    tables: dict[str, TableColumns] = field(default_factory=dict)

    def understood(self, table: str, proposed: Mapping) -> Mapping:
        """A person's correction; else the remembered mapping, or the proposed one."""
        return self.corrected.get(table) or self.remembered.get(proposed.fingerprint, proposed)

    def keep(self, table: str, mapping: Mapping, *, is_taken: bool) -> None:
        self.tables[table] = TableColumns(mapping, is_taken, table in self.corrected)


@dataclass(frozen=True)
class Kept:
    """What a file keeps of it, as JSON."""

    tables: dict[str, TableColumns] = field(default_factory=dict)


def columns_of(file: ImportFile) -> dict[str, TableColumns]:
    """By table."""
    return from_json(Kept, file.mapping).tables


def numbered(file: ImportFile) -> dict[str, str]:
    """{number: table}, as an address names them: what somebody called a sheet may be a child's name."""
    return {str(number): table for number, table in enumerate(columns_of(file), start=1)}


def corrected_in(file: ImportFile) -> dict[str, Mapping]:
    return {name: table.mapping for name, table in columns_of(file).items() if table.is_corrected}


def with_columns(kept: TableColumns, columns: dict[str, tuple[str, ...]]) -> Mapping:
    return replace(kept.mapping, columns=columns)


def kept(columns: FileColumns) -> dict[str, object]:
    made: dict[str, object] = as_json(Kept(columns.tables))
    return made
