"""Reads a workbook by openpyxl, in its way that keeps nothing, and says what it took.

Usage: with_openpyxl.py FILE.xlsx
"""

import json
import resource
import sys
import time

import openpyxl

# ru_maxrss is in kilobytes, and never falls.
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
start = time.perf_counter()
book = openpyxl.load_workbook(sys.argv[1], read_only=True, data_only=True)
cells = sum(
    1 for sheet in book.worksheets for row in sheet.iter_rows(values_only=True) for value in row if value is not None
)
milliseconds = (time.perf_counter() - start) * 1000
megabytes = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
print(json.dumps({"milliseconds": milliseconds, "megabytes": megabytes, "cells": cells}))
