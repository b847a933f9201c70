import Diagnostics
import Parsing

/// The keys of a file of reading rules in Chinese.
package let tableRuleWords = YAMLWords([
  "files": ["文件"], "tables": ["表格"],
  "sheets": ["工作表"], "kind": ["内容"], "skip": ["跳过"], "shape": ["形式"], "header": ["表头"], "columns": ["列"],
  "across": ["横列"], "defaults": ["默认"], "units": ["单位"], "values": ["对照"], "month": ["月份"],
  "leave_columns": ["不取列"], "leave_rows": ["不取行"], "keep_rows": ["照取行"], "fill": ["续上行"],
  "row_sums": ["行合计"], "reconcile": ["核对"], "marks": ["记号"], "remarks": ["备注"],
  // Where a column is taken from.
  "from": ["取自"], "pattern": ["形如"], "plus": ["加"], "minus": ["减"], "field": ["表内"],
  "only": ["仅当"],
  // What a cell across stands for.
  "cell": ["格值"], "per": ["每"], "levels": ["按分定级"], "set": ["定为"],
  // Remarks.
  "column": ["列"], "items": ["依次"],
])

extension FormShape {
  /// As a rule calls it.
  package var words: Bilingual {
    Self.choices.first { $0.value == self }?.words ?? Bilingual(zh: rawValue, en: rawValue)
  }

  static let choices = [
    Choice("流水", "flow", FormShape.flow), Choice("矩阵", "matrix", .matrix), Choice("点名", "roll", .roll),
    Choice("单人表", "blocks", .blocks), Choice("汇总", "summary", .summary),
  ]
}

extension Reconciling {
  static let choices = [
    Choice("提醒", "warning", Reconciling.warning), Choice("必须相符", "binding", .binding),
  ]
}

extension CrossCell.Meaning {
  static let choices = [
    Choice("得分", "points", CrossCell.Meaning.points), Choice("数量", "quantity", .quantity),
  ]
}
