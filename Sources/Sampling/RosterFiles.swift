import Scoring

struct SampleOffice {
  let branch: Int
  let person: Int
  let duty: String
  let level: String
  let post: String
  let from: Day
  let to: Day?
}

/// A secretary, a deputy and up to three members of each committee, all in office since the last election.
func sampleOffices(_ branches: [SampleBranch], _ people: [SamplePerson], _ plan: SamplePlan) -> [SampleOffice] {
  var dice = Dice(seed: plan.seed, "offices")
  return branches.indices.flatMap { branch in
    let elected = day(2022, 10, dice.within(10...28))
    var seats = people.indices.filter { person in
      people[person].stays.allSatisfy { $0.branch == branch && !$0.isProbationary && $0.exemption != "长期患病" }
        && people[person].stays[0].from < elected && people[person].stays[0].to == nil
    }
    let leader = plan.followsStories ? storySecretaries[branches[branch].id] : nil
    seats.sort { a, b in
      let (first, second) = (people[a].key == leader, people[b].key == leader)
      return first != second ? first : a < b
    }
    return seats.prefix(people.count > 40 ? 5 : 2).enumerated().map { seat, person in
      let unit = branches[branch].unit
      let office =
        switch seat {
        case 0: ("书记", dice.chance(300) ? "高管" : "中层", "\(unit)总监")
        case 1: ("副书记", dice.chance(700) ? "中层" : "主管", "\(unit)经理")
        default: ("委员", dice.chance(600) ? "主管" : "员工", "\(unit)\(dice.pick(["主管工程师", "业务主管", "骨干"]))")
        }
      return SampleOffice(
        branch: branch, person: person, duty: office.0, level: office.1, post: office.2, from: elected, to: nil)
    }
  }
}

/// Secretaries whom the stories name.
let storySecretaries: [String: String] = [
  "b07": "shen-liqun", "b13": "xing-beichen",
]

/// The free pages stand beside the stories, and are written by hand as they are.
private let navigation = "nav: [首页, 积分榜, 支部, 品牌, 纪实, 活动, 光荣榜, 积分标准, 报告, 办事指南]\n"

extension Company {
  /// What doesn't change with the year: site, branches, members, memberships, offices.
  func files(_ plan: SamplePlan) -> [SampleFile] {
    var files = [
      SampleFile(
        path: "content/site.yaml",
        text: """
          as_of: \(reportDay)
          title: 红色传感
          language: zh
          notice: 样例：人员、支部与积分均为虚构。
          \(plan.followsStories ? navigation : "")
          """),
      SampleFile(
        path: "content/branches.csv",
        text: plan.units == 0
          ? csv(["id", "名称", "简称", "业务"], branches.map { [$0.id, "\($0.short)支部", $0.short, $0.unit] })
          : csv(["id", "名称", "简称", "业务", "类别", "上级组织"], unitRows(branches, units: plan.units))),
      SampleFile(
        path: "content/offices.csv",
        text: csv(
          ["支部", "党员", "职务", "职级", "岗位", "自", "至"],
          offices.map {
            [branches[$0.branch].id, people[$0.person].key, $0.duty, $0.level, $0.post, "\($0.from)", ""]
          })),
    ]
    for (index, branch) in branches.enumerated() {
      let here = people.indices.filter { people[$0].home == index }
      files.append(
        SampleFile(
          path: "content/members/\(branch.id).csv",
          text: csv(
            ["编号", "姓名", "拼音", "入党日期", "笔画"],
            here.map {
              let name = people[$0].name
              return [people[$0].key, name.text, name.pinyin, "\(people[$0].partyDay)", name.strokes]
            })))
      files.append(
        SampleFile(
          path: "content/memberships/\(branch.id).csv",
          text: csv(
            ["党员", "支部", "自", "至", "身份", "免计"],
            here.flatMap { person in
              people[person].stays.map { stay in
                [
                  people[person].key, branches[stay.branch].id, "\(stay.from)", stay.to.map { "\($0)" } ?? "",
                  stay.isProbationary ? "预备" : "正式", stay.exemption ?? "",
                ]
              }
            })))
    }
    return files
  }
}

extension SamplePerson {
  /// Somebody admitted here joined on the day their probation began.
  var partyDay: Day { stays[0].isProbationary ? stays[0].from : min(joined, stays[0].from) }
}

/// Cells never hold commas, quotes or line breaks: the sample's texts use Chinese punctuation.
func csv(_ header: [String], _ rows: [[String]]) -> String {
  var text = header.joined(separator: ",") + "\n"
  for row in rows {
    text += row.joined(separator: ",")
    text += "\n"
  }
  return text
}
