import Scoring

struct SampleActivity {
  let id: String
  let title: String
  let isOwn: Bool
  let month: SampleMonth
  var held: Day?
  let complexity: Int
  let coverage: Int
  var override: (points: Int, reason: String)?
  let budget: String
  let funder: String
  let works: [String]
  let series: String
  var note = ""
  var claims: [(branch: Int, on: Day, share: Int)] = []
  let story: String?
}

/// The plan of a year with its claims: the first round at the year's first meeting, a second one in July.
func sampleActivities(_ year: Int, _ company: Company, _ plan: SamplePlan) -> [SampleActivity] {
  var dice = Dice(seed: plan.seed, "activities", year)
  let codes = Dictionary(uniqueKeysWithValues: company.branches.enumerated().map { ($1.id, $0) })
  func branch(_ code: String) -> Int {
    codes[code] ?? (Int(code.dropFirst()) ?? 1) % company.branches.count
  }
  var activities: [SampleActivity] = []
  for line in activityTable.split(separator: "\n") {
    let cells = line.split(separator: " ").map(String.init)
    guard cells[0] == "*" || cells[0] == "\(year % 10)", let number = Int(cells[1]) else { continue }
    let month = SampleMonth(number, ofYear: year)
    let titles = cells[9].split(separator: "/").map(String.init)
    let isWeekend = ["w504", "w507", "w508", "w509"].contains(cells[7])
    let held =
      cells[9].contains("认领会")
      ? firstMeeting(year) : isWeekend ? month.saturday(dice.below(3)) : month.workday(12...26, &dice)
    activities.append(
      SampleActivity(
        id: "a\(year % 100)-\(twoDigits(activities.count + 1))", title: titles[year == 2024 ? 0 : titles.count - 1],
        isOwn: cells[2] != "党委", month: month, held: held, complexity: Int(cells[3]) ?? 1,
        coverage: Int(cells[4]) ?? 1, budget: cells[5], funder: cells[6],
        works: cells[7].split(separator: ",").map(String.init), series: cells[8] == "-" ? "" : cells[8],
        claims: cells[2] == "党委" ? [] : [(branch(cells[2]), claimDay(month, year), 1)], story: nil))
  }
  settleHeldDays(&activities, year)
  claim(&activities, year, company, plan, &dice)
  let ofStories = storyActivityTable.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
    .filter { $0[1] == "\(year)" }
  for (index, cells) in ofStories.enumerated() {
    let month = SampleMonth(Int(cells[2]) ?? 1, ofYear: year)
    let parts = cells[10].split(separator: "-").compactMap { Int($0) }
    activities.append(
      SampleActivity(
        id: "a\(year % 100)-s\(twoDigits(index + 1))", title: cells[11], isOwn: false, month: month,
        held: day(parts[0], parts[1], parts[2]), complexity: Int(cells[4]) ?? 1, coverage: Int(cells[5]) ?? 1,
        budget: cells[6], funder: cells[7], works: [cells[8]], series: cells[9] == "-" ? "" : cells[9],
        claims: [(branch(cells[3]), claimDay(month, year), 1)], story: cells[0]))
  }
  return activities
}

func firstMeeting(_ year: Int) -> Day { year == 2024 ? day(2024, 1, 12) : day(2025, 1, 10) }

/// December's activities are claimed at its opening, the summer's and autumn's new ones in July.
private func claimDay(_ month: SampleMonth, _ year: Int) -> Day {
  month.month == 12 ? day(year - 1, 12, 4) : firstMeeting(year)
}

/// Days that a story or the plan itself fixes, and what didn't take place.
private func settleHeldDays(_ activities: inout [SampleActivity], _ year: Int) {
  let fixed: [String: Day] = [
    "2024公益献血（第一次）": day(2024, 3, 22), "2024公益献血（第二次）": day(2024, 7, 12),
    "2025公益献血（第一次）": day(2025, 3, 21), "2025公益献血（第三次）": day(2025, 11, 7),
    "2025北原市场党小组授牌与承诺": day(2025, 3, 7),
  ]
  let postponed = [
    "加班班车线路调整意见会": "线路方案待行政部定稿，改到下一年度",
    "过程分析仪标准宣贯会": "标准发布推迟，支部已认领，改到下一年度",
    "与南岸检测站互派技术员": "对方人员调整，今年没有办",
    "食堂与班车意见集中答复会": "无支部认领，答复改由行政部书面发出",
    "宿舍空调与食堂档口改善": "无支部认领，施工由行政部直接安排",
  ]
  for index in activities.indices {
    let title = activities[index].title
    if let held = fixed["\(year)\(title)"] { activities[index].held = held }
    guard year == 2025 else { continue }
    if let note = postponed[title] {
      activities[index].held = nil
      activities[index].note = note
    }
    if title == "重阳敬老院服务" {
      activities[index].override = (800, "两处敬老院同日服务，接送和陪护人数比往年多一倍")
    }
  }
}

/// Titles that found no branch in 2025.
private let unclaimed: Set<String> = ["与南岸检测站互派技术员", "食堂与班车意见集中答复会", "宿舍空调与食堂档口改善"]

private func claim(
  _ activities: inout [SampleActivity], _ year: Int, _ company: Company, _ plan: SamplePlan, _ dice: inout Dice
) {
  let ofStories = storyActivityTable.split(separator: "\n").map { $0.split(separator: " ") }.filter {
    $0[1] == "\(year)"
  }
  // Retired members claim nothing beyond their own two activities, nor does a branch with its hands full.
  let able = company.branches.indices.filter { branch in
    let id = company.branches[branch].id
    return !plan.followsStories || (id != "b16" && ofStories.count { $0[3] == id } < 3)
  }
  var turn = dice.shuffled(able)
  for index in activities.indices where activities[index].claims.isEmpty {
    guard year == 2024 || !unclaimed.contains(activities[index].title) else { continue }
    let month = activities[index].month
    let isLate = [9, 10, 11].contains(month.month) && dice.chance(400)
    let on = isLate ? day(year, 7, 4) : claimDay(month, year)
    let helpers = activities[index].coverage == 3 ? 3 : dice.chance(250) ? 2 : 1
    for seat in 0..<helpers {
      if turn.isEmpty { turn = dice.shuffled(able) }
      let branch = turn.removeFirst()
      guard !activities[index].claims.contains(where: { $0.branch == branch }) else { continue }
      activities[index].claims.append((branch, on, seat == 0 && helpers > 1 ? 2 : 1))
    }
  }
}

extension [SampleActivity] {
  var planText: String {
    csv(
      ["id", "活动", "来源", "月份", "举办日期", "复杂度", "覆盖面", "改定赋值", "改定理由", "预算", "出资", "工作", "系列", "说明"],
      map { activity in
        [
          activity.id, activity.title, activity.isOwn ? "支部" : "党委", activity.month.text,
          activity.held.map { "\($0)" } ?? "", "\(activity.complexity)", "\(activity.coverage)",
          activity.override.map { short($0.points) } ?? "", activity.override?.reason ?? "", activity.budget,
          activity.funder, activity.works.joined(separator: "|"), activity.series, activity.note,
        ]
      })
  }

  func claimsText(_ company: Company) -> String {
    csv(
      ["活动", "支部", "认领日期", "份额"],
      flatMap { activity in
        activity.claims.map { [activity.id, company.branches[$0.branch].id, "\($0.on)", "\($0.share)"] }
      })
  }
}
