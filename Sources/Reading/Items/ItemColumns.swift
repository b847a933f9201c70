import Parsing
import Scoring

/// The columns of content/years/<year>/items.csv: every key that an item may have in rulebook.yaml.
struct ItemColumns: TableColumns {
  var layout = TableLayout()
  let standard, kind, name, key, form, rule, unit, levels, cap: ColumnNumber
  /// Of each span, in the order of `CapSpan.allCases`.
  let caps: [ColumnNumber]
  let roles, once, again, start, weight, maximum, least, from, to, audience, group, works, proof, also,
    note: ColumnNumber

  init() {
    standard = layout.add("standard", "对象", required: false)
    kind = layout.add("kind", "类别")
    name = layout.add("name", "项目")
    key = layout.add("key", "编号", required: false)
    form = layout.add("form", "类型", required: false)
    rule = layout.add("rule", "分值", required: false)
    unit = layout.add("unit", "单位", required: false)
    levels = layout.add("levels", "级别", required: false)
    cap = layout.add("cap", "上限", required: false)
    var caps: [ColumnNumber] = []
    for span in CapSpan.allCases {
      caps.append(layout.add("cap_\(span)", NotationWords.shortSpan(span) + "上限", required: false))
    }
    self.caps = caps
    roles = layout.add("roles", "角色", required: false)
    once = layout.add("once", "同一事项", required: false)
    again = layout.add("again", "再次", required: false)
    start = layout.add("start", "基础分", required: false)
    weight = layout.add("weight", "权重", required: false)
    maximum = layout.add("max", "满分", required: false)
    least = layout.add("min", "最低", required: false)
    from = layout.add("from", "起", required: false)
    to = layout.add("to", "止", required: false)
    audience = layout.add("for", "适用", required: false)
    group = layout.add("group", "分组", required: false)
    works = layout.add("works", "工作", required: false)
    proof = layout.add("proof", "佐证", required: false)
    also = layout.add("also", "又名", required: false)
    note = layout.add("note", "说明", required: false)
  }

  /// Columns whose cells are read in short notation.
  var notations: [(column: ColumnNumber, context: NotationContext)] {
    [(rule, .rule), (levels, .levels), (cap, .caps)]
      + zip(caps, CapSpan.allCases).map { ($0, .number(.cap($1))) }
      + [
        (roles, .roles), (again, .again), (start, .number(.start)), (weight, .number(.weight)),
        (maximum, .number(.max)), (least, .number(.min)), (audience, .audience),
      ]
  }
}

/// What messages call the fields of a row: its columns.
let itemWords = YAMLWords(
  [
    "key": ["编号"], "name": ["项目"], "kind": ["类别"], "also": ["又名"], "works": ["工作"], "proof": ["佐证"], "form": ["类型"],
    "points": ["分值"], "per": ["分值"], "unit": ["单位"], "each": ["分值"], "levels": ["级别"], "steps": ["分值"],
    "reach": ["分值"], "range": ["分值"], "start": ["基础分"], "weight": ["权重"], "roles": ["角色"], "once": ["同一事项"],
    "again": ["再次"], "for": ["适用"], "from": ["起"], "to": ["止"], "max": ["满分"], "min": ["最低"], "cap": ["上限"],
    "items": ["分组"],
  ], areColumns: true, refusal: refusedRule)
