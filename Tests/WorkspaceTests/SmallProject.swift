import Diagnostics
import Testing

@testable import Reports
@testable import Workspace

/// A year of two branches and three people, small enough to add up in the head.
///
/// Theme day: 1 point a record, at most 2 a year. Lecture: 2 points each. The activity's value is 4 (matrix 2 × 2).
enum SmallProject {
  static let files: [String: String] = [
    "site.yaml": "as_of: 2025-11-30\ntitle: 小样\nlanguage: zh\nnotice: 虚构\n",
    "organisation.yaml": """
    company: {name: 甲公司, founded: 2002-01, listed: 2011-04, city: 杭州}
    committee: {name: 甲公司党委, branch_founded: "2006", committee_founded: "2012"}
    timeline: [{on: 2002-01, title: 成立, text: 公司成立}]

    """,
    "brand.yaml": """
    brand: {name: 红色传感, since: 2014, why: 传感}
    pathways: [{id: p1, name: 助力经营, summary: 一}]

    """,
    "works/w101.md": "---\ntitle: 工作\npathway: p1\norder: 1\nsince: 2014\n---\n\n正文。\n",
    "about.md": "---\ntitle: 关于\n---\n\n正文。\n",
    "branches.csv": "id,name,short,unit\nb01,光谱支部,光谱,光谱仪\nb02,软件支部,软件,软件\n",
    "members/all.csv":
      "key,name,pinyin\nli-na,李娜,li na\nli-na-2,李娜,li na\nwang-wei,王伟,wang wei\n",
    "memberships/all.csv":
      "member,branch,from,standing\nli-na,b01,2020-01-01,正式\nli-na-2,b02,2020-01-01,正式\nwang-wei,b01,2020-01-01,正式\n",
    "offices.csv":
      "branch,member,duty,level,post,from\nb01,wang-wei,书记,中层,经理,2020-01-01\nb02,li-na-2,书记,中层,经理,2020-01-01\n",
    "years/2025/year.yaml": "period: {from: 2024-12-01, to: 2025-11-30}\nstate: 草稿\n",
    "years/2025/rulebook.yaml": """
    title: 2025年度积分标准
    members:
      base_total: 60
      items:
        - {key: theme-day, name: 主题党日, kind: 规定, points: 1, cap: {year: 2}, works: [w101], proof: 签到}
        - {key: lecture, name: 主讲, kind: 自选, per: 2, unit: 次, works: [w101], proof: 讲稿}
    branches:
      items:
        - {key: meetings, name: 三会一课, kind: 规定, max: 5, works: [w101], proof: 记录}
    activity_matrix: [[1, 2, 3], [2, 4, 6], [3, 6, 9]]

    """,
    "years/2025/activities.csv":
      "id,title,origin,month,held,complexity,coverage,budget,funder,works\na1,河道监测,党委,2025-03,2025-03-12,2,2,100,工会,w101\n",
    "years/2025/claims.csv": "activity,branch,on\na1,b01,2025-01-06\n",
    "years/2025/records/b01.csv": """
    date,member,item,quantity,note
    2025-01-10,wang-wei,theme-day,,一月党日
    2025-02-10,wang-wei,theme-day,,二月党日
    2025-03-10,wang-wei,theme-day,,三月党日
    2025-03-11,wang-wei,lecture,1.5,讲课
    2025-04-10,li-na,theme-day,,四月党日

    """,
    "years/2025/welfare/none.csv": "date,member,minutes,note\n",
    "years/2025/ratings.csv": "branch,item,points,on,note\nb01,meetings,4.5,2025-11-30,齐全\n",
  ]

  static func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for (path, text) in files { try folder.write("content/" + path, text) }
    return folder
  }

  static func scored(asOf: String? = nil) throws -> ScoredProject {
    let folder = try folder()
    let (scored, tree, diagnostics) = try withExtendedLifetime(folder) {
      try scoreProject(folder.path, asOf: asOf.map { try reportDay($0) })
    }
    return try #require(scored, "\(DiagnosticFormatter(tree: tree, language: .english).report(diagnostics))")
  }
}
