import Diagnostics
import Texts

/// What SQLite says of a statement, in both languages: the English is its own. What isn't in the list is quoted as what it
/// is, so that a Chinese sentence never turns English halfway.
func sqliteWords(_ message: String) -> Bilingual {
  let bytes = Array(message.utf8)
  for (pattern, words) in sqliteSentences {
    guard let found = holes(bytes, pattern) else { continue }
    var zh = ""
    var (parts, index) = (words.parts(at: "%", keepingEmpty: true)[...], 0)
    while let part = parts.popFirst() {
      // `%2` is the second of them, where Chinese puts them otherwise.
      if let digit = part.utf8.first, index > 0, (UInt8(ascii: "1")...UInt8(ascii: "9")).contains(digit) {
        let number = Int(digit - UInt8(ascii: "1"))
        zh += (number < found.count ? found[number] : "") + part.unicodeScalars.dropFirst().map(String.init).joined()
      } else {
        zh += (index > 0 && index - 1 < found.count ? found[index - 1] : "") + part
      }
      index += 1
    }
    return Bilingual(zh: zh, en: message)
  }
  return Bilingual(zh: "SQLite 的原话是「\(message)」", en: message)
}

/// What stands in the holes of a pattern; `nil` where it isn't what was said.
private func holes(_ message: [UInt8], _ pattern: String) -> [String]? {
  let parts = pattern.parts(at: "%", keepingEmpty: true).map { Array($0.utf8) }
  guard let first = parts.first, message.starts(with: first) else { return nil }
  var (found, rest) = ([String](), message[first.count...])
  for (index, part) in parts.enumerated().dropFirst() {
    let isLast = index == parts.count - 1
    let end: Int
    if isLast {
      guard rest.count >= part.count, rest.suffix(part.count).elementsEqual(part) else { return nil }
      end = rest.endIndex - part.count
    } else {
      guard let stretch = rest.firstStretch(of: part) else { return nil }
      end = stretch.lowerBound
    }
    found.append(withoutOrdinal(String(decoding: rest[rest.startIndex..<end], as: UTF8.self)))
    rest = rest[(end + part.count)...]
  }
  return parts.count == 1 && !rest.isEmpty ? nil : found
}

/// `2nd` → `2`.
private func withoutOrdinal(_ word: String) -> String {
  let digits = word.utf8.prefix { (0x30...0x39).contains($0) }.count
  let isOrdinal =
    digits > 0 && word.utf8.count == digits + 2 && ["st", "nd", "rd", "th"].contains { word.ends(with: $0) }
  return isOrdinal ? String(decoding: word.utf8.prefix(digits), as: UTF8.self) : word
}

/// Sentences of SQLite 3.40 that a SELECT can come to, `%` for what changes, and what they are in Chinese. The first that
/// fits is taken.
private let sqliteSentences: [(String, String)] = [
  ("near \"%\": syntax error", "“%”这里写错了，或它前面少了什么"),
  ("incomplete input", "没有写完"),
  ("unrecognized token: \"%\"", "认不得“%”（多半是引号没有合上）"),
  ("ambiguous column name: %", "列 % 有几张表都有，前面要写明是哪一张，如 m.%1"),
  ("misuse of aggregate: %", "聚合函数 % 不能用在这里（WHERE 里不行，可以写在 HAVING 里）"),
  ("misuse of aggregate function %", "聚合函数 % 不能用在这里"),
  ("misuse of aliased aggregate %", "“%”是聚合的结果，不能用在这里（WHERE 里不行，可以写在 HAVING 里）"),
  ("misuse of window function %", "窗口函数 % 只能用在 SELECT 和 ORDER BY 里，后面要有 OVER"),
  ("misuse of aliased window function %", "“%”是窗口函数的结果，不能用在这里：套一层子查询"),
  ("wrong number of arguments to function %", "函数 % 的参数个数不对"),
  ("too many arguments on function %", "函数 % 的参数太多"),
  ("too many arguments on %() - max %", "函数 % 的参数太多，最多 %2 个"),
  ("aggregate functions are not allowed in the GROUP BY clause", "GROUP BY 里不能有聚合函数"),
  (
    "SELECTs to the left and right of % do not have the same number of result columns", "% 两边的 SELECT 列数不一样"
  ),
  ("all VALUES must have the same number of terms", "VALUES 各行的列数不一样"),
  ("% clause should come after % not before", "% 要写在 %2 后面"),
  (
    "% ORDER BY term out of range - should be between 1 and %",
    "ORDER BY 的第 %1 项超出范围，应在 1 到 %2 之间"
  ),
  (
    "% GROUP BY term out of range - should be between 1 and %",
    "GROUP BY 的第 %1 项超出范围，应在 1 到 %2 之间"
  ),
  (
    "% ORDER BY term does not match any column in the result set",
    "UNION 之类后面的 ORDER BY 只能写结果里的列（第 %1 项不是）"
  ),
  ("too many terms in % clause", "% 的项太多"),
  ("sub-select returns % columns - expected %", "子查询有 % 列，这里要 %2 列"),
  ("IN(...) element has % term - expected %", "IN 里的一项有 % 列，应是 %2 列"),
  ("IN(...) element has % terms - expected %", "IN 里的一项有 % 列，应是 %2 列"),
  ("row value misused", "几个值括在一起的写法不能用在这里"),
  ("no tables specified", "SELECT * 后面没有 FROM"),
  ("no such table-valued function: %", "没有叫 % 的表函数"),
  ("'%' is not a function", "% 是表，不是函数"),
  ("a GROUP BY clause is required before HAVING", "HAVING 前面要有 GROUP BY"),
  ("HAVING clause on a non-aggregate query", "没有聚合，不能用 HAVING：改用 WHERE"),
  ("circular reference: %", "WITH 里的 % 绕回了自己"),
  ("multiple recursive references: %", "WITH RECURSIVE 的 % 在一条里只能用自己一次"),
  ("multiple references to recursive table: %", "WITH RECURSIVE 的 % 在一条里只能用自己一次"),
  ("recursive reference in a subquery: %", "WITH RECURSIVE 的 % 不能在子查询里用自己"),
  ("recursive aggregate queries not supported", "WITH RECURSIVE 里不能聚合"),
  ("cannot use window functions in recursive queries", "WITH RECURSIVE 里不能用窗口函数"),
  ("duplicate WITH table name: %", "WITH 里有两个 %"),
  ("table % has % values for % columns", "% 写了 %3 列，给了 %2 个值"),
  ("too many columns in result set", "结果的列太多（最多 2000 列）"),
  ("too many FROM clause terms, max: %", "FROM 里的表太多，最多 % 个"),
  ("at most % tables in a join", "一次最多连接 % 张表"),
  ("too many terms in compound SELECT", "用 UNION 连起来的 SELECT 太多（最多 500 个）"),
  ("Expression tree is too large (maximum depth %)", "算式套得太深（最多 % 层）"),
  ("parser stack overflow", "括号或子查询套得太深"),
  ("too many SQL variables", "参数太多"),
  ("variable number must be between ?% and ?%", "参数的编号只能从 % 到 %2"),
  ("too many references to \"%\": max 65535", "“%”用得太多"),
  (
    "cannot join using column % - column not present in both tables", "不能用 % 连接：不是两张表都有这一列"
  ),
  ("a NATURAL join may not have an ON or USING clause", "NATURAL JOIN 后面不写 ON 和 USING"),
  ("unknown join type: %", "没有 % 这种连接"),
  ("ON clause references tables to its right", "ON 用到了写在后面的表"),
  ("no such index: %", "没有叫 % 的索引（不用写索引）"),
  ("no such window: %", "没有叫 % 的窗口"),
  ("cannot override % of window: %", "窗口 %2 已经有 %1"),
  (
    "RANGE with offset PRECEDING/FOLLOWING requires one ORDER BY expression",
    "RANGE 写了个数，OVER 里的 ORDER BY 只能有一项"
  ),
  ("unsupported frame specification", "OVER 里的起止写法不对"),
  ("frame % offset must be a non-negative %", "OVER 里的起止要写不小于 0 的整数"),
  ("FILTER may not be used with non-aggregate %", "% 不是聚合函数，不能用 FILTER"),
  ("FILTER clause may only be used with aggregate window functions", "FILTER 只能用在聚合函数上"),
  ("DISTINCT is not supported for window functions", "窗口函数里不能写 DISTINCT"),
  ("DISTINCT aggregates must have exactly one argument", "聚合里写 DISTINCT 时只能有一个参数"),
  ("argument of ntile must be a positive integer", "ntile 里要写大于 0 的整数"),
  ("second argument to nth_value must be a positive integer", "nth_value 的第二个参数要写大于 0 的整数"),
  ("no such collation sequence: %", "没有叫 % 的排序规则"),
  ("no such module: %", "没有叫 % 的模块"),
  ("unknown database %", "没有叫 % 的数据库"),
  ("unable to use function % in the requested context", "% 不能用在这里"),
  ("RAISE() may only be used within a trigger-program", "查询里没有 RAISE"),
  ("hex literal too big: %", "十六进制数 % 太大"),
  ("object name reserved for internal use: %", "% 是 SQLite 自己用的名称"),
  ("access to % is prohibited", "不能读 %"),
  ("not authorized to use function: %", "不能用函数 %"),
  ("not authorized", "查询里不能这样写"),
  ("integer overflow", "整数加起来太大，超出了 ±9223372036854775807"),
  ("malformed JSON", "不是 JSON"),
  ("bad JSON path: %", "JSON 的路径 % 不对"),
  ("JSON path error near '%'", "JSON 的路径在“%”这里不对"),
  ("JSON cannot hold BLOB values", "JSON 里不能有二进制"),
  ("json_object() requires an even number of arguments", "json_object 的参数要成双"),
  ("json_object() labels must be TEXT", "json_object 的名称要是文字"),
  ("ESCAPE expression must be a single character", "ESCAPE 后面只能写一个字符"),
  ("LIKE or GLOB pattern too complex", "LIKE 或 GLOB 的样式太长"),
  ("datatype mismatch", "类型不合：这里要整数"),
  ("string or blob too big", "文字太长"),
  ("out of memory", "内存用完了"),
]
