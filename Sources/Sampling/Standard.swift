/// A line of the members' standard, as much of it as the sample has to count with. Points are hundredths.
struct SampleItem {
  enum Form {
    case each(Int)
    case unit(Int, String)
    case levels([(name: String, points: Int)])
    case welfareBase(Int)
    case welfareBeyond
    case project
  }
  let key: String
  let name: String
  let isBase: Bool
  let form: Form
  var record: Int?
  var month: Int?
  var year: Int?
  let works: String
  let proof: String

  init(
    _ key: String, _ name: String, base: Bool = false, _ form: Form, record: Int? = nil, month: Int? = nil,
    year: Int? = nil, works: String, proof: String
  ) {
    self.key = key
    self.name = name
    isBase = base
    self.form = form
    self.record = record
    self.month = month
    self.year = year
    self.works = works
    self.proof = proof
  }

  /// What one record is worth before the month's and the year's caps.
  func points(quantity: Int, level: String) -> Int {
    let worth =
      switch form {
      case .each(let points): points * quantity / 100
      case .unit(let points, _): points * quantity / 100
      case .levels(let levels): (levels.first { $0.name == level }?.points ?? 0) * quantity / 100
      case .welfareBase, .welfareBeyond, .project: 0
      }
    return min(worth, record ?? worth)
  }
}

/// The two rulebooks: 2025 is 2024's, rewritten after its summary.
struct Standard {
  let year: Int
  let items: [SampleItem]
  let branchItems: [(key: String, name: String, isBase: Bool, maximum: Int, works: String, proof: String)]
  /// Indexes of `items` by key.
  private let places: [String: Int]

  init(year: Int) {
    self.year = year
    items = Self.baseItems(year) + Self.optionalItems(year) + Self.deductions(year)
    branchItems = Self.branchItems(year)
    places = Dictionary(uniqueKeysWithValues: items.enumerated().map { ($1.key, $0) })
  }

  /// Index of an item the sample itself wrote down.
  func place(_ key: String) -> Int {
    guard let place = places[key] else { preconditionFailure("the sample's rulebook of \(year) has no \(key)") }
    return place
  }

  func has(_ key: String) -> Bool { places[key] != nil }

  private static func baseItems(_ year: Int) -> [SampleItem] {
    let isFirst = year == 2024
    var items = [
      SampleItem(
        "theme-day", "主题党日", base: true, .each(100), month: 100, year: 1200, works: "w202", proof: "签到表"),
      SampleItem(
        "meeting", "三会一课", base: true, .each(150), month: 150, year: 1200, works: "w203", proof: "会议记录与签到"),
      SampleItem(
        "dues", "按季缴纳党费", base: true, .each(150), year: 600, works: "w203", proof: "缴费登记"),
      SampleItem(
        "study", "政治学习", base: true, .unit(50, "学时"), month: 100, year: isFirst ? 1000 : 800,
        works: "w408", proof: "学习笔记，每半年检查一次"),
      SampleItem(
        "org-life", "组织生活会", base: true, .each(isFirst ? 500 : 400), year: isFirst ? 500 : 400, works: "w203",
        proof: "会议记录"),
      SampleItem(
        "review", "民主评议", base: true, .each(isFirst ? 500 : 400), year: isFirst ? 500 : 400, works: "w203",
        proof: "测评表"),
    ]
    if !isFirst {
      items.append(
        SampleItem(
          "pledge", "承诺践诺", base: true, .each(200), year: 400, works: "w104", proof: "承诺书与年末对照"))
    }
    items.append(
      SampleItem("welfare-base", "公益2小时", base: true, .welfareBase(1000), works: "w506", proof: "公益登记"))
    return items
  }

  private static func optionalItems(_ year: Int) -> [SampleItem] {
    let isFirst = year == 2024
    var items = [
      SampleItem(
        "welfare-beyond", "公益超出2小时", .welfareBeyond, year: isFirst ? 1200 : 1000, works: "w506", proof: "公益登记"),
      SampleItem("project-task", "项目任务", .project, works: "w102", proof: "任务分解表与综合评价"),
      SampleItem(
        "organise", "承办活动", .levels([("主办", 200), ("协办", 100)]), month: 400, year: isFirst ? 1000 : 800,
        works: "w205", proof: "活动总结"),
      SampleItem(
        "join", "参加党委活动", .each(50), month: 100, year: isFirst ? 400 : 300, works: "w208", proof: "签到表"),
      SampleItem("lecture", "主讲党课或技术课", .unit(200, "次"), record: 200, year: 800, works: "w401", proof: "讲稿"),
      SampleItem(
        "mentor", "师带徒", .each(isFirst ? 100 : 150), month: isFirst ? 100 : 150, year: isFirst ? 600 : 750,
        works: "w402", proof: "带教记录"),
      SampleItem("blood", "公益献血", .each(300), year: 600, works: "w502", proof: "献血证"),
      SampleItem(
        "contest", "技能比武", .levels([("参赛", 100), ("三等奖", 200), ("二等奖", 300), ("一等奖", 400)]), year: 600,
        works: "w403", proof: "成绩单"),
      SampleItem(
        "patent", "专利与软著", .levels([("受理", 100), ("授权", 300)]), year: isFirst ? 900 : 600, works: "w404",
        proof: "受理通知书或证书"),
      SampleItem("craft", "工艺改进分享", .each(150), month: 300, year: 600, works: "w405", proof: "分享材料"),
      SampleItem(
        "award", "获奖", .levels([("公司", 200), ("市", 400), ("省", 600)]), year: isFirst ? 1200 : 1000,
        works: "w207", proof: "证书或文件"),
      SampleItem(
        "article", "稿件发表", .unit(100, "篇"), month: 200, year: isFirst ? 600 : 400, works: "w211",
        proof: "刊发链接"),
      SampleItem(
        "proposal", "降本增效提案", .levels([("采纳", 100), ("见效", 300)]), year: 600, works: "w105", proof: "提案评审表"),
      SampleItem(
        "site-duty", "现场值守", .unit(50, "天"), month: 200, year: 600, works: "w107", proof: "值守日志"),
      SampleItem("urgent", "急难任务", .each(200), month: 400, year: isFirst ? 600 : 800, works: "w103", proof: "任务单"),
    ]
    if !isFirst {
      items += [
        SampleItem("newcomer", "新员工结对", .each(50), month: 50, year: 300, works: "w301", proof: "结对谈话记录"),
        SampleItem("trial", "新品试用反馈", .unit(50, "条"), record: 150, year: 300, works: "w106", proof: "缺陷登记号"),
        SampleItem("safety", "安全隐患排查", .each(100), month: 100, year: 300, works: "w409", proof: "整改前后照片"),
      ]
    }
    return items
  }

  private static func deductions(_ year: Int) -> [SampleItem] {
    var items = [
      SampleItem("absence", "无故缺席", base: true, .each(-100), year: 500, works: "w203", proof: "会议记录"),
      SampleItem("late-dues", "党费逾期", base: true, .each(-50), year: 200, works: "w203", proof: "缴费登记"),
    ]
    if year > 2024 {
      items.append(
        SampleItem("late-work", "任务逾期", base: true, .each(-100), year: 300, works: "w102", proof: "任务分解表"))
    }
    return items
  }

  private static func branchItems(
    _ year: Int
  ) -> [(key: String, name: String, isBase: Bool, maximum: Int, works: String, proof: String)] {
    let isFirst = year == 2024
    var items = [
      ("meetings", "三会一课与主题党日", true, isFirst ? 6 : 5, "w203", "会议记录抽查"),
      ("growth", "发展与培训计划", true, 4, "w407", "计划与完成表"),
      ("files", "台账与党费", true, isFirst ? 4 : 3, "w408", "台账检查"),
      ("welfare-rate", "公益参与率", true, 5, "w506", "公益登记"),
      ("topic", "痛点课题", true, isFirst ? 4 : 6, "w101", "课题立项书与综合评价"),
      ("special", "支部特色活动", false, 4, "w205", "活动总结"),
      ("press", "稿件与宣传", false, 3, "w211", "刊发链接"),
      ("honors", "荣誉与推广", false, 4, "w207", "证书或文件"),
    ]
    if !isFirst { items.append(("follow", "课题跟进记录", false, 3, "w112", "跟进记录")) }
    return items.map { (key: $0.0, name: $0.1, isBase: $0.2, maximum: $0.3, works: $0.4, proof: $0.5) }
  }
}

extension Standard {
  /// The rulebook as the office would write it.
  var text: String {
    let isFirst = year == 2024
    var lines = [
      "title: \(year)年度积分标准", "members:", "  base_total: 60", "  items:",
    ]
    lines += items.map { "    - {key: \($0.key), name: \($0.name), kind: \($0.isBase ? "规定" : "自选"), \($0.rule)}" }
    lines += ["branches:", "  items:"]
    lines += branchItems.map {
      "    - {key: \($0.key), name: \($0.name), kind: \($0.isBase ? "规定" : "自选"), max: \($0.maximum), works: [\($0.works)], proof: \($0.proof)}"
    }
    lines += [
      "activity_matrix: [[1, 2, 3], [2, 4, 6], [3, 6, 9]]     # 行为复杂度，列为覆盖面",
      "evaluation: {method: weighted, self: 30, head: 70, grades: [60, 70, 80, 90]}",
      "welfare:", "  base_minutes: 120", "  step_minutes: 30", "  step_points: 0.5", "  participant_minutes: 1",
      "  gate: 90",
      "  stars: {minutes: 1200, first: 20}", "  series:",
      "    - {id: spring-breeze, name: 春风行动捐款, minimum: 1, works: [w501]}",
      "    - {id: blood, name: 公益献血, minimum: 3, works: [w502]}",
      "    - {id: school-aid, name: 爱心助学, minimum: 1, works: [w503]}",
      "    - {id: wishes, name: 微心愿圆梦, minimum: 1, works: [w504]}",
      "    - {id: elderly, name: 敬老院服务, minimum: 1, people: 100, works: [w505]}",
      "ranking: {published: 20, tie_key: none}",
      "qualification: {per_branch: 5, minimum_months: \(isFirst ? 0 : 3)}",
      "cadre: {best_percent: 10, tiers: 3}",
      "vetoes: [\(isFirst ? "违反廉洁纪律" : "违反廉洁纪律, 重大安全责任事故")]",
    ]
    return lines.joined(separator: "\n") + "\n"
  }
}

extension SampleItem {
  fileprivate var rule: String {
    var parts: [String] = []
    switch form {
    case .each(let points): parts.append("points: \(short(points))")
    case .unit(let points, let unit): parts.append("per: \(short(points)), unit: \(unit)")
    case .levels(let levels):
      parts.append("levels: {" + levels.map { "\($0.name): \(short($0.points))" }.joined(separator: ", ") + "}")
    case .welfareBase(let points): parts.append("form: welfare-base, points: \(short(points))")
    case .welfareBeyond: parts.append("form: welfare-beyond")
    case .project: parts.append("form: project")
    }
    let caps = [("record", record), ("month", month), ("year", year)].compactMap { name, cap in
      cap.map { "\(name): \(short($0))" }
    }
    if !caps.isEmpty { parts.append("cap: {" + caps.joined(separator: ", ") + "}") }
    parts.append("works: [\(works)], proof: \(proof)")
    return parts.joined(separator: ", ")
  }
}

/// Hundredths as a person writes them: `150` is `1.5`, `200` is `2`.
func short(_ hundredths: Int) -> String {
  let magnitude = hundredths.magnitude
  let sign = hundredths < 0 ? "-" : ""
  guard magnitude % 100 != 0 else { return "\(sign)\(magnitude / 100)" }
  let digits = padded(Int(magnitude % 100), 2)
  return "\(sign)\(magnitude / 100).\(digits.hasSuffix("0") ? String(digits.prefix(1)) : digits)"
}
