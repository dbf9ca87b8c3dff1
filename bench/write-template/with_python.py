"""Writes the template by XlsxWriter or openpyxl, from the description that sheets.ts prints, and says what it took.

Usage: with_python.py xlsxwriter|openpyxl DESCRIPTION.json OUT.xlsx
"""

import json
import os
import re
import sys
import time

RELATIVE_ROW = re.compile(r'"(?:[^"]|"")*"|(?<![\w.$])(\$?[A-Z]{1,3})(\d+)(?![\w.(!])')


def peak_megabytes():
    """The most memory of this process; what getrusage says is handed on from its parent."""
    with open("/proc/self/status", encoding="utf-8") as status:
        return int(re.search(r"VmHWM:\s+(\d+)", status.read())[1]) / 1024


def copied_down(formula, by):
    def moved(match):
        return match[0] if match[1] is None else f"{match[1]}{int(match[2]) + by}"

    return formula if by == 0 else RELATIVE_ROW.sub(moved, formula)


def cells(sheet):
    """Row, column, look, kind and value of every cell; formulas as their row holds them."""
    for block in sheet["rows"]:
        for offset in range(block["rows"]):
            for cell in block["cells"]:
                contents = cell["contents"]
                value = contents.get("value", contents.get("formula"))
                if contents["kind"] == "formula":
                    value = copied_down(value, offset)
                yield block["row"] + offset, cell["column"], cell["look"], contents, value


def with_xlsxwriter(book, out):
    import xlsxwriter

    workbook = xlsxwriter.Workbook(out, {"constant_memory": False})
    formats = {}

    def look_of(look):
        key = json.dumps(look)
        if key not in formats:
            style = look["style"] or {}
            properties = {"locked": look["locked"], "num_format": look["numberFormat"] or "General"}
            names = {"fill": "bg_color", "color": "font_color", "bold": "bold", "size": "font_size", "wrap": "text_wrap"}
            properties.update({names[name]: value for name, value in style.items() if name in names})
            if "align" in style:
                properties["align"] = style["align"]
            if "vertical" in style:
                properties["valign"] = "vcenter"
            if "border" in style:
                properties.update({"border": 1, "border_color": style["border"]})
            formats[key] = workbook.add_format(properties)
        return formats[key]

    for sheet in book["sheets"]:
        worksheet = workbook.add_worksheet(sheet["name"])
        for index, column in enumerate(sheet["columns"]):
            worksheet.set_column(index, index, column["width"], None, {"hidden": column["hidden"]})
        for row, column, look, contents, value in cells(sheet):
            style = look_of(look)
            if contents["kind"] == "blank":
                worksheet.write_blank(row, column, None, style)
            elif contents["kind"] == "formula":
                worksheet.write_formula(row, column, value, style, contents["result"])
            elif isinstance(value, str):
                worksheet.write_string(row, column, value, style)
            else:
                worksheet.write_number(row, column, value, style)
        for placed in sheet["validations"]:
            worksheet.data_validation(placed["address"], placed["xlsxwriter"])
        for format_ in sheet["conditionalFormats"]:
            style = workbook.add_format({"bg_color": format_["fill"], "font_color": format_["color"]})
            rule = {"type": "formula", "criteria": format_["formula"], "format": style}
            worksheet.conditional_format(format_["address"], rule)
        if sheet["freeze"]:
            worksheet.freeze_panes(sheet["freeze"]["rows"], sheet["freeze"]["columns"])
        if sheet["autoFilterAddress"]:
            worksheet.autofilter(sheet["autoFilterAddress"])
        if sheet["protection"]:
            worksheet.protect("", {"format_columns": True, "autofilter": True})
    for name in book["names"]:
        workbook.define_name(name["name"], f"={name['reference']}")
    workbook.close()


def with_openpyxl(book, out):
    from openpyxl import Workbook
    from openpyxl.formatting.rule import FormulaRule
    from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
    from openpyxl.utils import get_column_letter
    from openpyxl.workbook.defined_name import DefinedName
    from openpyxl.worksheet.datavalidation import DataValidation

    workbook = Workbook()
    workbook.remove(workbook.active)
    styles = {}

    def argb(color):
        return f"FF{color[1:].upper()}"

    def look_of(look):
        key = json.dumps(look)
        if key not in styles:
            style = look["style"] or {}
            side = Side(style="thin", color=argb(style["border"])) if "border" in style else Side()
            font = {"name": "Calibri", "size": style.get("size", 11), "bold": style.get("bold", False)}
            if "color" in style:
                font["color"] = argb(style["color"])
            vertical = "center" if "vertical" in style else None
            styles[key] = {
                "number_format": look["numberFormat"] or "General",
                "protection": Protection(locked=look["locked"]),
                "font": Font(**font),
                "fill": PatternFill("solid", fgColor=argb(style["fill"])) if "fill" in style else PatternFill(),
                "border": Border(left=side, right=side, top=side, bottom=side),
                "alignment": Alignment(style.get("align"), vertical, wrap_text=style.get("wrap")),
            }
        return styles[key]

    for sheet in book["sheets"]:
        worksheet = workbook.create_sheet(sheet["name"])
        for index, column in enumerate(sheet["columns"]):
            dimension = worksheet.column_dimensions[get_column_letter(index + 1)]
            dimension.width, dimension.hidden = column["width"], column["hidden"]
        for row, column, look, contents, value in cells(sheet):
            cell = worksheet.cell(row + 1, column + 1, value)
            for name, part in look_of(look).items():
                setattr(cell, name, part)
        for placed in sheet["validations"]:
            validation = DataValidation(**placed["openpyxl"])
            validation.add(placed["address"])
            worksheet.add_data_validation(validation)
        for format_ in sheet["conditionalFormats"]:
            fill = PatternFill(bgColor=argb(format_["fill"]))
            rule = FormulaRule([format_["formula"][1:]], font=Font(color=argb(format_["color"])), fill=fill)
            worksheet.conditional_formatting.add(format_["address"], rule)
        if sheet["freeze"]:
            worksheet.freeze_panes = worksheet.cell(sheet["freeze"]["rows"] + 1, sheet["freeze"]["columns"] + 1)
        if sheet["autoFilterAddress"]:
            worksheet.auto_filter.ref = sheet["autoFilterAddress"]
        if sheet["protection"]:
            worksheet.protection.sheet = True
    for name in book["names"]:
        workbook.defined_names.append(DefinedName(name["name"], attr_text=name["reference"]))
    workbook.save(out)


def main():
    library, description, out = sys.argv[1:]
    with open(description, encoding="utf-8") as file:
        book = json.load(file)
    write = {"xlsxwriter": with_xlsxwriter, "openpyxl": with_openpyxl}[library]
    __import__(library)
    before = peak_megabytes()
    start = time.perf_counter()
    write(book, out)
    milliseconds = (time.perf_counter() - start) * 1000
    megabytes = peak_megabytes() - before
    print(json.dumps({"milliseconds": milliseconds, "kilobytes": os.path.getsize(out) / 1024, "megabytes": megabytes}))


main()
