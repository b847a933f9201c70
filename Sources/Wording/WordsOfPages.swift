import Texts

/// What pages are called, and the few words of theirs that stand in lists. Titles stand here and not in templates, since a
/// page's title is also that of its downloads, its card and its feed.
extension Words {
  package static let home = "首页"
  package static let about = "关于"
  package static let years = "历年"
  package static let stories = "纪实"
  package static func stories(_ year: Int, part: Int) -> String { "\(year)年纪实\(page(part))" }
  /// A link to a year's stories: `2023年，45篇`.
  package static func stories(_ year: Int, count: Int) -> String { "\(year)年，\(count)篇" }
  package static let tags = "标签"
  package static func tag(_ name: String, part: Int) -> String { "标签：\(name)\(page(part))" }
  /// Of a long list's pages, from 0; nothing of the first.
  package static func page(_ part: Int) -> String { part > 0 ? "（第\(part + 1)页）" : "" }
  package static func activityCount(_ count: Int) -> String { "\(count)项" }
  package static let moved = "这一页换了网址："
  package static func activities(_ year: Int) -> String { "\(year)年活动计划" }
  package static func projects(_ year: Int) -> String { "\(year)年项目" }
  package static func welfare(_ year: Int) -> String { "\(year)年公益" }
  package static func notice(_ year: Int) -> String { "\(year)年公示与异议" }
  package static func honors(_ year: Int) -> String { "\(year)年光荣榜" }
  package static func branchBoard(_ year: Int) -> String { "\(year)年支部积分榜" }
  package static func memberBoard(period: String, scope: String) -> String { "\(period)\(scope)党员积分榜" }
  package static func account(_ whose: String, _ year: Int) -> String { "\(whose)\(year)年积分账目" }
  /// - Parameter branch: its name; empty for all of them.
  package static func branchReport(_ branch: String, _ year: Int) -> String {
    "\(branch.isEmpty ? "各支部" : branch)\(year)年度报告"
  }

  package static let company = "全公司"
  package static let search = "搜索"
  package static let allPathways = "全部"
  package static let wholeYear = "全年"
  package static func year(_ year: Int) -> String { "\(year)年" }
  package static func month(_ month: Int) -> String { "\(month)月" }
  /// `2002-01-15`, `2002-01` and `2006` in words, no more precise than they are.
  package static func date(_ written: String) -> String {
    zip(written.parts(at: "-"), ["年", "月", "日"]).map { part, unit in "\(Int(part) ?? 0)\(unit)" }.joined()
  }
  package static func quarter(_ number: Int) -> String { "第\(number)季度" }

  package static let excellentMember = "优秀党员"
  package static let qualified = "具备优秀党员PK资格"
  package static func cadre(tier: Int) -> String { "党务干部第\(tier)级" }
  package static let welfareStar = "公益之星"
  /// An honor with the years it has been held in a row: `公益之星，连续2年`.
  package static func honor(_ honor: String, years: Int) -> String { years > 1 ? "\(honor)，连续\(years)年" : honor }
  package static let noAverage = "不计"

  /// 1 is 一; beyond ten plain digits, which no brand has needed.
  package static func numeral(_ n: Int) -> String {
    let numerals = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"]
    return numerals.indices.contains(n - 1) ? numerals[n - 1] : "\(n)"
  }
}
