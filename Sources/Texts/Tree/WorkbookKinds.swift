/// Endings of what people call workbooks, in small letters; what a file is its bytes say.
package let workbookKinds: Set<String> = [
  "xlsx", "xlsm", "xls", "et", "xlsb", "ods", "numbers", "xltx", "xltm", "ett",
]
