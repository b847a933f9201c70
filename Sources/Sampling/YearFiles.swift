import Scoring

extension CompanyYear {
  func files(of company: Company, _ plan: SamplePlan, winnersOf isFinal: Bool) -> [SampleFile] {
    let folder = "content/years/\(year)"
    let period = samplePeriod(year)
    let state =
      isFinal
      ? "state: 定稿\nnotice: {from: 2024-12-09, to: 2024-12-20}\nfinal: {signed_by: 公司党委, on: 2024-12-27}\n"
      : "state: 公示\nnotice: {from: 2025-12-08, to: 2025-12-19}\n"
    var files = [
      SampleFile(
        path: "\(folder)/year.yaml", text: "period: {from: \(period.first), to: \(period.last)}\n" + state),
      SampleFile(path: "\(folder)/rulebook.yaml", text: standard.text),
      SampleFile(path: "\(folder)/activities.csv", text: activities.planText),
      SampleFile(path: "\(folder)/claims.csv", text: activities.claimsText(company)),
      SampleFile(
        path: "\(folder)/ratings.csv",
        text: csv(
          ["支部", "项目", "分数", "日期", "说明"],
          ratings.map { [company.branches[$0.branch].id, $0.item, short($0.points), "\($0.on)", $0.note] })),
    ]
    files += projects.map {
      SampleFile(path: "\(folder)/projects/\($0.id).yaml", text: $0.text(company, year: year))
    }
    files += recordFiles(folder, company) + welfareFiles(folder, company)
    if isFinal { files.append(SampleFile(path: "\(folder)/decisions.yaml", text: decisions(company, plan))) }
    let objections = objectionsText(company)
    if !objections.isEmpty { files.append(SampleFile(path: "\(folder)/objections.yaml", text: objections)) }
    return files
  }

  /// One file for a branch and a quarter, as each branch hands them in.
  private func recordFiles(_ folder: String, _ company: Company) -> [SampleFile] {
    let header = "日期,党员,项目,数量,级别,活动,工作,事由,记录号,更正,补录日期\n"
    var texts: [[String]] = company.branches.map { _ in Array(repeating: "", count: 4) }
    for record in records {
      let person = company.people[record.person]
      guard let stay = person.stay(on: record.day) else { continue }
      let quantity = record.quantity == 100 ? "" : short(record.quantity)
      let entered = record.entered.map { "\($0)" } ?? ""
      let cells = [
        "\(record.day)", person.key, standard.items[record.item].key, quantity, record.level, record.activity,
        record.work, record.note, record.id, record.corrects, entered,
      ]
      texts[stay.branch][quarter(of: record.day) - 1] += cells.joined(separator: ",") + "\n"
    }
    return company.branches.indices.flatMap { branch in
      texts[branch].indices.compactMap { place in
        texts[branch][place].isEmpty
          ? nil
          : SampleFile(
            path: "\(folder)/records/\(company.branches[branch].id)-q\(place + 1).csv",
            text: header + texts[branch][place])
      }
    }
  }

  private func welfareFiles(_ folder: String, _ company: Company) -> [SampleFile] {
    let header = "日期,党员,分钟,系列,活动,工作,事由\n"
    var texts: [[String]] = company.branches.map { _ in ["", ""] }
    for entry in welfare {
      let person = company.people[entry.person]
      guard let stay = person.stay(on: entry.day) else { continue }
      let cells = [
        "\(entry.day)", person.key, "\(entry.minutes)", entry.series, entry.activity, entry.work, entry.note,
      ]
      texts[stay.branch][(quarter(of: entry.day) - 1) / 2] += cells.joined(separator: ",") + "\n"
    }
    return company.branches.indices.flatMap { branch in
      texts[branch].indices.compactMap { place in
        texts[branch][place].isEmpty
          ? nil
          : SampleFile(
            path: "\(folder)/welfare/\(company.branches[branch].id)-h\(place + 1).csv",
            text: header + texts[branch][place])
      }
    }
  }
}
