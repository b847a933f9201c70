import Diagnostics
import Foundation
import Testing

@testable import Workspace

/// Four years of two branches and five people, without 2024, small enough to add up in the head; what a profile hides is
/// planted in it.
///
/// | | 2021 | 2022 | 2023 | 2025 |
/// |---|---|---|---|---|
/// | wang-wei, b01 | 2+2 | 0+6 | 1+0 | 0+2 |
/// | li-na, b01, from July 2022 b02 | 1+0 | 1+2 | 0+6 | 0+4 |
/// | zhao-yi, b01 until June 2021, from February 2023 b02, vetoed in 2025 | 1+0 | – | 0+3 | 0+10 |
/// | chen-mo, b01, exempt | 0 | 0 | 0 | 0 |
/// | sun-er, b02, probationary, from March 2025 | – | – | – | 1+0 |
enum HistoryProject {
  private static func rulebook(_ year: Int, lecture: Int, more: String = "") -> String {
    """
    title: \(year)年度积分标准
    members:
      items:
        - {key: theme-day, name: 主题党日, kind: 规定, points: 1, cap: {year: 2}, works: [w101], proof: 签到}
        - {key: lecture, name: 主讲, kind: 自选, per: \(lecture), unit: 次, works: [w101], proof: 讲稿}
    \(more)branches:
      items:
        - {key: meetings, name: 三会一课, kind: 规定, max: 5, works: [w101], proof: 记录}
    activity_matrix: [[1, 2, 3], [2, 4, 6], [3, 6, 9]]
    ranking: {published: 1}
    qualification: {per_branch: 1}
    vetoes: [违反廉洁纪律]

    """
  }

  private static func year(_ year: Int) -> String {
    "period: {from: \(year - 1)-12-01, to: \(year)-11-30}\nstate: 草稿\n"
  }

  private static func decided(_ winner: String, _ year: Int, more: String = "") -> String {
    "winners:\n  - {member: \(winner), signed_by: 甲公司党委, on: \(year)-11-30, deed: 三条河断面监测}\n" + more
  }

  private static let head = "date,member,item,quantity,note\n"

  static let files: [String: String] = [
    "members/all.csv":
      "key,name,pinyin\nli-na,李娜,li na\nwang-wei,王伟,wang wei\nzhao-yi,赵一,zhao yi\nchen-mo,陈默,chen mo\nsun-er,孙二,sun er\n",
    "memberships/all.csv": """
    member,branch,from,to,standing,exempt
    wang-wei,b01,2019-01-01,,正式,
    li-na,b01,2019-02-02,2022-06-30,正式,
    li-na,b02,2022-07-01,,正式,
    zhao-yi,b01,2019-03-03,2021-06-30,正式,
    zhao-yi,b02,2023-02-01,,正式,
    chen-mo,b01,2019-04-04,,正式,腰椎术后休养
    sun-er,b02,2025-03-01,,预备,

    """,
    "offices.csv": """
    branch,member,duty,level,post,from,to
    b01,wang-wei,书记,中层,经理,2019-05-05,
    b02,li-na,书记,中层,经理,2022-07-02,

    """,
    "years/2021/year.yaml": year(2021), "years/2022/year.yaml": year(2022), "years/2023/year.yaml": year(2023),
    "years/2021/rulebook.yaml": rulebook(2021, lecture: 2), "years/2022/rulebook.yaml": rulebook(2022, lecture: 2),
    "years/2023/rulebook.yaml": rulebook(
      2023, lecture: 3,
      more: "    - {key: blood, name: 无偿献血, kind: 自选, points: 5, works: [w101], proof: 献血证}\n"),
    "years/2025/rulebook.yaml": rulebook(2025, lecture: 2),
    "years/2021/records/b01.csv": head + """
      2020-12-10,wang-wei,theme-day,,一月党日
      2021-01-10,wang-wei,theme-day,,二月党日
      2021-02-10,wang-wei,theme-day,,三月党日
      2021-03-01,wang-wei,lecture,1,讲课
      2021-01-10,li-na,theme-day,,党日
      2021-01-11,zhao-yi,theme-day,,党日

      """,
    "years/2022/records/b01.csv": head + """
      2022-03-01,wang-wei,lecture,3,讲课
      2022-01-10,li-na,theme-day,,党日
      2022-08-10,li-na,lecture,1,讲课

      """,
    "years/2023/records/b01.csv": head + """
      2023-01-10,wang-wei,theme-day,,党日
      2023-05-10,li-na,lecture,2,讲课
      2023-06-10,zhao-yi,lecture,1,讲课

      """,
    "years/2025/records/b01.csv": head + """
      2025-01-10,wang-wei,lecture,1,讲课
      2025-05-10,li-na,lecture,2,讲课
      2025-06-10,zhao-yi,lecture,5,讲课
      2025-06-11,sun-er,theme-day,,党日

      """,
    "years/2021/welfare/all.csv": "date,member,minutes,note\n2021-05-01,wang-wei,90,植树\n",
    "years/2022/welfare/all.csv": "date,member,minutes,note\n2022-05-01,wang-wei,150,植树\n",
    "years/2021/decisions.yaml": decided("wang-wei", 2021), "years/2022/decisions.yaml": decided("wang-wei", 2022),
    "years/2025/decisions.yaml": decided(
      "li-na", 2025,
      more: "vetoes:\n  - {member: zhao-yi, reason: 违反廉洁纪律, signed_by: 甲公司党委, on: 2025-11-20, note: 收受购物卡}\n"),
    "years/2025/projects/noise.yaml": """
    title: 底噪降低
    branch: b01
    pain_point: 底噪高
    priority: true
    value: 10
    works: [w101]
    stages:
      - {stage: 目标确定, on: 2025-02-03, evidence: 立项书}
      - {stage: 工作分解, on: 2025-03-02, evidence: 任务}
    tasks:
      - {title: 电源改板, shares: {wang-wei: 60, li-na: 40}}

    """,
  ]

  static func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for (path, text) in SmallProject.files.merging(files, uniquingKeysWith: { $1 }) {
      try folder.write("content/" + path, text)
    }
    return folder
  }

  /// The intranet's, made once for all tests that only read them.
  static let published = Result { try pages(folder()) }

  /// Pages by path, as text with its tags.
  static func pages(_ folder: TemporaryFolder, _ profile: SiteProfile = .intranet) throws -> [String: String] {
    try PublishedProject.build(folder, profile: profile).filter { $0.key.hasSuffix(".html") }
      .mapValues { String(decoding: $0, as: UTF8.self).asWritten }
  }

  static func printed(
    _ folder: TemporaryFolder, _ profile: SiteProfile = .intranet, year: Int? = nil,
    _ print: (PrintOrder) throws -> PrintReport
  ) throws -> String {
    let report = try print(
      PrintOrder(
        project: folder.path, year: year, profile: profile, output: folder.path + "/out.html", isHTML: true))
    let formatter = DiagnosticFormatter(tree: report.tree, language: .english)
    #expect(report.printed != nil, "\(formatter.report(report.diagnostics))")
    return try folder.text("out.html").asWritten
  }
}

extension String {
  /// What a reader sees of it: its tags and what stands in its drawings left out.
  var seen: String { replacing(/<[^>]*>/, with: "").replacing(/\s+/, with: " ") }

  /// Its rows that hold a text, as a reader sees them.
  func rows(with text: String) -> [String] {
    components(separatedBy: "<tr").filter { $0.contains(text) }.map {
      ("<tr" + $0.components(separatedBy: "</tr>")[0]).replacing("</td>", with: "|").replacing("</th>", with: "|").seen
    }
  }
}
