import Scoring

struct SampleProject {
  let id: String
  let title: String
  let branch: Int
  let painPoint: String
  let isPriority: Bool
  let value: Int
  let stages: [(name: String, on: Day, evidence: String)]
  let tasks: [(title: String, shares: [(person: Int, share: Int)])]
  let followUps: [(on: Day, by: String, text: String)]
  let ownScore: Int
  /// Missing while the head of the business hasn't answered.
  let headScore: Int?

  /// 30 and 70 of a hundred, snapped down to a grade; in this sample never below 60.
  var grade: Int? {
    guard let headScore else { return nil }
    return [90, 80, 70, 60].first { (ownScore * 30 + headScore * 70) >= $0 * 100 }
  }
}

private let stageNames = ["目标确定", "工作分解", "过程控制", "成效复盘", "综合评价"]

func sampleProjects(_ year: Int, _ company: Company, _ plan: SamplePlan) -> [SampleProject] {
  let rows = projectTable.split(separator: "\n").map { $0.split(separator: "|").map(String.init) }
    .filter { $0[0] == "\(year)" }
  guard !plan.followsStories else {
    var seen: [String: Int] = [:]
    return rows.compactMap { row in
      seen[row[1], default: 0] += 1
      let place = seen[row[1]] ?? 1
      guard let branch = company.branches.firstIndex(where: { $0.id == row[1] }) else { return nil }
      return sampleProject(row, year: year, branch: branch, place: place, company, plan)
    }
  }
  return company.branches.indices.map {
    sampleProject(rows[$0 % rows.count], year: year, branch: $0, place: 1, company, plan)
  }
}

private func sampleProject(
  _ row: [String], year: Int, branch: Int, place: Int, _ company: Company, _ plan: SamplePlan
) -> SampleProject {
  var dice = Dice(seed: plan.seed, "project", year, branch, place)
  let story = plan.followsStories ? storyFacts(year, row[1], place) : nil
  let days = story?.stages ?? plainStages(year, &dice)
  let titles = row[5].split(separator: ";").map(String.init)
  let shares = story.map { named($0.shares, company) } ?? drawnShares(branch, year, titles.count, company, &dice)
  let (own, head): (Int, Int?) =
    story.map { ($0.own, $0.head) }
    ?? dice.pick([(92, 93), (90, 91), (85, 88), (82, 83), (84, 81), (78, 77), (72, 74), (75, 71), (70, 64)])
  let unit = company.branches[branch].unit
  let evidence = [
    "立项书：\(row[4])", "分解表：任务\(titles.count)项，领取人当场签字", "跟进记录：首轮试验完成，问题清单已更新",
    "复盘材料：\(row[6])", "评价表：自评与业务负责人评价齐全",
  ]
  return SampleProject(
    id: "p\(year % 100)-\(company.branches[branch].id)\(place > 1 ? "-\(place)" : "")", title: row[3], branch: branch,
    painPoint: row[4], isPriority: place == 1, value: Int(row[2]) ?? 10,
    stages: days.enumerated().map { (stageNames[$0], $1, evidence[$0]) }, tasks: tasks(titles, shares),
    followUps: followUps(days, titles, unit, story?.followUps, &dice),
    ownScore: own, headScore: head)
}

private func plainStages(_ year: Int, _ dice: inout Dice) -> [Day] {
  [(1, 15...28), (2, 12...26), (7, 1...18), (10, 13...24), (11, 3...19)].map { month, days in
    SampleMonth(month, ofYear: year).workday(days, &dice)
  }
}

private struct StoryFacts {
  let own: Int
  let head: Int?
  let followUps: Int
  let stages: [Day]
  let shares: [(key: String, share: Int)]
}

private func storyFacts(_ year: Int, _ branch: String, _ place: Int) -> StoryFacts? {
  let rows = storyProjectTable.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
  guard let row = rows.first(where: { $0[0] == "\(year)" && $0[1] == branch && $0[2] == "\(place)" }) else {
    return nil
  }
  return StoryFacts(
    own: Int(row[3]) ?? 80, head: Int(row[4]), followUps: Int(row[5]) ?? 3,
    stages: row[6].split(separator: ",").map { text in
      let parts = text.split(separator: "-").compactMap { Int($0) }
      return day(parts[0], parts[1], parts[2])
    },
    shares: row[7].split(separator: ",").map { text in
      let parts = text.split(separator: "=")
      return (String(parts[0]), Int(parts[1]) ?? 0)
    })
}

private func named(_ shares: [(key: String, share: Int)], _ company: Company) -> [(person: Int, share: Int)] {
  shares.compactMap { share in
    company.people.firstIndex { $0.key == share.key }.map { ($0, share.share) }
  }
}

/// Shares of five per cent that sum to 100, for the keenest members of the branch.
private func drawnShares(
  _ branch: Int, _ year: Int, _ tasks: Int, _ company: Company, _ dice: inout Dice
) -> [(person: Int, share: Int)] {
  let period = samplePeriod(year)
  let able = company.people.indices.filter { index in
    let stay = company.people[index].stay(on: period.first)
    return stay?.branch == branch && company.people[index].stay(on: period.last)?.branch == branch
      && (stay?.exemption == nil || stay?.exemption == "离退休")
  }
  let keen = able.sorted { company.people[$0].drive > company.people[$1].drive }.prefix(9)
  let team = Array(dice.shuffled(Array(keen)).prefix(max(3, min(6, tasks + dice.below(3)))))
  guard !team.isEmpty else { return [] }
  var fives = team.map { _ in 1 }
  for _ in 0..<(20 - team.count) { fives[dice.below(team.count)] += 1 }
  return zip(team, fives).map { ($0, $1 * 5) }
}

/// Every task gets at least one claimant while there are enough; further claimants join the first tasks.
private func tasks(
  _ titles: [String], _ shares: [(person: Int, share: Int)]
) -> [(title: String, shares: [(person: Int, share: Int)])] {
  var tasks: [(title: String, shares: [(person: Int, share: Int)])] = titles.map { ($0, []) }
  for (index, share) in shares.enumerated() { tasks[index % titles.count].shares.append(share) }
  // With more tasks than people, the largest share is split over the tasks left over.
  for empty in tasks.indices where tasks[empty].shares.isEmpty {
    guard
      let giver = tasks.indices.filter({ tasks[$0].shares.count == 1 && tasks[$0].shares[0].share > 5 })
        .max(by: { tasks[$0].shares[0].share < tasks[$1].shares[0].share })
    else { continue }
    let part = tasks[giver].shares[0].share / 10 * 5
    tasks[giver].shares[0].share -= part
    tasks[empty].shares = [(tasks[giver].shares[0].person, part)]
  }
  return tasks.filter { !$0.shares.isEmpty }
}

private func followUps(
  _ stages: [Day], _ titles: [String], _ unit: String, _ count: Int?, _ dice: inout Dice
) -> [(on: Day, by: String, text: String)] {
  let words = [
    "听取进展，要求先补基线数据再谈改进", "到现场看了半天，建议把验收口径写成一页纸", "协调人手和设备，排进下月计划",
    "指出两项任务进度落后一周，领取人说明原因并改了日期", "同意追加试验经费，结余退回", "查看原始记录，抽查五份，数据对得上",
    "要求把没有做成的部分也写进复盘材料",
  ]
  let first = stages[1].ordinal + 10
  let last = stages[min(3, stages.count - 1)].ordinal - 6
  let wanted = count ?? dice.within(3...6)
  let texts = dice.shuffled(words)
  return (0..<wanted).map { index in
    let on = Day(ordinal: first + (last - first) * index / max(1, wanted - 1))
    let weekday = on.weekday > 4 ? on.adding(days: -2) : on
    return (weekday, index % 2 == 0 ? "党委" : "\(unit)负责人", "\(titles[index % titles.count])：\(texts[index])")
  }
}

extension SampleProject {
  func text(_ company: Company, year: Int) -> String {
    var lines = [
      "title: \(title)", "branch: \(company.branches[branch].id)", "pain_point: \(painPoint)",
      "priority: \(isPriority)", "value: \(value)", "works: [w102, w101]", "stages:",
    ]
    lines += stages.map { "  - {stage: \($0.name), on: \($0.on), evidence: \($0.evidence)}" }
    lines.append("tasks:")
    for task in tasks {
      lines.append("  - title: \(task.title)")
      lines.append(
        "    shares: {" + task.shares.map { "\(company.people[$0.person].key): \($0.share)" }.joined(separator: ", ")
          + "}")
    }
    lines.append("follow_ups:")
    lines += followUps.map { "  - {on: \($0.on), by: \($0.by), text: \($0.text)}" }
    lines.append("evaluation:")
    let evaluated = stages[stages.count - 1].on
    lines.append("  self: {score: \(ownScore), by: \(company.branches[branch].short)支部, on: \(evaluated)}")
    if let headScore, let grade {
      lines.append(
        "  head: {score: \(headScore), by: \(company.branches[branch].unit)负责人, on: \(evaluated)}")
      lines.append("  grade: \(grade)")
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
