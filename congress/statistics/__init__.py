"""What the statistics of every floor share: columns, rows and their order, pictures, periods, pages."""

from congress.statistics.dimension import Dimension
from congress.statistics.measures import Days, Share
from congress.statistics.table import ALL, NONE, Row, Table, in_order, table_of


__all__ = ["ALL", "NONE", "Days", "Dimension", "Row", "Share", "Table", "in_order", "table_of"]
