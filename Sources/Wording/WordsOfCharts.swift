import Charting
import Scoring
import Texts

/// The words of charts: names of their parts, and captions made from the figures.
extension Words {
  package static let month = "月"
  package static let branch = "支部"
  package static let pathway = "途径"
  package static let member = "党员"
  package static let points = "分"
  package static let total = "总分"
  package static let activityPart = "活动积分"
  package static let rewardPart = "奖励积分"
  package static let rate = "参与率"
  /// Days of several works added up: one day may count for more than one.
  package static let workDays = "天次"

  package static func days(_ count: Int) -> String { "\(grouped(count))天" }

  /// `学习笔记检查 224天`, of several `师带徒等3项 109天`; a long title is cut.
  /// - Parameter room: in columns of half a Han character.
  package static func longest(_ title: String, _ works: Int, _ count: Int, room: Int) -> String {
    let rest = "\(works > 1 ? "等\(works)项" : "") \(days(count))"
    let left = room - displayWidth(rest)
    return (displayWidth(title) <= left ? title : fitting(title, max(2, left - 2)) + "…") + rest
  }
  package static let everybodysPoints = "全体党员的得分"

  package static func yearName(_ year: Int) -> String { "\(year)年" }
  package static func monthName(_ month: Int) -> String { "\(month)月" }
  package static func gate(_ percent: Int) -> String { "要求\(percent)%" }
  /// `3月 18.50`, `3月、5月 18.50`, `6处 18.50`.
  package static func peak(_ labels: [String], _ figure: String) -> String {
    labels.isEmpty ? "无" : "\(labels.count > 2 ? "\(labels.count)处" : labels.joined(separator: "、")) \(figure)"
  }

  /// As many names as a caption has room for; more are counted.
  private static let named = 3

  /// `3月`, `3月、5月`, `6个月`.
  private static func months(_ months: [Int]) -> String {
    months.count > named ? "\(months.count)个月" : months.map(monthName).joined(separator: "、")
  }

  /// `3月最高，18.50分，占全年18%`; `3月、5月最高，各18.50分`; no share of a sum that isn't above zero.
  package static func peakMonths(_ lead: Lead<Int>, _ points: Points, share: Int64?, isWholeYear: Bool) -> String {
    if lead.isEverybody { return "各月都是\(points)分" }
    guard lead.holders.count == 1 else { return "\(months(lead.holders))最高，各\(points)分" }
    return "\(months(lead.holders))最高，\(points)分"
      + (share.map { "，占\(isWholeYear ? "全年" : "已得分")\($0)%" } ?? "")
  }

  /// Where as much was lost as earned, or more.
  package static func noPeak(_ sum: Points) -> String { "没有一个月高于零，合计\(sum)分" }

  /// `3月`, or `nil` where more share the lead than a sentence names.
  package static func mostMonths(_ lead: Lead<Int>) -> String? {
    lead.isEverybody || lead.holders.count > named || lead.holders.isEmpty ? nil : months(lead.holders)
  }

  package static let branchMonthsNote = "党员在本支部期间的得分，逐月合计，不计入支部积分；下段为规定动作，上段为自选动作。"
  package static let monthsNote = "党员在本支部期间的得分，逐月合计，不计入支部积分。"

  /// `到11月累计103.50分，比2024年同期多12.00分`
  package static func running(_ month: Int, _ sum: Points, before: Points, year: Int) -> String {
    let difference = sum - before
    let comparison =
      difference == .zero
      ? "与\(year)年同期相同"
      : difference > .zero ? "比\(year)年同期多\(figure(difference))分" : "比\(year)年同期少\(figure(-difference))分"
    return "到\(month)月累计\(figure(sum))分，\(comparison)"
  }

  /// Thousands set apart: a company's sums are long.
  private static func figure(_ points: Points) -> String {
    decimal(points.millionths, places: 2, perOne: Points.perPoint)
  }

  package static func runningNote(_ whose: String, _ year: Int, before: [Int]) -> String {
    "\(whose)逐月累计；粗线为\(year)年，虚线为\(before.map { "\($0)年" }.joined(separator: "、"))。"
  }

  /// `16个支部中有7个在9月最高`; `16个支部中在3月、9月最高的各有4个`.
  /// - Parameters:
  ///   - lead: the months in which most branches have their highest.
  ///   - months: how many months some branch has its highest in.
  package static func commonPeak(_ branches: Int, _ count: Int, _ lead: Lead<Int>, months: Int) -> String {
    let peaks = lead.holders
    if peaks.isEmpty { return "没有支部的月份高于零" }
    if peaks.count > named { return "\(branches)个支部的最高月份分散在\(months)个月" }
    if peaks.count > 1 { return "\(branches)个支部中在\(Self.months(peaks))最高的各有\(count)个" }
    return count == branches
      ? "\(branches)个支部都在\(Self.months(peaks))最高" : "\(branches)个支部中有\(count)个在\(Self.months(peaks))最高"
  }

  package static func multiplesNote(first: Int, last: Int) -> String {
    "党员在支部期间的得分，逐月合计，不计入支部积分。一条竖线是一个月，自\(first)月至\(last)月，同一标尺；最高的月份写在名称旁。"
  }

  /// `16个支部中14个达到90%，最低的仓储物流82.4%`; `…，参与率都是95.0%`.
  package static func rates(_ branches: Int, passing: Int, gate: Int, lowest: Lead<String>, _ rate: String) -> String {
    let names = lowest.holders
    let least =
      lowest.isEverybody
      ? "参与率都是\(rate)%"
      : names.count == 1
        ? "最低的\(names[0])\(rate)%"
        : "最低的\(names.count > named ? "\(names.count)个" : names.joined(separator: "、"))各\(rate)%"
    return (passing == branches ? "\(branches)个支部都达到\(gate)%" : "\(branches)个支部中\(passing)个达到\(gate)%")
      + "，" + least
  }

  package static let ratesNote = "一条竖线是一个支部，虚线是要求；右边的数是参与率（%），没有达到的用粗体。"

  /// `“彰显责任”凭据最多，512件，占38%；“凝聚员工”最少，88件`
  package static func pathways(_ most: Lead<String>, _ count: Int, share: Int, _ least: Lead<String>, _ few: Int)
    -> String
  {
    if most.isEverybody { return "各途径都是\(grouped(count))天次" }
    let isShared = most.holders.count > 1
    return "\(pathways(most))最多，\(isShared ? "各" : "")\(grouped(count))天次\(isShared ? "" : "，占\(share)%")"
      + "；\(pathways(least))最少，\(least.holders.count > 1 ? "各" : "")\(grouped(few))天次"
  }

  private static func pathways(_ lead: Lead<String>) -> String {
    lead.holders.count > named
      ? "\(lead.holders.count)条途径" : lead.holders.map { "“\($0)”" }.joined(separator: "、")
  }

  package static func pathwaysNote(_ year: Int, before: Int?) -> String {
    before.map { "竖线为\(year)年，圆圈为\($0)年；右边的数是\(year)年各项工作有凭据的天数之和。" }
      ?? "右边的数是\(year)年各项工作有凭据的天数之和。"
  }

  package static func standingsNote(_ parts: String, _ others: String, asOf: Day) -> String {
    "左段为\(parts)，右段为\(others)，右边的数是总分；截至\(asOf)。"
  }

  package static func totalsNote(asOf: Day) -> String { "右边的数是总分；截至\(asOf)。" }

  package static func sharesNote(_ own: String, _ other: String?, asOf: Day) -> String {
    "各途径得分占比（%），右边的数和竖线是\(own)" + (other.map { "，圆圈是\($0)" } ?? "") + "；截至\(asOf)。"
  }
}
