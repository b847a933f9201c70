import Diagnostics
import Tables
import Testing

@testable import Workspace

@Suite("Branches' records, surveys and affairs under seal and under another rulebook")
struct FormSealTests {
  private let records = "content/years/2025/records/forms.csv"
  private let surveys = "content/years/2025/surveys/2025.csv"
  private let rules = (SmallProject.files["years/2025/rulebook.yaml"] ?? "").replacing(
    "branches:\n",
    with: """
          - {key: survey, name: 民主测评, kind: 规定, form: survey, weight: 20}
          - {key: prize, name: 表彰, kind: 自选, levels: {市级: 3, 省级: 5}, once: true}
          - {key: team, name: 集体项目, kind: 自选, points: 5, roles: {负责人: 1, 成员: 0.8}}
      branches:

      """
  ).replacing(
    "activity_matrix:",
    with: """
          - {key: files, name: 台账, kind: 规定, max: 10, start: 10, levels: {缺项: -1, 未交: -4}}
      activity_matrix:
      """)

  private func project() throws -> TemporaryFolder {
    let folder = try SmallProject.folder()
    try folder.write("content/years/2025/rulebook.yaml", rules)
    try folder.write(
      records,
      """
      日期,党员,支部,项目,级别,角色,事项,事由
      2025-03-14,,b01,files,缺项,,,三月台账
      2025-03-15,li-na,,prize,市级,,标样,获奖
      2025-03-16,li-na,,team,,成员,,改造

      """)
    try folder.write(surveys, "日期,党员,项目,得分,票数\n2025-03-20,li-na,survey,85,30\n")
    return folder
  }

  private func found(_ folder: TemporaryFolder) throws -> [Diagnostic] {
    try scoreProject(folder.path, asOf: nil).2.filter { $0.severity == .error }
  }

  @Test(
    "a change of any of them breaks the seal and is named",
    arguments: [
      ("files,缺项", "files,未交", "records/forms.csv:2"), (",标样,", ",别的,", "records/forms.csv:3"),
      ("team,,成员", "team,,负责人", "records/forms.csv:4"),
    ])
  func changed(_ old: String, _ new: String, _ record: String) throws {
    let folder = try project()
    _ = try sealPeriod("2025-03", project: folder.path)
    #expect(try found(folder).isEmpty)
    let text = try folder.text(records)
    try #require(text.contains(old))
    try folder.write(records, text.replacing(old, with: new))
    let errors = try found(folder)
    #expect(errors.map(\.code) == [.sealBroken])
    #expect(errors.first?.message.zh.contains(record) == true, "\(errors.first?.message.zh ?? "")")
  }

  @Test("a survey's score and its ballots are sealed too")
  func survey() throws {
    let folder = try project()
    _ = try sealPeriod("2025-03", project: folder.path)
    for row in ["li-na,survey,86,30", "li-na,survey,85,31"] {
      try folder.write(surveys, "日期,党员,项目,得分,票数\n2025-03-20,\(row)\n")
      let errors = try found(folder)
      #expect(errors.map(\.code) == [.sealBroken])
      #expect(errors.first?.message.zh.contains("surveys/2025.csv:2") == true)
    }
  }

  @Test("under another rulebook the same records go by the items of the same keys")
  func simulation() throws {
    let folder = try project()
    try folder.write("draft.yaml", rules.replacing("成员: 0.8", with: "成员: 0.6").replacing("缺项: -1", with: "缺项: -2"))
    let (report, _, diagnostics) = try simulate(
      rulebook: "\(folder.path)/draft.yaml", year: nil, project: folder.path, showsAll: false)
    #expect(diagnostics.isEmpty)
    // 集体项目 of a member: 4 points, then 3.
    #expect(report?.render(as: .csv, in: .chinese).contains("集体项目 -1.00") == true)
    // An item that is rated there has no use for records.
    try folder.write("rated.yaml", rules.replacing(", start: 10, levels: {缺项: -1, 未交: -4}", with: ""))
    let (none, _, mistakes) = try simulate(
      rulebook: "\(folder.path)/rated.yaml", year: nil, project: folder.path, showsAll: false)
    #expect(none.map { _ in true } == nil)
    #expect(mistakes.map(\.code) == [.itemNotRecordable])
  }
}
